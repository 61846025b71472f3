"""The days on which the document was revised or prolonged after its adoption."""

from collections.abc import Iterable

from vagvisare.reading.dates import dates_in
from vagvisare.reading.extractors import decision_date
from vagvisare.reading.source import Candidate, Source

FIELD = "revised_dates"


def find(source: Source) -> Iterable[Candidate]:
    """Yield the dates of revision fields and phrases; a draft's revision came before the adoption."""
    decided = max(decision_date.find(source), key=lambda c: c.confidence, default=None)
    for candidate in _all(source):
        if decided is None or candidate.value >= decided.value[: len(candidate.value)]:
            yield candidate


def _all(source: Source) -> Iterable[Candidate]:
    for field in source.fields("revised"):
        for day in dates_in(source.clean, field.start, field.end)[:1]:
            yield Candidate(FIELD, day.value, day.start, day.end, 0.93)
    for act in source.acts:
        if act.revises and act.date and source.kind == "steering":
            yield Candidate(FIELD, act.date.value, act.date.start, act.date.end, act.strength)
