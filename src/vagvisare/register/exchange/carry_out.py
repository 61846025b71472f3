"""The chosen rows of a list become changes of the register, and can be undone."""

import logging
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.organization.profile import current_profile
from vagvisare.register.exchange.cells import CellFault, same_text
from vagvisare.register.exchange.table import Doing, Table
from vagvisare.register.models import ImportRow, ImportRun
from vagvisare.register.states import ImportState, RowKind, RowOutcome

log = logging.getLogger(__name__)
IMPORTABLE = (RowKind.NEW, RowKind.CHANGED)


class ImportAnswered(Refusal):
    code = "register.import-answered"


class NothingChosen(Refusal):
    code = "register.nothing-chosen"


class CannotUndoImport(Refusal):
    code = "register.cannot-undo-import"


class Overtaken(Refusal):
    code = "register.row-overtaken"

    def __init__(self, sentence: str, theirs: dict[str, str]) -> None:
        super().__init__(sentence)
        self.theirs = theirs


@transaction.atomic
def choose(
    *, run: ImportRun, table: Table, shown: Collection[int], chosen: Collection[int], by: Person
) -> None:
    """Of the rows numbered in `shown`, choose those in `chosen` and leave the others out.

    :raises NotAllowed: when `by` may not change what the list is about
    :raises ImportAnswered: when the list was answered before
    """
    check(by, table.changed_by)
    run = _unanswered(run)
    rows = run.rows.filter(number__in=shown, kind__in=IMPORTABLE)
    rows.exclude(number__in=chosen).update(chosen=False)
    rows.filter(number__in=chosen).update(chosen=True)


@transaction.atomic
def accept(*, run: ImportRun, table: Table, by: Person) -> ImportRun:
    """Say yes to the rows that are chosen. `carry_out` then imports them.

    :raises NotAllowed: when `by` may not change what the list is about
    :raises ImportAnswered: when it was answered before
    :raises NothingChosen: when no row is
    """
    check(by, table.changed_by)
    run = _unanswered(run)
    if not run.rows.filter(chosen=True).exists():
        raise NothingChosen(_("Choose at least one row to import."))
    run.state = ImportState.RUNNING
    run.save(update_fields=["state"])
    return run


def _unanswered(run: ImportRun) -> ImportRun:
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state != ImportState.PREVIEWED:
        raise ImportAnswered(_("This list is answered already."))
    return run


def carry_out(*, run: ImportRun, table: Table, by: Person, on: date) -> None:
    """Import the chosen rows, each by itself. Safe to run again: what is done is not done twice."""
    check(by, table.changed_by)
    doing = Doing(by, _named(run))
    with translation.override(current_profile().language):
        waiting = run.rows.filter(chosen=True, outcome="").order_by("number")
        for key in list(waiting.values_list("pk", flat=True)):
            _settle(key, table, on, doing, undoing=False)
    ImportRun.objects.filter(pk=run.pk, state=ImportState.RUNNING).update(state=ImportState.DONE)


@transaction.atomic
def begin_undo(*, run: ImportRun, table: Table, by: Person) -> ImportRun:
    """Say that the import shall be undone. `undo` then does it.

    :raises NotAllowed: when `by` may not change what the list is about
    :raises CannotUndoImport: when it is not imported, or undone already
    """
    check(by, table.changed_by)
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.state != ImportState.DONE:
        raise CannotUndoImport(_("Only an import that is done can be undone, and only once."))
    run.state = ImportState.UNDOING
    run.save(update_fields=["state"])
    return run


def undo(*, run: ImportRun, table: Table, by: Person, on: date) -> None:
    """Bring the values before back, unless somebody has changed them since: said row by row."""
    check(by, table.changed_by)
    with translation.override(current_profile().language):
        doing = Doing(by, _("Undone: {name}").format(name=_named(run)))
        done = run.rows.filter(outcome=RowOutcome.DONE).order_by("-number")
        for key in list(done.values_list("pk", flat=True)):
            _settle(key, table, on, doing, undoing=True)
    ImportRun.objects.filter(pk=run.pk, state=ImportState.UNDOING).update(state=ImportState.UNDONE)


