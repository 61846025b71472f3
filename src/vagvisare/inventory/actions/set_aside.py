from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.actions.deciding import lock_open
from vagvisare.inventory.models import Candidate
from vagvisare.inventory.states import CandidateState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class ReasonMissing(Refusal):
    code = "inventory.reason-missing"


@transaction.atomic
def set_aside(*, candidate: Candidate, reason: str, by: Person) -> None:
    """Say that the candidate does not belong in the register, and why. Nothing is deleted.

    :raises NotAllowed: when `by` may not confirm
    :raises CandidateClosed: when it is in the register or set aside already
    :raises ReasonMissing: when no reason is given
    """
    candidate = lock_open(candidate.pk, by)
    if not reason.strip():
        raise ReasonMissing(_("Say why it is set aside: somebody will wonder later."))
    candidate.state, candidate.reason = CandidateState.SET_ASIDE, reason.strip()
    candidate.save(update_fields=["state", "reason"])
    record("set-aside", candidate, by=by, because=candidate.reason)


@transaction.atomic
def take_up_again(*, candidate: Candidate, by: Person) -> None:
    """Open a candidate that was set aside. Doing it again changes nothing.

    :raises NotAllowed: when `by` may not confirm
    """
    check(by, Permission.INVENTORY_CONFIRM)
    candidate = Candidate.objects.select_for_update().get(pk=candidate.pk)
    if candidate.state != CandidateState.SET_ASIDE:
        return
    before, candidate.reason = candidate.reason, ""
    candidate.state = CandidateState.OPEN
    candidate.save(update_fields=["state", "reason"])
    record("taken-up-again", candidate, by=by, before={"reason": before})
