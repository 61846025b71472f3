"""Files on a disk that the one who asks may read."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from vagvisare.inventory.sources.found import Unopenable


def opener(path: Path) -> Callable[[], BinaryIO]:
    """Return what opens the file, and says in a sentence when it is gone or closed to us."""

    def opened() -> BinaryIO:
        """Open the file.

        :raises Unopenable: when it is gone, or closed to the account that asks
        """
        try:
            return path.open("rb")
        except PermissionError as error:
            raise Unopenable("no_access", no_access()) from error
        except OSError as error:
            raise Unopenable("missing", gone(error)) from error

    return opened


def no_access() -> str:
    """Return the sentence for what may not be opened."""
    return _("It may not be opened by the account that runs this. Ask for the right to read it.")


def gone(error: OSError) -> str:
    """Return the sentence for what was there a moment ago."""
    reason = error.strerror or str(error)
    return _("It could not be opened: {reason}. Look whether it is still there.").format(
        reason=reason
    )