def _named(run: ImportRun) -> str:
    return f"{run.file_name} [{run.pk}]"


def _settle(key: int, table: Table, on: date, doing: Doing, *, undoing: bool) -> None:
    """One row, in a transaction of its own: done or undone, or the reason why not."""
    expected = RowOutcome.DONE if undoing else ""
    with transaction.atomic():
        row = ImportRow.objects.select_for_update().get(pk=key)
        if row.outcome != expected:
            return
        try:
            with transaction.atomic():
                if undoing:
                    row.said, row.outcome = _undone(row, table, on, doing)
                else:
                    row.key = _done(row, table, on, doing)
                    row.said, row.outcome = "", RowOutcome.DONE
        except Overtaken as refusal:
            for name, theirs in refusal.theirs.items():
                row.changes[name] = [*row.changes[name][:2], theirs]
            row.said = str(refusal)
            row.outcome = RowOutcome.LEFT if undoing else RowOutcome.REFUSED
        except (Refusal, CellFault) as refusal:
            row.said = str(refusal)
            row.outcome = RowOutcome.LEFT if undoing else RowOutcome.REFUSED
        except DatabaseError:
            log.exception("row %s of import %s", row.number, row.run_id)
            row.said = _("The database did not take this row.")
            row.outcome = RowOutcome.LEFT if undoing else RowOutcome.REFUSED
        row.save(update_fields=["key", "changes", "outcome", "said"])


def _done(row: ImportRow, table: Table, on: date, doing: Doing) -> str:
    """Write the row; return the key of what it is about."""
    values = _read(table, {name: pair[1] for name, pair in row.changes.items()})
    if row.kind == RowKind.NEW:
        assert table.add is not None  # the preview lets no new row through otherwise
        return str(table.add(values, doing).pk)
    about = _about(row, table, on)
    _check_still(row, table, about, place=0)
    assert table.change is not None  # nor a changed one
    table.change(about, values, doing)
    return row.key


def _undone(row: ImportRow, table: Table, on: date, doing: Doing) -> tuple[str, RowOutcome]:
    about = _about(row, table, on)
    if row.kind == RowKind.NEW:
        _check_still(row, table, about, place=1)
        if table.take_back is None:
            return _("It stays: what a list has added here is not taken away."), RowOutcome.LEFT
        return table.take_back(about, doing), RowOutcome.UNDONE
    _check_still(row, table, about, place=1)
    assert table.change is not None
    table.change(about, _read(table, {name: pair[0] for name, pair in row.changes.items()}), doing)
    return "", RowOutcome.UNDONE


def _about(row: ImportRow, table: Table, on: date) -> Any:
    found = table.rows(on).filter(pk=int(row.key)).first()
    if found is None:
        raise Overtaken(_("It is no longer there."), {})
    return found


def _check_still(row: ImportRow, table: Table, about: Any, *, place: int) -> None:
    """Refuse to write over what somebody else wrote.

    place  0 compares with the values the row started from, 1 with those it left behind

    :raises Overtaken: when a value is another by now, with the values as they are
    """
    theirs = {}
    for name, pair in row.changes.items():
        column = table.column(name)
        now = column.text(about)
        if same_text(now, pair[place]):
            continue
        assert column.read is not None  # only such columns are among the changes
        if column.read(pair[place]) != column.value(about):
            theirs[name] = now
    if theirs:
        raise Overtaken(_("Somebody has changed it meanwhile; it stays as they left it."), theirs)


def _read(table: Table, texts: dict[str, str]) -> dict[str, Any]:
    values = {}
    for name, text in texts.items():
        column = table.column(name)
        assert column.read is not None
        values[name] = column.read(text)
    return values
