"""A list as CSV or Excel: its rows as text, whatever delimiter and encoding it has."""

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.cell import Cell
from openpyxl.utils.exceptions import InvalidFileException

from vagvisare.inventory.sources.found import CannotTakeFrom
from vagvisare.inventory.sources.names import suffix_of
from vagvisare.reading.readers.txt import decoded

TEXTS = (".csv", ".tsv")
SHEETS = (".xlsx", ".xlsm")
LARGEST = 50 * 2**20  # bytes, unpacked; a list of 100,000 papers has 20 MB
_DELIMITERS = (";", "\t", ",", "|")
_TOLD_BY = 50  # rows that tell the delimiter
_LONGEST_CELL = 100_000
_DAMAGE = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError)

Row = list[str]


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of the list, those of the first sheet with any; a linked cell is its link.

    :raises CannotTakeFrom: when it is too large, damaged or protected
    """
    if suffix_of(path.name) in TEXTS:
        yield from _text_rows(path)
    else:
        yield from _sheet_rows(path)


def _text_rows(path: Path) -> Iterator[Row]:
    _check_size(path, path.stat().st_size)
    text = decoded(path.read_bytes()).removeprefix("\ufeff").replace("\0", "")
    named = text[:6].casefold()
    if named.startswith("sep="):  # what Excel tells itself
        yield from _split(text.partition("\n")[2], named[4:5])
    else:
        yield from _split(text, delimiter_of(text))


def delimiter_of(text: str) -> str:
    """Return the sign that divides most rows into equally many cells, more than one; else ";"."""
    return max(_DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, delimiter: str) -> int:
    lengths = [len(row) for row in islice(_split(text, delimiter), _TOLD_BY) if row]
    usual = max(lengths, key=lengths.count, default=1)
    return lengths.count(usual) if usual > 1 else 0


def _split(text: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise CannotTakeFrom(
            _("The list has a row that cannot be read: {reason}").format(reason=error)
        ) from error


def _sheet_rows(path: Path) -> Iterator[Row]:
    try:
        with zipfile.ZipFile(path) as package:
            _check_size(path, sum(entry.file_size for entry in package.infolist()))
        book = openpyxl.load_workbook(path, data_only=True)
    except _DAMAGE as error:
        raise CannotTakeFrom(
            _(
                "{name} is damaged or protected by a password. Save it again as Excel or CSV."
            ).format(name=path.name)
        ) from error
    for sheet in book.worksheets:
        if sheet.max_row > 1:
            for row in sheet.iter_rows():
                yield [_cell(cell) for cell in row]
            return


def _cell(cell: Cell) -> str:
    """What a cell leads to, where it leads anywhere; else what it says."""
    link = getattr(cell, "hyperlink", None)
    if link is not None and link.target:
        return str(link.target)
    return "" if cell.value is None else str(cell.value)


def _check_size(path: Path, size: int) -> None:
    if size > LARGEST:
        raise CannotTakeFrom(
            _("{name} is larger than any list of papers: more than {most} MB. Divide it.").format(
                name=path.name, most=LARGEST // 2**20
            )
        )
