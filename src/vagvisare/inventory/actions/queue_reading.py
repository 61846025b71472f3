from datetime import date

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.models import Batch, SourceFile
from vagvisare.inventory.states import FileState
from vagvisare.jobs.queue import later
from vagvisare.organization.models import Person

JOB = "vagvisare.inventory.actions.read_files.read_batch"


@transaction.atomic
def queue_reading(*, batch: Batch, on: date, by: Person, desk: str = "") -> None:
    """Let the worker read what is unread of the batch. Queued twice, it is read once.

    on    the day on which validity is judged
    desk  address of the inventory's pages; where given, a report is made when all is read

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    later(JOB, batch.pk, by.pk, on.isoformat(), desk)
    record("reading-queued", batch, by=by)


@transaction.atomic
def read_again(*, batch: Batch, on: date, by: Person, desk: str = "") -> None:
    """Try once more what could not be read. What was refused when it came stays refused.

    on    the day on which validity is judged
    desk  address of the inventory's pages; where given, a report is made when all is read

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    failed = SourceFile.objects.filter(batch=batch, state=FileState.FAILED).exclude(sha256="")
    keys = list(failed.select_for_update().values_list("pk", flat=True))
    SourceFile.objects.filter(pk__in=keys).update(
        state=FileState.RECEIVED, error_code="", error_message=""
    )
    later(JOB, batch.pk, by.pk, on.isoformat(), desk)
    record("read-again", batch, by=by, after={"files": keys})
