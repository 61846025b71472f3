"""The days on which the document was revised or prolonged after its adoption."""

import re
from collections.abc import Iterable

from vagvisare.reading.acts import Act
from vagvisare.reading.dates import StatedDate, dates_in
from vagvisare.reading.extractors import decision_date
from vagvisare.reading.near import near
from vagvisare.reading.source import Candidate, Source

FIELD = "revised_dates"
_ROW = 400  # characters of a list of revisions
# Between two days of a list; each may have its section: "den 17 juni 2003, 146, den 16 mars 2004"
_COMMA = re.compile(
    r"\s*(?:,?\s*§{0,2}\s?\d{1,3})?\s*(?:,|;|och|samt|,\s*(?:och|samt))\s*(?:den\s+|(?:KF|KS)\s+)?"
)
# "Förlängdes till att gälla till och med 2018 enligt beslut av kommunfullmäktige 25 april 2017"
_PROLONGED = re.compile(
    r"(?i)(?<!\w)(?:förläng(?:d|t|des|ts)|prolongera(?:d|t|des|ts))(?!\w)[^.\n]{0,90}?beslut[^.\n\d]{0,60}(?=\d)"
)


def find(source: Source) -> Iterable[Candidate]:
    """Yield the dates of revision fields and phrases; a draft's revision came before the adoption."""
    decided = max(decision_date.find(source), key=lambda c: c.confidence, default=None)
    for candidate in _all(source):
        if decided is None or _is_later(candidate.value, decided.value):
            yield candidate


def _is_later(day: str, decided: str) -> bool:
    """Tell whether a revision came after the adoption; the bare year of the adoption does not."""
    return day > decided[: len(day)] or (day == decided[: len(day)] and len(day) >= len(decided))


def _all(source: Source) -> Iterable[Candidate]:
    for field in source.fields("revised"):
        for day in _in_a_row(source.clean, dates_in(source.clean, field.start, field.end)):
            yield Candidate(FIELD, day.value, day.start, day.end, 0.93)
    for act in source.acts:
        if act.revises and act.date and source.kind == "steering" and _is_own(act, source):
            later = dates_in(source.clean, act.date.end, act.date.end + _ROW)
            for day in _in_a_row(source.clean, [act.date, *later]):
                yield Candidate(FIELD, day.value, day.start, day.end, act.strength)
    for match in near(_PROLONGED, ("förläng", "prolonger"), source.clean):
        for day in _right_after(match, source):
            yield Candidate(FIELD, day.value, day.start, day.end, 0.85)


def _in_a_row(text: str, days: list[StatedDate]) -> list[StatedDate]:
    """Return the first day and those that follow it in a list: "1992-10-29, 1994-09-29"."""
    row = days[:1]
    for day in days[1:]:
        if not _COMMA.fullmatch(text, row[-1].end, day.start):
            break
        row.append(day)
    return row


def _right_after(match: re.Match[str], source: Source) -> list[StatedDate]:
    days = dates_in(source.clean, match.end(), match.end() + 24)
    return [day for day in days[:1] if day.start == match.end()]


def _is_own(act: Act, source: Source) -> bool:
    """Tell whether the day stands in the act's own sentence, not in the one before."""
    between = source.clean[act.date.end : act.start] if act.date else ""
    return not re.search(r"\.\s+$", between)
