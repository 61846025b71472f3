"""A list as a person has it: exported, changed in a spreadsheet, sent in again."""

import io
import re
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import translation
from openpyxl import load_workbook

from vagvisare.register.actions.edit import edit
from vagvisare.register.exchange.carry_out import accept, begin_undo, carry_out, choose, undo
from vagvisare.register.exchange.out import written
from vagvisare.register.exchange.read_list import read_list
from vagvisare.register.exchange.table import Table
from vagvisare.register.models import ImportRun
from vagvisare.register.states import ImportState

ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
DAY = date(2026, 11, 24)
MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PLAN, POLICY = "Plan för parker", "Policy för möten"
UGLY = " =1+1;\"'\r\nrad två\t_x000D_ 👩‍👩‍👧 \u2028"


def exported(table: Table, form: str = "xlsx") -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        written(table, table.rows(DAY), path, form)
        return path.read_bytes()


class Listed:
    """An exported list, open in a spreadsheet."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.book = load_workbook(io.BytesIO(exported(table)))
        self.sheet = self.book.active
        self.headings = [cell.value for cell in self.sheet[1]]

    def place(self, name: str) -> int:
        with translation.override("sv"):
            heading = {"number": "Nr", "version": "Version"}.get(name)
            heading = heading or str(self.table.column(name).heading)
        return self.headings.index(heading) + 1

    def row_of(self, label: str) -> int:
        place = self.place(self.table.label)
        for row in range(2, self.sheet.max_row + 1):
            if str(self.sheet.cell(row, place).value) == label:
                return row
        raise LookupError(label)

    def value(self, label: str, name: str):
        return self.sheet.cell(self.row_of(label), self.place(name)).value

    def write(self, row: str | int, **values) -> "Listed":
        number = row if isinstance(row, int) else self.row_of(row)
        for name, value in values.items():
            # As Excel itself saves a text that looks like one of its escapes.
            text = ESCAPE.sub("_x005F_", value) if isinstance(value, str) else value
            self.sheet.cell(number, self.place(name)).value = text
        return self

    def add(self, **values) -> "Listed":
        return self.write(self.sheet.max_row + 1, **values)

    def content(self) -> bytes:
        target = io.BytesIO()
        self.book.save(target)
        return target.getvalue()

    def sent_in(self, by, name: str = "register.xlsx") -> ImportRun:
        return sent(self.table, self.content(), by, name)


def sent(table: Table, content: bytes, by, name: str = "register.xlsx") -> ImportRun:
    return read_list(table=table, pieces=[content], file_name=name, by=by, at=MOMENT, on=DAY)


def imported(run: ImportRun, table: Table, by, left_out=()) -> ImportRun:
    choose(run=run, table=table, shown=left_out, chosen=[], by=by)
    carry_out(run=accept(run=run, table=table, by=by), table=table, by=by, on=DAY)
    run.refresh_from_db()
    assert run.state == ImportState.DONE
    return run


def undone(run: ImportRun, table: Table, by) -> ImportRun:
    undo(run=begin_undo(run=run, table=table, by=by), table=table, by=by, on=DAY)
    run.refresh_from_db()
    assert run.state == ImportState.UNDONE
    return run


def kinds(run: ImportRun) -> dict[str, str]:
    return dict(run.rows.values_list("label", "kind"))


def outcomes(run: ImportRun) -> dict[str, str]:
    return dict(run.rows.exclude(outcome="").values_list("label", "outcome"))


def edited(document, by, **values):
    document.refresh_from_db()
    fields = ("title", "popular_name", "document_type", "department", "responsible_role", "summary")
    given = {name: getattr(document, name) for name in fields} | values
    edit(document=document, based_on=document.revision, by=by, **given)
