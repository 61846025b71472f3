"""The files of a folder, as `vagvisare.inventory.sources` gives them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True)
class Found:
    """A file, opened when its turn comes."""

    path: str
    open: Callable[[], BinaryIO]
    linked_from: str = ""


def files_in(source: str) -> Iterator[Found]:
    """Yield each file with its path inside the folder, in the order of their paths.

    Links are not followed: a folder is what lies in it.
    """
    place = Path(source)
    for file in [place] if place.is_file() else _files(place):
        if file.is_file() and not file.is_symlink():
            name = file.name if file == place else file.relative_to(place).as_posix()
            yield Found(name, lambda file=file: file.open("rb"))  # type: ignore[misc]


def _files(folder: Path) -> Iterator[Path]:
    """A folder at a time, so that a large archive is not held in memory."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        else:
            yield entry
