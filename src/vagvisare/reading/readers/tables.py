"""Tables as text in which a label finds its value, and how a page's text shows that it has one."""

import re
from collections.abc import Sequence
from itertools import islice

from vagvisare.reading.vocabulary import standard

# Words of the table at a document's head: "Beslutad av", "Dokumenttyp", "Giltig till och med".
HEADER_WORDS: tuple[str, ...] = (
    "Beslut",
    "Antagen",
    "Antaget",
    "Fastställ",
    "Dokument",
    "Giltig",
    "Gäller",
    "Diarie",
    "Dnr",
    "Ansvarig",
    "Senast",
    "Revider",
    "Ersätt",
    "Titel",
    "Typ",
    "Version",
    "Datum",
    "Ikraft",
)
# Columns of a plan of action: what is to be done, and what is told of it. The headings stand on one
# line: "Mål Åtgärd Ansvarig Klart".
DEED_COLUMNS = ("Mål", "Delmål", "Åtgärd", "Aktivitet", "Insats", "Åtagande", "Uppdrag")
DETAIL_COLUMNS = (
    "Ansvarig",
    "Ansvar",
    "Indikator",
    "Nyckeltal",
    "Mått",
    "Tidplan",
    "Tidsplan",
    "När",
    "Klart",
    "Uppföljning",
    "Status",
)
_FAR = 6_000  # signs of a page that are looked through
_LONGEST_HEADINGS = 120


def _column(names: Sequence[str]) -> str:
    return rf"(?:{'|'.join(names)})(?:a|er|ar|et|en|erna|arna|t)?\b"


# Both begin with a capital, which the engine can skip to.
_HEADER_WORD, _DEED_NAME = (re.compile("|".join(words)) for words in (HEADER_WORDS, DEED_COLUMNS))
_DEED = re.compile(rf"\b(?:{_column(DEED_COLUMNS)})")
_DETAIL = re.compile(rf"\b(?:{_column(DETAIL_COLUMNS)})")


def has_table(text: str) -> bool:
    """Tell whether a page with this text is likely to hold a table whose cells matter."""
    head = text[:_FAR]
    return len(list(islice(_HEADER_WORD.finditer(head), 2))) > 1 or _has_headings(head)


def _has_headings(text: str) -> bool:
    """Tell whether a short line names a deed and what is told of it, as columns do."""
    return any(
        _DEED.match(text, name.start()) and _is_row_of_headings(text, name.start())
        for name in _DEED_NAME.finditer(text)
    )


def _is_row_of_headings(text: str, place: int) -> bool:
    """Tell whether the line at `place` is short, no sentence, and names what is told of a deed."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) <= _LONGEST_HEADINGS and "." not in line and bool(_DETAIL.search(line))


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table's lines: "label:\\tvalue" where a row of labels stands over a row of values."""
    lines: list[str] = []
    index = 0
    cells = [[cell.strip() for cell in row] for row in rows]
    while index < len(cells):
        row = cells[index]
        below = cells[index + 1] if index + 1 < len(cells) else []
        third = cells[index + 2] if index + 2 < len(cells) else []
        if _are_labels(row) and below and not _are_labels(below) and not _is_history(row, third):
            lines.extend(_paired(row, below))
            index += 2
            continue
        lines.append("\t".join(_one_line(cell) for cell in row if cell))
        index += 1
    return [line for line in lines if line.strip()]


def _are_labels(row: Sequence[str]) -> bool:
    named = [cell for cell in row if cell]
    return len(named) > 1 and all(_is_label(cell) for cell in named)


def _is_label(cell: str) -> bool:
    return " ".join(cell.split()).rstrip(":; ").casefold() in standard().labels


def _is_history(row: Sequence[str], third: Sequence[str]) -> bool:
    """Tell whether the labels head a list of several rows rather than one row of values."""
    return bool(third) and not _are_labels(third) and sum(bool(cell) for cell in third) > 1


def _paired(labels: Sequence[str], values: Sequence[str]) -> list[str]:
    width = max(len(labels), len(values))
    pairs = zip(
        (*labels, *[""] * (width - len(labels))),
        (*values, *[""] * (width - len(values))),
        strict=True,
    )
    return [
        f"{_one_line(label).rstrip(':; ')}:\t{_one_line(value)}" if label else _one_line(value)
        for label, value in pairs
    ]


def _one_line(cell: str) -> str:
    """Return the cell on one line; a cell of its own "label:\\nvalue" keeps its break."""
    return " ".join(cell.split())
