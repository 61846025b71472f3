"""What stands beyond the header: one module for each fact, told only where it is found."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from vagvisare.reading.beyond.commitments import find as commitments
from vagvisare.reading.beyond.goals import find as goals
from vagvisare.reading.beyond.laws import find as laws
from vagvisare.reading.beyond.promises import find as promises
from vagvisare.reading.reading import Finding
from vagvisare.reading.source import Source

Finder: TypeAlias = Callable[[Source], Iterable[Finding]]

BEYOND: dict[str, Finder] = {
    "commitments": commitments,
    "goals": goals,
    "promises": promises,
    "laws": laws,
}


def found_beyond(source: Source) -> dict[str, tuple[Finding, ...]]:
    """Return what each fact finds in `source`, without those that find nothing."""
    found = {name: tuple(find(source)) for name, find in BEYOND.items()}
    return {name: findings for name, findings in found.items() if findings}
