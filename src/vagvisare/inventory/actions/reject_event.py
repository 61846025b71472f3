from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.actions.open_event import lock_event, lock_open_event
from vagvisare.inventory.events import PROPOSED
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.states import EventState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person

SAID = ["state", "reason", "decided_by", "decided_at"]


class NoReason(Refusal):
    code = "inventory.no-reason"


@transaction.atomic
def reject_event(*, event: EventClaim, reason: str, by: Person, at: datetime) -> None:
    """Say that the event is none, or none for the register. It stays with its reason.

    :raises NotAllowed: when `by` may not confirm
    :raises EventClosed: when something is made of it already
    :raises NoReason: when none is given
    """
    check(by, Permission.INVENTORY_CONFIRM)
    event = lock_open_event(event.pk)
    reason = " ".join(reason.split())
    if not reason:
        raise NoReason(_("Write why, so that others understand it."))
    event.state, event.reason = EventState.REJECTED, reason
    event.decided_by, event.decided_at = by.name, at
    event.save(update_fields=SAID)
    record("event-rejected", event, by=by, because=reason)


@transaction.atomic
def reopen_event(*, event: EventClaim, by: Person) -> None:
    """Take a rejection back. What was accepted stays: its decision is corrected where it stands.

    :raises NotAllowed: when `by` may not confirm
    """
    check(by, Permission.INVENTORY_CONFIRM)
    event = lock_event(event.pk)
    if event.state != EventState.REJECTED:
        return
    before = {"state": event.state, "reason": event.reason}
    event.state = EventState.PENDING if event.status == PROPOSED else EventState.PROPOSED
    event.reason, event.decided_by, event.decided_at = "", "", None
    event.save(update_fields=SAID)
    record("event-reopened", event, by=by, before=before)
