"""Commitments in tables: a row of headings (Åtgärd, Ansvarig, När), and a row for each."""

import re
from collections.abc import Iterator, Sequence

from vagvisare.reading.beyond.commitment import Commitment, due_of, is_time, stated
from vagvisare.reading.lines import Line
from vagvisare.reading.source import Source

_HEADS = re.compile(r"(?i)(?:^|\t)(?:åtgärd|aktivitet|åtagande|insats)")
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "what",
        re.compile(
            r"(?i)^(?:åtgärd(?:er)?|aktivitet(?:er)?|åtagande(?:n)?|insats(?:er)?)(?:\s.{0,30})?$"
        ),
    ),
    (
        "responsible",
        re.compile(r"(?i)^(?:huvud)?ansvar(?:ig(?:a|t)?)?(?:\s.{0,30})?$|^(?:vem|utförare)\??$"),
    ),
    (
        "time",
        re.compile(
            r"(?i)^(?:när|tid(?:s?plan|punkt|ram|speriod)?|klart?(?:\s+senast)?|senast|start(?:\s*[-–]\s*slut)?|slutdatum|år|genomförs|period)\??(?:\s.{0,20})?$"
        ),
    ),
    (
        "indicator",
        re.compile(
            r"(?i)^(?:indikator(?:er)?|nyckeltal|mått|mätetal|uppföljning|mäts\s.{0,20})(?:\s.{0,30})?$"
        ),
    ),
)
_WHOLE, _SHORT = 0.85, 0.65
_MOST_ROWS = 300


def tabled(source: Source) -> Iterator[Commitment]:
    """Yield the commitments of every table whose headings name them."""
    if "\t" not in source.clean:
        return
    for number, line in enumerate(source.lines):
        if "\t" in line.text and _HEADS.search(line.text):
            columns = _columns(line.text.split("\t"))
            if columns:
                yield from _rows(source, number, columns)


def _columns(cells: Sequence[str]) -> list[str] | None:
    """Return what each column holds; None when the cells are not headings of such a table."""
    named = [
        next((name for name, pattern in _COLUMNS if pattern.match(cell.strip(" :"))), "")
        for cell in cells
    ]
    found = [name for name in named if name]
    if "what" not in found or len(found) < 2 or len(set(found)) < len(found):
        return None
    return named


def _rows(source: Source, number: int, columns: Sequence[str]) -> Iterator[Commitment]:
    lines = source.lines
    heading = lines[number].text
    for at in range(number + 1, min(len(lines), number + _MOST_ROWS)):
        line = lines[at]
        if "\t" not in line.text:
            return
        if line.text == heading:
            return  # the page's new heading begins its own rows
        if _goes_on(lines, at):
            continue
        commitment = _row(source, line, columns)
        if commitment:
            yield commitment


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a cell of this row goes on in the next line, or this line goes on from one."""
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return lines[at].text[:1].islower() or after[:1].islower()


def _row(source: Source, line: Line, columns: Sequence[str]) -> Commitment | None:
    cells = [cell.strip() for cell in line.text.split("\t")]
    values = _values(cells, columns)
    what = stated(values.get("what", ""))
    if what is None or len(what) < 6 or is_time(what[:12]) or not re.search(r"[a-zåäö]{3}", what):
        return None
    whole = len(cells) == len(columns)
    time = stated(values.get("time", ""))
    return Commitment(
        source.text.evidence(line.start, line.end, _WHOLE if whole else _SHORT),
        what,
        stated(values.get("responsible", "")),
        time,
        due_of(time),
        stated(values.get("indicator", "")),
    )


def _values(cells: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """Return the cells by column. In a row with empty cells left out only the sure ones are told:
    the first column's, and a cell that can only be the time."""
    if len(cells) == len(columns):
        return dict(zip(columns, cells, strict=True))
    if len(cells) > len(columns) or columns[0] != "what":
        return {}
    values = {"what": cells[0]}
    times = [cell for cell in cells[1:] if is_time(cell) and len(cell) < 30]
    return values | ({"time": times[0]} if len(times) == 1 and "time" in columns else {})
