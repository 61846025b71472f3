"""Workbooks and CSV files out of rows: the one place that writes them.

Text from a person or a file is never taken for a formula. In a workbook a cell says itself that
it is text, so nothing is changed. A CSV file cannot say so: there, a text that begins like a
formula gets an apostrophe before it, and `plain` takes it away when the file comes back.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, BinaryIO, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet


@dataclass(frozen=True)
class Link:
    """A text that leads to an address."""

    text: str
    address: str


Value: TypeAlias = str | int | float | bool | date | Link | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL = 32_767  # characters Excel takes
LONGEST_NAME = 31  # characters of a sheet's name
_FORBIDDEN_IN_NAMES = str.maketrans({sign: "-" for sign in "[]:*?/\\"})
_TAKEN_FOR_MORE = ("=", "#")  # formulas and error values
# What no XML file can hold: control characters, halves of characters, two that are none.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel's way to write a character by its number; a text that looks so must say that it is none.
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LINK = Font(color="0B5CAD", underline="single")
_BOLD = Font(bold=True)
_HEADER = PatternFill("solid", fgColor="E8EDF2")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class Column:
    """A column's heading and its width in characters."""

    heading: str
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """A sheet to write; the rows are taken one at a time, each as long as the columns are many."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


def write_workbook(target: Path | BinaryIO, sheets: Iterable[Sheet]) -> None:
    """Write the sheets as an Excel file: headings stay in sight, every column can be filtered.

    Rows go to disk as they come, so that memory does not grow with them.

    :raises OSError: when the file cannot be written
    """
    book = Workbook(write_only=True)
    try:
        for sheet in sheets:
            _write_sheet(book, sheet)
        book.save(target)
    finally:
        for page in book.worksheets:
            if not page.closed:  # cut short: what openpyxl began must be ended
                page.close()


def _write_sheet(book: Workbook, sheet: Sheet) -> None:
    page: WriteOnlyWorksheet = book.create_sheet(_sheet_name(sheet.name))
    page.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.append([_heading(page, column.heading) for column in sheet.columns])
    count = 1
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])
        count += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{count}"


def write_csv(target: IO[str], columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> None:
    """Write the rows with semicolons between, as a Swedish Excel opens them."""
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in columns])
    for row in rows:
        writer.writerow([harmless(_as_text(value)) for value in row])


def harmless(text: str) -> str:
    """Return the text as no program takes it for a formula."""
    return f"'{text}" if text.startswith((*FORMULA_STARTS, "'")) else text


def plain(text: str) -> str:
    """Return what `harmless` was given."""
    return text[1:] if text.startswith("'") else text


def storable(text: str) -> str:
    """Return the text as a workbook can hold it: a space for each character that none can."""
    return _IMPOSSIBLE.sub(" ", text)


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Link):
        return value.text
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _sheet_name(name: str) -> str:
    return name.translate(_FORBIDDEN_IN_NAMES)[:LONGEST_NAME]


def _heading(page: WriteOnlyWorksheet, heading: str) -> Cell:
    cell = WriteOnlyCell(page, value=heading)
    cell.font, cell.fill, cell.alignment = _BOLD, _HEADER, _WRAPPED
    return cell


def _cell(page: WriteOnlyWorksheet, value: Value) -> Value | Cell:
    if not isinstance(value, str | Link):
        return value
    text = value.text if isinstance(value, Link) else value
    text = _LIKE_AN_ESCAPE.sub("_x005F_", storable(text)[:LONGEST_CELL])
    if isinstance(value, str) and not text.startswith(_TAKEN_FOR_MORE):
        return text
    cell = WriteOnlyCell(page, value=text)
    cell.data_type = "s"
    if isinstance(value, Link):
        cell.hyperlink, cell.font = value.address, _LINK
    return cell
