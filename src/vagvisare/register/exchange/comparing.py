"""A list that came back, row by row against the register: nothing is written here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from vagvisare.kernel.errors import Refusal
from vagvisare.register.exchange.cells import CellFault, in_all_languages, same_text
from vagvisare.register.exchange.table import (
    HEADINGS,
    NUMBER,
    ROWS_AT_A_TIME,
    TOKEN,
    ListColumn,
    Table,
)
from vagvisare.register.states import RowKind
from vagvisare.writing.sheet_reading import Row

LONGEST_LABEL = 200


class NotThisList(Refusal):
    code = "register.not-this-list"


@dataclass(frozen=True)
class Places:
    """Where each column stands in the file, and which headings are not read."""

    of: dict[str, int]
    unread: list[str]

    def text(self, row: Row, name: str) -> str | None:
        """Return the cell's text; None where the file has no such column."""
        if name not in self.of:
            return None
        place = self.of[name]
        return row.cells[place] if place < len(row.cells) else ""

    def cell(self, row: Row, name: str) -> str:
        """Return the cell's address as spreadsheets have it: "C14"."""
        return f"{get_column_letter(self.of[name] + 1)}{row.number}" if name in self.of else ""


@dataclass
class Compared:
    """What a row would do."""

    number: int
    label: str
    kind: str = RowKind.UNCHANGED
    key: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    changes: dict[str, list[str]] = field(default_factory=dict)
    faults: list[tuple[str, str, str]] = field(default_factory=list)


def places_of(headings: Row, table: Table) -> Places:
    """Return where the list's columns stand, by their headings in any language, in any order.

    :raises NotThisList: when none of its columns is there, or one is there twice
    """
    known = {heading: NUMBER for heading in in_all_languages(HEADINGS[NUMBER])}
    known |= {heading: TOKEN for heading in in_all_languages(HEADINGS[TOKEN])}
    for column in table.columns:
        known |= {heading: column.name for heading in in_all_languages(column.heading)}
        known[column.name] = column.name
    found: dict[str, int] = {}
    unread: list[str] = []
    for place, heading in enumerate(headings.cells):
        name = known.get(" ".join(heading.casefold().split()))
        if name is None or (name not in (NUMBER, TOKEN) and table.column(name).read is None):
            unread += [heading.strip()[:80]] if heading.strip() else []
        elif name in found:
            raise NotThisList(_("The heading “{heading}” is there twice.").format(heading=heading))
        else:
            found[name] = place
    if not found.keys() - {NUMBER, TOKEN}:
        raise NotThisList(
            _("The first row has none of the headings of the list {name}.").format(name=table.name)
        )
    return Places(found, unread)


def compared(rows: Sequence[Row], places: Places, table: Table, on: date) -> Iterator[Compared]:
    """Yield what each row below the headings would do."""
    seen: dict[str, int] = {}
    for start in range(0, len(rows), ROWS_AT_A_TIME):
        some = rows[start : start + ROWS_AT_A_TIME]
        known = _known(some, places, table, on)
        for row in some:
            yield _Comparison(table, places, row).made(known, seen)


def _known(rows: Sequence[Row], places: Places, table: Table, on: date) -> dict[str, Any]:
    keys = {(places.text(row, NUMBER) or "").strip() for row in rows}
    asked = [int(key) for key in keys if key.isdecimal() and len(key) < 18]
    return {str(found.pk): found for found in table.rows(on).filter(pk__in=asked)}


class _Comparison:
    """One row against what it is about."""

    def __init__(self, table: Table, places: Places, row: Row) -> None:
        self.table, self.places, self.row = table, places, row
        label = (places.text(row, table.label) or "").strip()
        self.result = Compared(row.number, label[:LONGEST_LABEL])
        self.values: dict[str, Any] = {}

    def made(self, known: dict[str, Any], seen: dict[str, int]) -> Compared:
        key = (self.places.text(self.row, NUMBER) or "").strip()
        if not key:
            self._new()
        elif key not in known:
            self._fault(NUMBER, _("The list has no number {key}.").format(key=key[:40]))
        elif key in seen:
            self._fault(
                NUMBER,
                _("Number {key} stands in row {row} already.").format(key=key, row=seen[key]),
            )
        else:
            seen[key] = self.row.number
            self._known(known[key])
        if self.result.faults:
            self.result.kind = RowKind.FAULTY
        return self.result

    def _new(self) -> None:
        self.result.kind = RowKind.NEW
        if self.table.add is None:
            self._fault(NUMBER, str(self.table.add_hint))
            return
        for column in self._taken():
            text = self.places.text(self.row, column.name) or ""
            if not text.strip():
                if column.required:
                    self._fault(column.name, _("A new row needs this."))
                continue
            if column.taken == "known":
                self._fault(column.name, _("A new row cannot have this yet."))
            elif self._read(column, text):
                self.result.cells[column.name] = text
                self.result.changes[column.name] = ["", text]
        self._check(None)

    def _known(self, about: Any) -> None:
        self.result.key = str(about.pk)
        self.result.label = self.result.label or self.table.column(self.table.label).text(about)
        for column in self._taken():
            self._differs(column, about)
        if not self.result.changes and not self.result.faults:
            return
        self.result.kind = RowKind.CHANGED
        if self._changed_meanwhile(about):
            self.result.kind = RowKind.CONFLICT
            self.result.faults = []
            return
        self._check(about)

    def _differs(self, column: ListColumn, about: Any) -> None:
        given, ours = self.places.text(self.row, column.name), column.text(about)
        if given is None or same_text(ours, given):
            return
        if self.table.change is None or column.taken == "new":
            self._fault(
                column.name,
                _("This is not changed by a list. It says “{ours}”.").format(ours=ours[:80]),
            )
        elif self._read(column, given) and self.values[column.name] != column.value(about):
            self.result.cells[column.name] = given
            self.result.changes[column.name] = [ours, given]
        else:
            self.values.pop(column.name, None)

    def _changed_meanwhile(self, about: Any) -> bool:
        """Whether the row went out in another state; without a version that cannot be told."""
        given = (self.places.text(self.row, TOKEN) or "").strip()
        if not given:
            self._fault(
                TOKEN,
                _("The version is missing: export the list again, so that nobody’s work is lost."),
            )
            return False
        return given != self.table.token(about)

    def _taken(self) -> Iterator[ListColumn]:
        for column in self.table.columns:
            if column.read is not None:
                yield column

    def _read(self, column: ListColumn, text: str) -> bool:
        assert column.read is not None
        try:
            self.values[column.name] = column.read(text)
        except CellFault as fault:
            self._fault(column.name, str(fault))
            return False
        return True

    def _check(self, about: Any) -> None:
        if not self.result.faults:
            for name, sentence in self.table.check(about, self.values).items():
                self._fault(name, sentence)

    def _fault(self, name: str, sentence: str) -> None:
        heading = HEADINGS.get(name) or self.table.column(name).heading
        self.result.faults.append((self.places.cell(self.row, name), str(heading), sentence))
