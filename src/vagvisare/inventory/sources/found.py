"""What a source yields: a file to open, or the reason why there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, NoReturn

from vagvisare.kernel.errors import Refusal


class CannotTakeFrom(Refusal):
    """The whole source cannot be taken in."""

    code = "inventory.cannot-take-from"


class Unopenable(Refusal):
    """One file of a source cannot be had; an instance's code is one of the reading's."""

    code = "inventory.unopenable"

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True)
class Found:
    """A file in a source.

    path        where in the source it lies, to show; cleaned, never to be opened
    open        the bytes; opening and reading raise Unopenable for what is damaged or gone.
                To be read and closed before the next file is asked for
    linked_from the page of a saved web site that leads to it
    fault       a sentence: why there are no bytes, and what one can do; then `open` raises
    fault_code  stable, for the file's error code
    """

    path: str
    open: Callable[[], BinaryIO]
    linked_from: str = ""
    fault: str = ""
    fault_code: str = ""


def fault(path: str, code: str, sentence: str, linked_from: str = "") -> Found:
    """Return the row of a file that cannot be had."""

    def refuse() -> NoReturn:
        raise Unopenable(code, sentence)

    return Found(path, refuse, linked_from, sentence, code)
