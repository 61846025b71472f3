"""The document's name as printed, line breaks repaired."""

from collections.abc import Iterable

from vagvisare.reading.source import Candidate, Source

FIELD = "title"


def find(source: Source) -> Iterable[Candidate]:
    """Yield the best title."""
    title = source.title
    if title and title.value:
        yield Candidate(FIELD, title.value, title.start, title.end, title.confidence)
