"""Where on disk a path is that a list wrote on another machine, in another case."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path

from vagvisare.inventory.sources.names import folded

DRIVE = re.compile(r"[A-Za-z]:/")  # "G:/Styrdokument/plan.pdf"
_FOLDERS_KEPT = 256  # listings in memory at a time


class Spelling:
    """Finds paths written with "/", counted from a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._listings: OrderedDict[Path, Mapping[str, str]] = OrderedDict()

    def on_disk(self, written: str) -> Path | None:
        """Return where the file is, or None.

        A path of a Windows drive or server that is not there is looked for under the folder, by
        as much of its end as fits: folders are moved with the lists of them.
        """
        on_drive = DRIVE.match(written) is not None
        direct = None if on_drive else self._spelled(written)
        if direct is not None or not (on_drive or written.startswith("//")):
            return direct
        parts = [part for part in written.split("/") if part]
        ends = ("/".join(parts[start:]) for start in range(1, len(parts)))
        return next((path for end in ends if (path := self._spelled(end))), None)

    def _spelled(self, written: str) -> Path | None:
        """The path as it is spelled on disk, whatever case and letters it is written in."""
        try:
            exact = self.folder / written
            if exact.exists():
                return exact
            here = Path("/") if written.startswith("/") else self.folder
            for part in filter(None, written.split("/")):
                name = part if part in (".", "..") else self._names_in(here).get(folded(part))
                if name is None:
                    return None
                here = here / name
        except (OSError, ValueError):
            return None
        return here

    def _names_in(self, folder: Path) -> Mapping[str, str]:
        if folder not in self._listings:
            try:
                names = {folded(entry.name): entry.name for entry in folder.iterdir()}
            except OSError:
                names = {}
            self._listings[folder] = names
            if len(self._listings) > _FOLDERS_KEPT:
                self._listings.popitem(last=False)
        return self._listings[folder]
