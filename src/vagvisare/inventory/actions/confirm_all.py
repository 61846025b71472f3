from datetime import datetime

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory import policies
from vagvisare.inventory.models import Batch, Candidate, Claim
from vagvisare.inventory.states import CandidateState, ClaimState
from vagvisare.organization.models import Person


@transaction.atomic
def confirm_all(
    *,
    batch: Batch,
    at_least: float,
    by: Person,
    at: datetime,
    candidate: Candidate | None = None,
) -> int:
    """Confirm every claim nobody has spoken of that was read this surely; return how many.

    at_least   confidence, 0..1; a claim whose reading gave none is never among them
    candidate  this one only, else all the open ones of the batch

    A value that cannot be one of its field (a date that is none) is left for a person to see.

    :raises NotAllowed: when `by` may not confirm
    """
    check(by, Permission.INVENTORY_CONFIRM)
    wanted = Candidate.objects.filter(file__batch=batch, state=CandidateState.OPEN)
    if candidate is not None:
        wanted = wanted.filter(pk=candidate.pk)
    held = list(wanted.select_for_update().values_list("pk", flat=True))
    claims = [
        claim
        for claim in Claim.objects.filter(
            candidate__in=held, state=ClaimState.PROPOSED, confidence__gte=at_least
        )
        if policies.is_value(claim.field, claim.value)
    ]
    for claim in claims:
        claim.state, claim.confirmed_value = ClaimState.CONFIRMED, claim.value
        claim.decided_by, claim.decided_at = by.name, at
    Claim.objects.bulk_update(
        claims, ["state", "confirmed_value", "decided_by", "decided_at"], batch_size=500
    )
    after = {"claims": [claim.pk for claim in claims], "at_least": at_least}
    if claims:
        record("claims-confirmed", candidate or batch, by=by, after=after)
    return len(claims)
