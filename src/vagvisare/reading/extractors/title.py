"""The document's name as printed, line breaks repaired."""

import re
from collections.abc import Iterable

from vagvisare.reading.events.phrases import LEAD_IN
from vagvisare.reading.source import Candidate, Source

FIELD = "title"


def find(source: Source) -> Iterable[Candidate]:
    """Yield the best title; of minutes on a report, the name of the document reported on."""
    title = source.title
    if title is None or not title.value:
        return
    lead = LEAD_IN.match(title.value)
    events = [event for event in source.events if event.document_title]
    if source.kind == "minutes" and lead and events:
        named = events[0].document_title or ""
        place = re.search(r"\s+".join(map(re.escape, named.split())), source.clean)
        start, end = place.span() if place else (title.start, title.end)
        yield Candidate(FIELD, named, start, end, 0.85)
    else:
        yield Candidate(FIELD, title.value, title.start, title.end, title.confidence)
