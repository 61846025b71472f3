"""Whether the document stands until further notice."""

from collections.abc import Iterable

from vagvisare.reading.extractors.validity_fields import fields, sentences
from vagvisare.reading.source import Candidate, Source

FIELD = "tills_vidare"


def find(source: Source) -> Iterable[Candidate]:
    """Yield each validity field that says "tills vidare"."""
    for period, sure in (*fields(source), *sentences(source)):
        if period.open_ended:
            yield Candidate(FIELD, "true", period.open_ended.start, period.open_ended.end, sure)
