"""From candidates to facts: the surest candidate of each field, and all of a list's."""

from collections.abc import Iterable, Sequence

from vagvisare.reading.reading import LIST_FIELDS, Fact
from vagvisare.reading.source import Candidate
from vagvisare.reading.text import Text

LEAST = 0.5


def chosen(candidates: Iterable[Candidate], text: Text) -> dict[str, Fact]:
    """Return the facts that `candidates` allow; those under LEAST are left out."""
    by_field: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.confidence >= LEAST:
            by_field.setdefault(candidate.field, []).append(candidate)
    return {field: _fact(field, found, text) for field, found in by_field.items()}


def _fact(field: str, found: Sequence[Candidate], text: Text) -> Fact:
    ranked = sorted(found, key=lambda c: (-c.confidence, c.start))
    if field not in LIST_FIELDS:
        best = ranked[0]
        value: str | bool = True if field == "tills_vidare" else best.value
        return Fact(value, (text.evidence(best.start, best.end, best.confidence),))
    unique = {candidate.value.casefold(): candidate for candidate in reversed(ranked)}
    kept = sorted(unique.values(), key=lambda c: c.start)
    evidence = tuple(text.evidence(c.start, c.end, c.confidence) for c in kept)
    return Fact(tuple(c.value for c in kept), evidence)
