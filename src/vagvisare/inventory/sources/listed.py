"""A list of documents as CSV or Excel, with their paths on disk."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from vagvisare.inventory.sources.columns import Columns, columns_in, looks_like_path
from vagvisare.inventory.sources.disk import opener
from vagvisare.inventory.sources.found import CannotTakeFrom, Found, fault
from vagvisare.inventory.sources.names import harmless, shown, suffix_of
from vagvisare.inventory.sources.spelling import DRIVE, Spelling
from vagvisare.inventory.sources.tables import SHEETS, TEXTS, Row, rows_of

_TOLD_BY = 200  # rows that tell which column it is


def recognizes(source: str) -> bool:
    """Tell whether the source is a file called as lists are."""
    path = Path(source)
    return path.is_file() and suffix_of(path.name) in (*TEXTS, *SHEETS)


def files(source: str) -> Iterator[Found]:
    """Yield each file that the list names, once, and a row for each that cannot be had.

    Paths count from the list's own folder. One outside of it is followed too: who runs this may
    read it anyway. The list is held in memory as text, and which paths have been yielded.

    :raises CannotTakeFrom: when no column names files
    """
    path = Path(source)
    rows = rows_of(path)
    first = list(islice(rows, _TOLD_BY))
    columns = columns_in(first)
    if columns is None:
        raise CannotTakeFrom(
            _("No column of {name} names files. Give that column the heading “Sökväg”.").format(
                name=path.name
            )
        )
    seen: set[str] = set()
    spelling = Spelling(path.parent)
    for number, row in enumerate(chain(first, rows), start=1):
        said = _said(row, columns) if number > columns.skip else ""
        if said and said not in seen:
            seen.add(said)
            yield _found(spelling, said, number)


def _said(row: Row, columns: Columns) -> str:
    """The path as the row writes it, with the name where that stands for itself."""
    path = row[columns.path].strip().strip('"') if columns.path < len(row) else ""
    name = _said_name(row, columns)
    return f"{path}/{name}" if name and path and not looks_like_path(path) else path


def _said_name(row: Row, columns: Columns) -> str:
    if columns.name is None or columns.name >= len(row):
        return ""
    return row[columns.name].strip().strip('"')


def _found(spelling: Spelling, said: str, number: int) -> Found:
    if urlsplit(said).scheme.casefold() in ("http", "https", "ftp"):
        sentence = _(
            "Row {number} of the list has an address on the web, and nothing is fetched from "
            "there. Save the file and give its path."
        )
        return fault(_path_of(said), "not_local", sentence.format(number=number))
    written = _written(said)
    path = spelling.on_disk(written)
    if path is None:
        sentence = _("Row {number} of the list names a file that is not there.")
        return fault(_path_of(written), "missing", sentence.format(number=number))
    if path.is_dir():
        sentence = _("Row {number} of the list names a folder. Name each file, or give the folder.")
        return fault(_path_of(written), "folder", sentence.format(number=number))
    return Found(_shown(spelling.folder, path), opener(path))


def _path_of(said: str) -> str:
    return harmless(said) or said


def _written(said: str) -> str:
    """The path with "/" between its parts; of a file:// address, what it means."""
    if said[:5].casefold() != "file:":
        return said.replace("\\", "/")
    split = urlsplit(said.replace("\\", "/"))
    path = unquote(split.path)
    if split.netloc and split.netloc != "localhost":
        return f"//{split.netloc}{path}"
    return path.lstrip("/") if DRIVE.match(path.lstrip("/")) else path


def _shown(folder: Path, path: Path) -> str:
    """The path from the list's folder where it lies in there, else the whole of it."""
    resolved, root = path.resolve(), folder.resolve()
    inside = resolved.relative_to(root) if resolved.is_relative_to(root) else resolved
    return shown(inside.as_posix()).lstrip("/")
