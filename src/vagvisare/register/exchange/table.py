"""What a list is: its columns as data, how a row is written, and how one is taken up."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vagvisare.access.permissions import Permission
from vagvisare.organization.models import Person
from vagvisare.register.exchange.cells import Read, cell_text
from vagvisare.writing.sheets import Column, Value

Words = str | Promise
ROWS_AT_A_TIME = 500
NUMBER, TOKEN = "number", "version"


@dataclass(frozen=True)
class ListColumn:
    """A column of a list.

    value  of what a row is about: what is compared
    show   how the value stands in the cell
    read   from the cell's text to the value; None: the column is only shown
    taken  whether it is taken from new rows, from rows that are there, or both
    """

    name: str
    heading: Words
    value: Callable[[Any], Any]
    read: Read | None = None
    show: Callable[[Any], Value] = lambda value: value
    taken: Literal["both", "new", "known"] = "both"
    required: bool = False
    width: int = 16

    def text(self, row: Any) -> str:
        """Return the cell's text for what the row is about."""
        return cell_text(self.show(self.value(row)))


@dataclass(frozen=True)
class Table:
    """A list that goes out and comes back with the same columns.

    rows       all that the list is about, in order, with what the columns need; the day is the one
               that standing is asked for
    revision   counts the edits of a row, where it has such a count
    add        makes what a new row tells of; None: such rows come into being another way, which
               `add_hint` says
    change     gives what a row is about the values that differ
    check      faults of a row as a whole: column -> sentence
    take_back  undoes `add` as far as that goes, and says what stays
    """

    key: str
    name: Words
    seen_by: Permission
    changed_by: Permission
    columns: tuple[ListColumn, ...]
    label: str
    rows: Callable[[date], models.QuerySet[Any]]
    revision: Callable[[Any], int] = lambda row: 0
    add: Callable[..., models.Model] | None = None
    add_hint: Words = ""
    change: Callable[..., None] | None = None
    check: Callable[[Any, dict[str, Any]], dict[str, str]] = lambda row, values: {}
    take_back: Callable[..., str] | None = None

    def column(self, name: str) -> ListColumn:
        """Return the column of that name.

        :raises LookupError: when there is none
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise LookupError(name)

    def token(self, row: Any) -> str:
        """Return what tells this state of the row from every other: its revision and contents."""
        told = "\x1f".join(column.text(row) for column in self.columns if column.read)
        digest = hashlib.sha256(told.encode(errors="replace")).hexdigest()[:8]
        return f"v{self.revision(row)}-{digest}"

    def sheet_columns(self) -> list[Column]:
        """Return the headings as the files have them: number and version first."""
        ours = [Column(str(column.heading), column.width) for column in self.columns]
        return [Column(str(HEADINGS[NUMBER]), 8), *ours, Column(str(HEADINGS[TOKEN]), 14)]

    def sheet_rows(self, rows: Iterable[Any]) -> Iterator[list[Value]]:
        """Return the cells of each row."""
        for row in rows:
            ours = [_cell(column.show(column.value(row))) for column in self.columns]
            yield [row.pk, *ours, self.token(row)]


HEADINGS: dict[str, Words] = {NUMBER: _("No."), TOKEN: _("Version")}


@dataclass(frozen=True)
class Doing:
    """Who changes the register by an import, and the import's name."""

    by: Person
    because: str


def _cell(value: Value) -> Value:
    return cell_text(value) if isinstance(value, bool) else value
