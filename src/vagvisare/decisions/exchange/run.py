"""Starting what a list was sent in for: at once when it is short, by the worker when it is long."""

from datetime import date

from vagvisare.decisions.exchange.tables import TABLES
from vagvisare.jobs.queue import later
from vagvisare.organization.models import Person
from vagvisare.register.exchange.carry_out import carry_out, undo
from vagvisare.register.models import ImportRun
from vagvisare.register.states import ImportState, RowOutcome

AT_ONCE = 100  # rows that somebody may wait for
JOB = "vagvisare.decisions.exchange.run.carry_on"


def start(run: ImportRun, *, by: Person, on: date) -> bool:
    """Do what the run's state asks for; return whether it is done already."""
    if _left(run) > AT_ONCE:
        later(JOB, run.pk, by.pk, on.isoformat())
        return False
    carry_on(run.pk, by.pk, on.isoformat())
    return True


def carry_on(run_key: int, person_key: int, on: str) -> None:
    """Import or undo what is left of the run. A job: run twice, it does nothing twice."""
    run, by = ImportRun.objects.get(pk=run_key), Person.objects.get(pk=person_key)
    work = {ImportState.RUNNING: carry_out, ImportState.UNDOING: undo}.get(ImportState(run.state))
    if work is not None:
        work(run=run, table=TABLES[run.table], by=by, on=date.fromisoformat(on))


def _left(run: ImportRun) -> int:
    if run.state == ImportState.UNDOING:
        return run.rows.filter(outcome=RowOutcome.DONE).count()
    return run.rows.filter(chosen=True, outcome="").count()
