from datetime import date

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.models import Batch
from vagvisare.inventory.states import MeetingPaper
from vagvisare.organization.models import Body, Person


@transaction.atomic
def tell_meeting(
    *, batch: Batch, body: Body | None, day: date | None, kind: MeetingPaper, by: Person
) -> None:
    """Say that the files of the batch are the minutes or the agenda of a meeting.

    body, day  None: the papers say it themselves

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    batch.meeting_body = body.name if body else ""
    batch.meeting_day, batch.meeting_kind = day, kind
    batch.save(update_fields=["meeting_body", "meeting_day", "meeting_kind"])
    after = {"body": batch.meeting_body, "day": str(day) if day else "", "kind": kind.value}
    record("meeting-told", batch, by=by, after=after)
