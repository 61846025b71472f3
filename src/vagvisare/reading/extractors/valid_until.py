"""The last day or year of validity."""

from collections.abc import Iterable

from vagvisare.reading.extractors.validity_fields import fields, sentences, title_period
from vagvisare.reading.source import Candidate, Source

FIELD = "valid_until"


def find(source: Source) -> Iterable[Candidate]:
    """Yield the last day from validity fields and from the title."""
    for period, sure in fields(source):
        if period.last:
            yield Candidate(FIELD, period.last.value, period.last.start, period.last.end, sure)
    for period, sure in sentences(source):
        if period.last:
            yield Candidate(FIELD, period.last.value, period.last.start, period.last.end, sure)
    named = title_period(source)
    if named and named.last:
        yield Candidate(FIELD, named.last.value, named.last.start, named.last.end, 0.9)
