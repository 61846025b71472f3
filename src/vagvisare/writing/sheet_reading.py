"""The reading twin of `sheets`: an Excel workbook or a CSV file as rows of text.

Every cell comes back as the text a person sees: days in ISO form, whole numbers without a decimal
point. A formula is its own text and never worked out. Meant to run behind the walls of the jail,
as files come from outside: nothing here trusts what a file says of its own size.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from vagvisare.writing.sheets import plain, storable

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_DELIMITERS = ";,\t"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SWEDISH = frozenset("åäöÅÄÖ")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class NotASheet(Exception):
    """The file is no list we read. `code` says why: one of the keys of `CODES`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


CODES = (
    "empty",
    "old-excel",
    "damaged",
    "too-many-rows",
    "too-many-columns",
    "too-long-cell",
    "too-large",
)


@dataclass(frozen=True)
class SheetLimits:
    """The most that a list may hold."""

    rows: int = 20_000  # below the headings; empty ones are not counted
    columns: int = 200
    characters: int = 200_000  # in one cell
    unpacked_bytes: int = 400 * 2**20  # of a workbook, which is a zip file


LIMITS = SheetLimits()


@dataclass(frozen=True)
class Row:
    """A row that holds something. `number` is the one the program shows, the headings' being 1."""

    number: int
    cells: tuple[str, ...]


def read_rows(path: Path, limits: SheetLimits = LIMITS) -> Iterator[Row]:
    """Yield the rows of the workbook's first sheet that holds any, or of the CSV file.

    :raises NotASheet: when it is neither, or larger than the limits
    """
    with path.open("rb") as file:
        start = file.read(4)
    if not start:
        raise NotASheet("empty")
    if start == _OLD_EXCEL:
        raise NotASheet("old-excel")
    rows = _workbook_rows(path, limits) if start == _ZIP else _csv_rows(path.read_bytes(), limits)
    found = False
    for row in _within(rows, limits):
        found = True
        yield row
    if not found:
        raise NotASheet("empty")


def _within(rows: Iterable[Row], limits: SheetLimits) -> Iterator[Row]:
    """The rows that hold something, without the empty cells at their ends."""
    count = 0
    for row in rows:
        cells = row.cells
        while cells and not cells[-1]:
            cells = cells[:-1]
        if not cells:
            continue
        count += 1
        if count > limits.rows + 1:
            raise NotASheet("too-many-rows")
        if len(cells) > limits.columns:
            raise NotASheet("too-many-columns")
        if any(len(cell) > limits.characters for cell in cells):
            raise NotASheet("too-long-cell")
        yield Row(row.number, cells)


def _workbook_rows(path: Path, limits: SheetLimits) -> Iterator[Row]:
    try:
        with ZipFile(path) as packed:
            if sum(item.file_size for item in packed.infolist()) > limits.unpacked_bytes:
                raise NotASheet("too-large")
        with path.open("rb") as file:  # by its name it would be refused for lacking an ending
            yield from _first_rows(load_workbook(file, read_only=True, keep_links=False))
    except NotASheet:
        raise
    except (BadZipFile, zipfile.LargeZipFile, KeyError, ValueError, TypeError, OSError) as fault:
        raise NotASheet("damaged") from fault
    except (AttributeError, IndexError, SyntaxError, NotImplementedError, EOFError) as fault:
        raise NotASheet("damaged") from fault  # what openpyxl and expat say of broken parts


def _first_rows(book: Any) -> Iterator[Row]:
    for page in book.worksheets:
        page.reset_dimensions()  # a page's own word on how large it is would be padded to
        found = False
        for number, cells in enumerate(page.iter_rows(values_only=True), start=1):
            row = Row(number, tuple(_as_text(cell) for cell in cells))
            found = found or any(row.cells)
            yield row
        if found:
            return


def _as_text(value: Any) -> str:
    """What a person sees in the cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return storable(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), value))
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    formula = getattr(value, "text", None)  # of an array: its own kind of object
    return formula if isinstance(formula, str) else str(value)


def _csv_rows(content: bytes, limits: SheetLimits) -> Iterator[Row]:
    text = decoded(content)
    if text.startswith("sep=") and len(text) > 4:  # Excel's own word on the delimiter
        head, _, text = text.partition("\n")
        delimiter = head[4]
    else:
        delimiter = delimiter_of(text)
    csv.field_size_limit(max(limits.characters * 2, 1_000))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(lines, start=1):
            yield Row(number, tuple(plain(cell).replace("\x00", " ") for cell in cells))
    except csv.Error as fault:
        raise NotASheet("damaged") from fault


def decoded(content: bytes) -> str:
    """Return the text of a CSV file: as its mark says, else UTF-8, else as Excel saves it.

    Excel on Windows saves in Windows-1252 and on a Mac in Mac Roman; the one that gives more
    Swedish letters is taken.

    :raises NotASheet: when it is no text
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as fault:
                raise NotASheet("damaged") from fault
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\x00" in content:
        raise NotASheet("damaged")
    windows = content.decode("cp1252", errors="replace")
    mac = content.decode("mac_roman")
    return max(windows, mac, key=lambda text: sum(sign in _SWEDISH for sign in text))


def delimiter_of(text: str) -> str:
    """Return what stands between the headings: the sign that parts the first line most."""
    sample = io.StringIO(text[:100_000], newline="")
    first = ""
    for line in sample:
        first += line
        if first.strip() and first.count('"') % 2 == 0:  # a heading may hold a line's end
            break
    counts = {sign: _parts(first, sign) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: counts[sign])


def _parts(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 0
