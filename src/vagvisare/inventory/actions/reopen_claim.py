from django.db import transaction

from vagvisare.audit.record import record
from vagvisare.inventory.actions.deciding import lock_open
from vagvisare.inventory.models import Claim
from vagvisare.organization.models import Person


@transaction.atomic
def reopen_claim(*, claim: Claim, by: Person) -> None:
    """Take back what was said of the claim: it is the machine's alone again.

    :raises NotAllowed: when `by` may not confirm
    :raises CandidateClosed: when the candidate is in the register or set aside
    """
    lock_open(claim.candidate_id, by)
    claim = Claim.objects.get(pk=claim.pk)
    if not claim.is_decided:
        return
    before = {"state": claim.state, "confirmed_value": claim.confirmed_value}
    claim.state, claim.confirmed_value = claim.undecided_state, ""
    claim.decided_by, claim.decided_at = "", None
    claim.save(update_fields=["state", "confirmed_value", "decided_by", "decided_at"])
    record("claim-reopened", claim, by=by, before=before)
