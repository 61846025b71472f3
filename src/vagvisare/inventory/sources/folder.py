"""A folder with all that lies in it. Links are not followed: a folder is what lies in it."""

import os
from collections.abc import Iterator
from pathlib import Path

from vagvisare.inventory.sources.disk import gone, no_access, opener
from vagvisare.inventory.sources.found import Found, fault
from vagvisare.inventory.sources.names import left_out, shown


def recognizes(source: str) -> bool:
    """Tell whether the source is a folder on disk."""
    return Path(source).is_dir()


def files(source: str) -> Iterator[Found]:
    """Yield the files of the folder, each folder's in the order of their names.

    Only the names of the folders on the way down are held in memory.
    """
    yield from _under(Path(source), "")


def _under(folder: Path, shown_path: str) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        code, sentence = (
            ("no_access", no_access())
            if isinstance(error, PermissionError)
            else ("missing", gone(error))
        )
        yield fault(shown_path or shown(folder.name), code, sentence)
        return
    for entry in listed:
        if left_out(entry.name):
            continue
        path = f"{shown_path}/{shown(entry.name)}".lstrip("/")
        if entry.is_dir(follow_symlinks=False):
            yield from _under(Path(entry.path), path)
        elif entry.is_file(follow_symlinks=False):
            yield Found(path, opener(Path(entry.path)))
