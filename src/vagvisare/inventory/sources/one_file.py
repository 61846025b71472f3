"""A single file."""

from collections.abc import Iterator
from pathlib import Path

from vagvisare.inventory.sources.disk import opener
from vagvisare.inventory.sources.found import Found
from vagvisare.inventory.sources.names import shown


def recognizes(source: str) -> bool:
    """Tell whether the source is a file on disk."""
    return Path(source).is_file()


def files(source: str) -> Iterator[Found]:
    """Yield the file."""
    path = Path(source)
    yield Found(shown(path.name), opener(path))
