"""Which column of a list names the files. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Headings that lists have for it, the surest first; folded, without what is not a letter.
_HEADINGS = (
    ("sökväg", "filsökväg", "filväg", "path", "filepath", "sökvägtillfil", "sökvägtillfilen"),
    ("fil", "file", "dokumentfil", "fillänk"),
    (
        "länk",
        "link",
        "url",
        "adress",
        "webbadress",
        "länktilldokument",
        "hyperlänk",
        "dokumentlänk",
    ),
    ("filnamn", "filename", "filensnamn", "dokumentnamn"),
)
_FOLDERS = ("sökväg", "filsökväg", "path")  # may name the folder, with the name beside
_NAMES = ("filnamn", "filename", "filensnamn", "fil", "file")
_HEADED_WITHIN = 10  # rows; lists begin with a title and a date
# "KF\\plan.pdf", "policy för resor.docx", "file:///G:/plan.pdf"
_LIKE_PATH = re.compile(
    r"(?:file:)?[^\n]{1,400}\.(?:pdf|docx?|docm|od[tps]|rtf|txt|pptx?|xlsx?|html?|tiff?|jpe?g|png)",
    re.I,
)
_ENOUGH = 0.5  # share of the cells in a column that must look like paths


@dataclass(frozen=True)
class Columns:
    """Where in a row the path stands, from 0, where the name when the path is a folder, and the
    number of rows before the first file."""

    path: int
    name: int | None = None
    skip: int = 0


def columns_in(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return which column names the files, told from the first rows of a list; None if none does."""
    for number, row in enumerate(rows[:_HEADED_WITHIN]):
        headings = [_folded(cell) for cell in row]
        for words in _HEADINGS:
            column = next((i for i, said in enumerate(headings) if said in words), None)
            if column is not None and len([h for h in headings if h]) >= _fewest(rows):
                return Columns(column, _name_beside(headings, column), number + 1)
    return _by_looks(rows)


def _fewest(rows: Sequence[Sequence[str]]) -> int:
    """Headings that a heading row has at least: two, where the list has several columns."""
    return 2 if max((len(row) for row in rows), default=1) > 1 else 1


def _folded(heading: str) -> str:
    return "".join(sign for sign in heading.casefold() if sign.isalpha())


def _name_beside(headings: Sequence[str], column: int) -> int | None:
    if headings[column] not in _FOLDERS:
        return None
    return next((i for i, said in enumerate(headings) if said in _NAMES and i != column), None)


def _by_looks(rows: Sequence[Sequence[str]]) -> Columns | None:
    shares = {}
    for column in range(max((len(row) for row in rows), default=0)):
        cells = [row[column].strip() for row in rows if column < len(row) and row[column].strip()]
        alike = sum(looks_like_path(cell) for cell in cells)
        shares[column] = alike / len(cells) if cells else 0.0
    best = max(shares, key=lambda column: shares[column], default=None)
    if best is None or shares[best] < _ENOUGH:
        return None
    skip = next(n for n, row in enumerate(rows) if best < len(row) and looks_like_path(row[best]))
    return Columns(best, None, skip)


def looks_like_path(cell: str) -> bool:
    """Tell whether a cell ends as the names of papers do."""
    return _LIKE_PATH.fullmatch(cell.strip().strip('"')) is not None
