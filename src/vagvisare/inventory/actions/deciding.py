"""The shared step of every action in which a person says something of a claim."""

from datetime import datetime

from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.models import Candidate, Claim
from vagvisare.inventory.states import CandidateState, ClaimState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class CandidateClosed(Refusal):
    code = "inventory.candidate-closed"


def lock_open(candidate_id: int, by: Person) -> Candidate:
    """Return the candidate as it is now, held until the action is done.

    :raises NotAllowed: when `by` may not confirm
    :raises CandidateClosed: when it is in the register already or set aside
    """
    check(by, Permission.INVENTORY_CONFIRM)
    candidate = Candidate.objects.select_for_update().get(pk=candidate_id)
    if candidate.state == CandidateState.ENTERED:
        raise CandidateClosed(
            _("“{title}” is in the register already. Change it there.").format(title=candidate)
        )
    if candidate.state == CandidateState.SET_ASIDE:
        raise CandidateClosed(
            _("“{title}” is set aside. Take it up again first.").format(title=candidate)
        )
    return candidate


def decide(
    claim: Claim, state: ClaimState, value: str, *, by: Person, at: datetime, because: str = ""
) -> None:
    """Write what the person said, and the trace of what stood there before."""
    before = {"state": claim.state, "confirmed_value": claim.confirmed_value}
    claim.state, claim.confirmed_value = state, value
    claim.decided_by, claim.decided_at = by.name, at
    claim.save(update_fields=["state", "confirmed_value", "decided_by", "decided_at"])
    after = {"field": claim.field, "read": claim.value, "confirmed_value": value}
    record(f"claim-{state.value}", claim, by=by, because=because, before=before, after=after)
