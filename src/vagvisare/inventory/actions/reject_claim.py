from datetime import datetime

from django.db import transaction

from vagvisare.inventory.actions.deciding import decide, lock_open
from vagvisare.inventory.models import Claim
from vagvisare.inventory.states import ClaimState
from vagvisare.organization.models import Person


@transaction.atomic
def reject_claim(*, claim: Claim, by: Person, at: datetime, because: str = "") -> None:
    """Say that the value as read is wrong and that none takes its place.

    :raises NotAllowed: when `by` may not confirm
    :raises CandidateClosed: when the candidate is in the register or set aside
    """
    lock_open(claim.candidate_id, by)
    claim = Claim.objects.get(pk=claim.pk)
    decide(claim, ClaimState.REJECTED, "", by=by, at=at, because=because)
