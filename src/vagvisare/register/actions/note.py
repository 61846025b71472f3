from django.db import transaction

from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind


@transaction.atomic
def note(
    *, document: SteeringDocument, decision: DecisionReference, by: Person, because: str
) -> Act:
    """Record that a body took note of a follow-up or evaluation. How it stands does not change."""
    return enact(ActKind.NOTED, lock(document), decision=decision, by=by, because=because)
