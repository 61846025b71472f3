"""The days on which the document was revised or prolonged after its adoption."""

import re
from collections.abc import Iterable

from vagvisare.reading.acts import Act
from vagvisare.reading.dates import StatedDate, dates_in
from vagvisare.reading.extractors import decision_date
from vagvisare.reading.near import near
from vagvisare.reading.source import Candidate, Source

FIELD = "revised_dates"
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
        for day in dates_in(source.clean, field.start, field.end)[:1]:
            yield Candidate(FIELD, day.value, day.start, day.end, 0.93)
    for act in source.acts:
        if act.revises and act.date and source.kind == "steering" and _is_own(act, source):
            yield Candidate(FIELD, act.date.value, act.date.start, act.date.end, act.strength)
    for match in near(_PROLONGED, ("förläng", "prolonger"), source.clean):
        for day in _right_after(match, source):
            yield Candidate(FIELD, day.value, day.start, day.end, 0.85)


def _right_after(match: re.Match[str], source: Source) -> list[StatedDate]:
    days = dates_in(source.clean, match.end(), match.end() + 24)
    return [day for day in days[:1] if day.start == match.end()]


def _is_own(act: Act, source: Source) -> bool:
    """Tell whether the day stands in the act's own sentence, not in the one before."""
    between = source.clean[act.date.end : act.start] if act.date else ""
    return not re.search(r"\.\s+$", between)
