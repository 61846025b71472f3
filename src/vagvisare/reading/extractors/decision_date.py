"""The day, month or year of the adoption; of minutes the day of the meeting."""

from collections.abc import Iterable

from vagvisare.reading.dates import dates_in, years_in
from vagvisare.reading.extractors.decision import adoption
from vagvisare.reading.labels import Labelled
from vagvisare.reading.source import Candidate, Source

FIELD = "decision_date"


def find(source: Source) -> Iterable[Candidate]:
    """Yield the date from the decision field, an adoption phrase, or the minutes' head."""
    if source.kind in ("memo", "summons", "report"):
        return
    if source.kind == "minutes":
        yield from _meeting(source)
        return
    for field in source.fields("decision") + source.fields("deciding_body"):
        yield from _labelled(source, field)
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
