"""The days on which the document was revised or prolonged after its adoption."""

from collections.abc import Iterable

from vagvisare.reading.dates import dates_in
from vagvisare.reading.source import Candidate, Source

FIELD = "revised_dates"


def find(source: Source) -> Iterable[Candidate]:
    """Yield the dates of revision fields and of revision phrases in the head."""
    for field in source.fields("revised"):
        for day in dates_in(source.clean, field.start, field.end)[:1]:
            yield Candidate(FIELD, day.value, day.start, day.end, 0.93)
    for act in source.acts:
        if act.revises and act.date and source.kind == "steering":
            yield Candidate(FIELD, act.date.value, act.date.start, act.date.end, act.strength)
