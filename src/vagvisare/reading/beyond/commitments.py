"""Commitments: what is to be done, and who, when and how it is measured where that is stated."""

from collections.abc import Iterable

from vagvisare.reading.beyond.commitment import Commitment
from vagvisare.reading.beyond.commitment_lists import listed
from vagvisare.reading.beyond.commitment_sentences import worded
from vagvisare.reading.beyond.commitment_tables import tabled
from vagvisare.reading.reading import Finding
from vagvisare.reading.source import Source

FACT = "commitments"


def find(source: Source) -> Iterable[Finding]:
    """Yield each commitment once, in the order they stand; the one that states most of it."""
    if source.kind != "steering":
        return ()
    found: dict[str, Commitment] = {}
    for commitment in (*tabled(source), *listed(source), *worded(source)):
        key = commitment.what.casefold().rstrip(".")
        if key not in found or commitment.states_more_than(found[key]):
            found[key] = commitment
    return sorted(found.values(), key=lambda c: (c.evidence.page, c.evidence.start))
