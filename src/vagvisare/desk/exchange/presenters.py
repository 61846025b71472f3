"""What the pages of lists need, shaped for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from vagvisare.access.checks import can
from vagvisare.decisions.exchange.tables import TABLES
from vagvisare.organization.models import Person
from vagvisare.register.exchange.table import Table
from vagvisare.register.models import ImportRow, ImportRun
from vagvisare.register.states import ImportState, RowKind, RowOutcome

GOING_ON = (ImportState.RUNNING, ImportState.UNDOING)


@dataclass(frozen=True)
class ListShown:
    """A list that the person may see, and whether they may send it in."""

    table: Table
    importable: bool


@dataclass(frozen=True)
class Change:
    """A cell that differs. `now` is what somebody faster wrote, None when nobody was."""

    heading: str
    before: str
    after: str
    now: str | None = None


@dataclass(frozen=True)
class RowShown:
    """A row of the list with what it would do, or did."""

    row: ImportRow
    changes: list[Change]
    choosable: bool


@dataclass(frozen=True)
class Figures:
    """How many rows there are of each sort."""

    new: int
    changed: int
    unchanged: int
    faulty: int
    conflict: int
    picked: int
    done: int
    refused: int
    undone: int
    left: int
    waiting: int

    @property
    def settled(self) -> int:
        """How many of the chosen rows have been tried."""
        return self.picked - self.waiting


def lists_for(person: Person) -> list[ListShown]:
    """Return the lists the person may see."""
    return [
        ListShown(table, may_import(table, person))
        for table in TABLES.values()
        if can(person, table.seen_by)
    ]


def may_import(table: Table, person: Person) -> bool:
    """Whether anything of the list is read back, and the person may change it."""
    return bool(table.add or table.change) and can(person, table.changed_by)


def figures_of(run: ImportRun) -> Figures:
    """Return the run's counts: one query."""
    kinds = {kind: Count("pk", filter=Q(kind=kind)) for kind in RowKind.values}
    outcomes = {outcome: Count("pk", filter=Q(outcome=outcome)) for outcome in RowOutcome.values}
    picked = Count("pk", filter=Q(chosen=True))
    waiting = Count("pk", filter=Q(chosen=True, outcome=""))
    return Figures(**run.rows.aggregate(**kinds, **outcomes, picked=picked, waiting=waiting))


def rows_shown(rows: Iterable[ImportRow], run: ImportRun) -> list[RowShown]:
    """Return the rows with their changes under the list's headings."""
    table, asked = TABLES[run.table], run.state == ImportState.PREVIEWED
    return [
        RowShown(
            row=row,
            changes=_changes(row, table),
            choosable=asked and row.kind in (RowKind.NEW, RowKind.CHANGED),
        )
        for row in rows
    ]


def _changes(row: ImportRow, table: Table) -> list[Change]:
    """In the order of the columns, however the database keeps them."""
    return [
        Change(str(column.heading), *row.changes[column.name])
        for column in table.columns
        if column.name in row.changes
    ]
