"""The rows counted and the most urgent kept: memory grows with what is shown, not with the archive."""

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from vagvisare.inventory.report.findings import (
    OPEN_YEARS,
    Finding,
    ReportRow,
    Words,
    evidence_for,
    findings_of,
)
from vagvisare.inventory.states import About, Validity

MOST_SHOWN = 200  # of each finding; all of them stand in the workbook


@dataclass(frozen=True)
class Shown:
    """A row of a finding, with the words it rests on."""

    row: ReportRow
    words: Words | None


@dataclass
class Listed:
    """What is shown of one finding: how many there are, and the oldest of them."""

    finding: Finding
    number: int = 0
    by_body: Counter[str] = field(default_factory=Counter)
    _oldest: list[tuple[tuple[int, ...], int, Shown]] = field(default_factory=list)

    def add(self, shown: Shown) -> None:
        """Count the row, and keep it if it is among the oldest."""
        self.number += 1
        self.by_body[shown.row.deciding_body] += 1
        # Largest first in the heap, so that the youngest is what falls out.
        entry = (_reversed(_age_key(self.finding, shown.row)), -self.number, shown)
        if len(self._oldest) < MOST_SHOWN:
            heapq.heappush(self._oldest, entry)
        else:
            heapq.heappushpop(self._oldest, entry)

    @property
    def shown(self) -> list[Shown]:
        """The oldest, oldest first."""
        return [shown for _key, _number, shown in sorted(self._oldest, reverse=True)]

    @property
    def hidden(self) -> int:
        """How many are counted and not shown."""
        return self.number - len(self._oldest)


@dataclass
class Summary:
    """An inventory in figures.

    documents  steering documents the files are; spoken_of: those the files only speak of
    """

    day: date
    open_years: int = OPEN_YEARS
    files: int = 0
    documents: int = 0
    spoken_of: int = 0
    other_papers: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    validity: Counter[Validity] = field(default_factory=Counter)
    findings: dict[Finding, Listed] = field(
        default_factory=lambda: {finding: Listed(finding) for finding in Finding}
    )
    _last_file: int = 0

    def add(self, row: ReportRow) -> list[Finding]:
        """Count the row and return its findings. A file's rows come one after the other."""
        if row.file != self._last_file:
            self.files += 1
            self._last_file = row.file
        if row.candidate is not None:
            self._count_document(row)
        found = findings_of(row, self.day, self.open_years)
        for finding in found:
            self.findings[finding].add(Shown(row, evidence_for(finding, row, self.day)))
        return found

    def add_all(self, rows: Iterable[ReportRow]) -> "Summary":
        """Count all the rows and return the summary itself."""
        for row in rows:
            self.add(row)
        return self

    def _count_document(self, row: ReportRow) -> None:
        if not row.kind:
            self.other_papers += row.about == About.OWN
        elif row.about == About.MENTIONED:
            self.spoken_of += 1
        else:
            self.documents += 1
            self.kinds[row.kind] += 1
            self.bodies[row.deciding_body] += 1
            self.validity[row.validity] += 1


def _age_key(finding: Finding, row: ReportRow) -> str:
    """What the rows of a finding are sorted by: the day it has been so since, else the path."""
    since = row.valid_until if finding == Finding.OVER else row.decided_on
    return f"{since or '9999'} {row.path}"


def _reversed(key: str) -> tuple[int, ...]:
    """A key that sorts the other way around, for the heap."""
    return (*(-ord(sign) for sign in key), 1)
