from datetime import UTC, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory import policies
from vagvisare.inventory.models import Batch, Candidate
from vagvisare.inventory.states import CandidateState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class UndoReasonMissing(Refusal):
    code = "inventory.undo-reason-missing"


def reason_of(batch: Batch) -> str:
    """Return what is written on each candidate that the undoing of the batch set aside.

    In no language's words, and with the moment: so that they, and only they, are taken up again.
    """
    assert batch.undone_at is not None
    return (
        f"{batch.undone_because} [{batch.undone_at.astimezone(UTC).isoformat(timespec='seconds')}]"
    )


@transaction.atomic
def undo_batch(*, batch: Batch, because: str, by: Person, at: datetime) -> int:
    """Close the batch: what is open is set aside. Return how many candidates that were.

    Nothing is deleted. What people confirmed stays with its candidate, and what is in the
    register stays there.

    :raises NotAllowed: when `by` may not confirm
    :raises BatchUndone: when it is undone already
    :raises UndoReasonMissing: when no reason is given
    """
    check(by, Permission.INVENTORY_CONFIRM)
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    policies.check_stands(batch)
    because = " ".join(because.split())
    if not because:
        raise UndoReasonMissing(_("Say why the batch is undone: somebody will wonder later."))
    batch.undone_at, batch.undone_by, batch.undone_because = at, by.name, because
    batch.save(update_fields=["undone_at", "undone_by", "undone_because"])
    waiting = Candidate.objects.filter(batch=batch, state=CandidateState.OPEN)
    number = waiting.update(state=CandidateState.SET_ASIDE, reason=reason_of(batch))
    record("batch-undone", batch, by=by, because=because, after={"set_aside": number})
    return number


@transaction.atomic
def take_up_batch(*, batch: Batch, by: Person) -> int:
    """Open an undone batch again, with what its undoing set aside. Return how many that were.

    Doing it again changes nothing.

    :raises NotAllowed: when `by` may not confirm
    """
    check(by, Permission.INVENTORY_CONFIRM)
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if batch.undone_at is None:
        return 0
    aside = Candidate.objects.filter(
        batch=batch, state=CandidateState.SET_ASIDE, reason=reason_of(batch)
    )
    number = aside.update(state=CandidateState.OPEN, reason="")
    before = {"because": batch.undone_because, "by": batch.undone_by}
    batch.undone_at, batch.undone_by, batch.undone_because = None, "", ""
    batch.save(update_fields=["undone_at", "undone_by", "undone_because"])
    record("batch-taken-up", batch, by=by, before=before, after={"opened": number})
    return number
