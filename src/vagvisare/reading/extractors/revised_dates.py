"""The days on which the document was revised or prolonged after its adoption."""

import re
from collections.abc import Iterable
from itertools import pairwise

from vagvisare.reading.acts import Act
from vagvisare.reading.dates import StatedDate, dates_in
from vagvisare.reading.extractors.decision_date import decided
from vagvisare.reading.labels import Labelled
from vagvisare.reading.near import near
from vagvisare.reading.source import Candidate, Source

FIELD = "revised_dates"
# "förlängd t.o.m. 2027-12-31": that day is the new end, not the day of the decision.
_NEW_END = re.compile(r"(?i)(?:t\.?\s?o\.?\s?m\.?|\btill(?:\s+och\s+med)?)\s*(?:den\s+)?$")
# "antaget den 12 december 1994, med ändringar senast den 17 december 2018, § 223"
_CHANGED = re.compile(
    r"(?i)med\s+(?:senaste\s+)?ändring(?:ar)?\s+(?:senast\s+)?(?:av\s+\w+\s+)?(?:den\s+)?(?=\d)"
)
_ROW = 400  # characters of a list of revisions
# Between two days of a list; each may have its section: "den 17 juni 2003, 146, den 16 mars 2004"
_COMMA = re.compile(
    r"\s*(?:,?\s*§{0,2}\s?\d{1,3})?\s*(?:,|;|och|samt|,\s*(?:och|samt))\s*(?:den\s+|(?:KF|KS)\s+)?"
)
# "Förlängdes till att gälla till och med 2018 enligt beslut av kommunfullmäktige 25 april 2017"
_PROLONGED = re.compile(
    r"(?i)(?<!\w)(?:förläng(?:d|t|des|ts)|prolongera(?:d|t|des|ts))(?!\w)[^\n]{0,90}?\b(?:beslut\w*|genom|enligt)\s[^\n\d]{0,60}(?=\d)"
)


def find(source: Source) -> Iterable[Candidate]:
    """Yield the dates of revision fields and phrases; a draft's revision came before the adoption."""
    adopted = decided(source)
    for candidate in _all(source):
        if adopted is None or _is_later(candidate.value, adopted.value):
            yield candidate


def _is_later(day: str, decided: str) -> bool:
    """Tell whether a revision came after the adoption; the bare year of the adoption does not."""
    return day > decided[: len(day)] or (day == decided[: len(day)] and len(day) >= len(decided))


def _all(source: Source) -> Iterable[Candidate]:
    for field in source.fields("revised") + _updated(source):
        for day in _in_a_row(source.clean, dates_in(source.clean, field.start, field.end)):
            yield Candidate(FIELD, day.value, day.start, day.end, 0.93)
    for act in source.acts:
        if act.revises and act.date and source.kind == "steering" and _is_own(act, source):
            later = dates_in(source.clean, act.date.end, act.date.end + _ROW)
            for day in _in_a_row(source.clean, [act.date, *later]):
                yield Candidate(FIELD, day.value, day.start, day.end, act.strength)
    yield from _told(source)


def _told(source: Source) -> Iterable[Candidate]:
    """Yield the days of prolongations and changes that a sentence tells of."""
    for pattern, words in (
        (_PROLONGED, ("förläng", "prolonger")),
        (_CHANGED, ("med ändring", "med senaste ändring")),
    ):
        for match in near(pattern, words, source.clean):
            for day in _right_after(match, source):
                yield Candidate(FIELD, day.value, day.start, day.end, 0.85)


def _updated(source: Source) -> list[Labelled]:
    """Return "Senast uppdaterad" on the line right under the decision; a web page's stands apart."""
    return [
        field
        for before, field in pairwise(source.labelled)
        if field.field == "page_date"
        and field.label.casefold().startswith("senast")
        and before.field in ("decision", "deciding_body")
        and source.clean[before.end : field.label_start].strip(" ") == "\n"
    ]


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
    if act.date is None:
        return False
    between = source.clean[act.date.end : act.start]
    before = source.clean[max(act.start, act.date.start - 24) : act.date.start]
    return not (re.search(r"\.\s+$", between) or _NEW_END.search(before))
