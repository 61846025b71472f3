"""The day, month or year of the adoption; of minutes the day of the meeting."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from vagvisare.reading.dates import dates_in, years_in
from vagvisare.reading.extractors.decision import adoption, decision_fields
from vagvisare.reading.labels import Labelled
from vagvisare.reading.near import near
from vagvisare.reading.source import Candidate, Source
from vagvisare.reading.subjects import concern

FIELD = "decision_date"
_SECTION_OF_YEAR = re.compile(r"§\s?\d{1,3}/(?P<year>(?:19|20)\d\d)(?!\d)")  # KF § 63/2017
# "Handlingsplanen är fastställd den 21 april 2020"
_STATED = re.compile(
    r"(?<!\w)(?P<what>[A-ZÅÄÖ][a-zåäö]+)\s+är\s+(?:antag(?:en|et|na)|fastställ(?:d|t|da)|beslutad|beslutat)\s+(?:den\s+)?(?=\d)"
)


@lru_cache(maxsize=1)  # revisions and terms of validity count from it
def find(source: Source) -> tuple[Candidate, ...]:
    """Return the dates from decision fields, an adoption phrase, or the minutes' head."""
    return tuple(_found(source))


def decided(source: Source) -> Candidate | None:
    """Return the surest date of the adoption."""
    return max(find(source), key=lambda candidate: candidate.confidence, default=None)


def _found(source: Source) -> Iterator[Candidate]:
    if source.kind in ("memo", "summons", "report"):
        return
    if source.kind == "minutes":
        yield from _meeting(source)
        return
    for field in decision_fields(source):
        yield from _labelled(source, field)
    yield from _of_section(source)
    yield from _stated(source)
    yield from _standing_memorandum(source)
    act = adoption(source)
    if act and act.date:
        yield Candidate(FIELD, act.date.value, act.date.start, act.date.end, act.strength)


def _labelled(source: Source, field: Labelled) -> Iterable[Candidate]:
    days = dates_in(source.clean, field.start, field.end)
    stated = days or list(years_in(source.clean, field.start, field.end))
    if stated and not field.is_placeholder:
        first = stated[0]
        yield Candidate(FIELD, first.value, first.start, first.end, 0.95 if first.is_day else 0.8)


def _of_section(source: Source) -> Iterable[Candidate]:
    """Yield the year that stands in a field with its section: "Antagen: KF § 63/2017"."""
    for field in decision_fields(source):
        match = _SECTION_OF_YEAR.search(source.clean, field.start, field.end)
        if match:
            yield Candidate(FIELD, match["year"], match.start("year"), match.end("year"), 0.85)


def _stated(source: Source) -> Iterable[Candidate]:
    """Yield the day of a sentence that names the document and no body."""
    for match in near(_STATED, ("antag", "fastst", "beslut"), source.clean, around=40):
        days = dates_in(source.clean, match.end(), match.end() + 24)
        typed = source.vocabulary.type_of(match["what"])
        if days and days[0].start == match.end() and typed:
            sure = concern(match[0], source.subject, source.vocabulary)
            yield Candidate(FIELD, days[0].value, days[0].start, days[0].end, min(sure, 0.8))


def _standing_memorandum(source: Source) -> Iterable[Candidate]:
    """Yield the day a standing memorandum (PM) was drawn up: it has no other adoption."""
    if source.type is None or source.type.value != "pm":
        return
    for field in source.fields("other"):
        days = dates_in(source.clean, field.start, field.end)
        if field.label.casefold() in ("upprättat", "upprättad") and days:
            yield Candidate(FIELD, days[0].value, days[0].start, days[0].end, 0.7)


def _meeting(source: Source) -> Iterable[Candidate]:
    day = source.meeting.day
    if source.context and source.context.date:
        yield Candidate(
            FIELD,
            source.context.date.isoformat(),
            day.start if day else 0,
            day.end if day else 0,
            0.97,
        )
    elif day:
        yield Candidate(FIELD, day.value, day.start, day.end, 0.94)
