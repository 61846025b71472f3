"""The day, month or year of the adoption; of minutes the day of the meeting."""

from collections.abc import Iterable

from vagvisare.reading.dates import dates_in, years_in
from vagvisare.reading.extractors.decision import adoption
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
        days = dates_in(source.clean, field.start, field.end) or list(
            years_in(source.clean, field.start, field.end)
        )
        if days and not field.is_placeholder:
            yield Candidate(
                FIELD, days[0].value, days[0].start, days[0].end, 0.95 if days[0].is_day else 0.8
            )
    if source.type and source.type.value == "pm":  # a standing memorandum has no other adoption
        for field in source.fields("other"):
            days = dates_in(source.clean, field.start, field.end)
            if field.label.casefold() in ("upprättat", "upprättad") and days:
                yield Candidate(FIELD, days[0].value, days[0].start, days[0].end, 0.7)
    act = adoption(source)
    if act and act.date:
        yield Candidate(FIELD, act.date.value, act.date.start, act.date.end, act.strength)


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
