from datetime import datetime

from django.db import transaction

from vagvisare.inventory import policies
from vagvisare.inventory.actions.deciding import decide, lock_open
from vagvisare.inventory.models import Candidate, Claim
from vagvisare.inventory.states import ClaimState, Field, Found
from vagvisare.organization.models import Person


@transaction.atomic
def correct_claim(*, claim: Claim, value: str, by: Person, at: datetime, because: str = "") -> None:
    """Say what the right value is. What was read stays beside it.

    :raises NotAllowed: when `by` may not confirm
    :raises CandidateClosed: when the candidate is in the register or set aside
    :raises NotAValue: when the field cannot have that value
    """
    lock_open(claim.candidate_id, by)
    claim = Claim.objects.get(pk=claim.pk)
    value = policies.checked_value(claim.field, value)
    decide(claim, ClaimState.CONFIRMED, value, by=by, at=at, because=because)


@transaction.atomic
def supply_value(
    *,
    candidate: Candidate,
    field: Field,
    value: str,
    by: Person,
    at: datetime,
    because: str = "",
) -> Claim:
    """Say what a field is of which the machine found nothing. It is kept as the person's own.

    :raises NotAllowed: when `by` may not confirm
    :raises CandidateClosed: when the candidate is in the register or set aside
    :raises NotAValue: when the field cannot have that value
    """
    candidate = lock_open(candidate.pk, by)
    value = policies.checked_value(field, value)
    claim, _new = Claim.objects.get_or_create(
        candidate=candidate,
        field=field,
        position=0,
        defaults={"found": Found.NOTHING, "state": ClaimState.ABSENT},
    )
    decide(claim, ClaimState.CONFIRMED, value, by=by, at=at, because=because)
    return claim
