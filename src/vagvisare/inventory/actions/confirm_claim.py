from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.inventory import policies
from vagvisare.inventory.actions.deciding import decide, lock_open
from vagvisare.inventory.models import Claim
from vagvisare.inventory.states import ClaimState, Found
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class NothingToConfirm(Refusal):
    code = "inventory.nothing-to-confirm"


@transaction.atomic
def confirm_claim(*, claim: Claim, by: Person, at: datetime) -> None:
    """Say that the value as read is right.

    :raises NotAllowed: when `by` may not confirm
    :raises CandidateClosed: when the candidate is in the register or set aside
    :raises NothingToConfirm: when the text has no value there
    :raises NotAValue: when what was read cannot be a value of the field
    """
    lock_open(claim.candidate_id, by)
    claim = Claim.objects.get(pk=claim.pk)
    if claim.found != Found.VALUE:
        raise NothingToConfirm(
            _("The text has no value here. Write the right one, or leave it empty.")
        )
    policies.check_read_value(claim.field, claim.value)
    decide(claim, ClaimState.CONFIRMED, claim.value, by=by, at=at)
