"""The first day or year of validity."""

from collections.abc import Iterable

from vagvisare.reading.extractors.validity_fields import fields, sentences, title_period
from vagvisare.reading.source import Candidate, Source

FIELD = "valid_from"


def find(source: Source) -> Iterable[Candidate]:
    """Yield the first day from validity fields and from the title."""
    for period, sure in fields(source):
        if period.first:
            yield Candidate(FIELD, period.first.value, period.first.start, period.first.end, sure)
    for period, sure in sentences(source):
        if period.first:
            yield Candidate(FIELD, period.first.value, period.first.start, period.first.end, sure)
    named = title_period(source)
    if named and named.first:
        yield Candidate(FIELD, named.first.value, named.first.start, named.first.end, 0.9)
