"""The type of document in its base form: plan, policy, riktlinje, reglemente."""

from collections.abc import Iterable

from vagvisare.reading.source import Candidate, Source

FIELD = "document_type"


def find(source: Source) -> Iterable[Candidate]:
    """Yield the type that the type field, the title or the heading names."""
    typed = source.type
    if typed:
        yield Candidate(FIELD, typed.value, typed.start, typed.end, typed.confidence)
