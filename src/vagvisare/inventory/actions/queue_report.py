from datetime import date

from django.db import transaction
from django.utils import translation

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.models import Batch
from vagvisare.inventory.report.kept import announce, keep_report
from vagvisare.inventory.report.links import at_desk
from vagvisare.jobs.queue import later
from vagvisare.organization.models import Person

JOB = "vagvisare.inventory.actions.queue_report.make_report"


@transaction.atomic
def queue_report(*, batch: Batch, on: date, desk: str, language: str, by: Person) -> None:
    """Let the worker make the report of the batch. Queued twice, it is made twice, alike.

    on        the day the findings are told for, where the batch does not say
    desk      address of the inventory's pages, for the links
    language  what it is written in

    :raises NotAllowed: when `by` may not read the inventory
    """
    check(by, Permission.INVENTORY_READ)
    later(JOB, batch.pk, on.isoformat(), desk, language)
    transaction.on_commit(lambda: announce(batch), robust=True)
    record("report-queued", batch, by=by)


def make_report(batch_key: int, on: str, desk: str, language: str) -> None:
    """Make the report as a job; `on` in ISO form. A batch that is gone is no work."""
    batch = Batch.objects.filter(pk=batch_key).first()
    if batch is None:
        return
    with translation.override(language):
        day = batch.judged_on or date.fromisoformat(on)
        keep_report(batch, day=day, placed=at_desk(desk))
