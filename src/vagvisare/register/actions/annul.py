from django.db import transaction

from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind


@transaction.atomic
def annul(
    *, document: SteeringDocument, decision: DecisionReference, by: Person, because: str
) -> Act:
    """Record that a court annulled the decision behind `document`.

    The court is no body of ours, so the reference has a day and a case number only.

    :raises AlreadyOver: when a decision has ended it
    :raises NotAdopted: when there is nothing to annul
    """
    document = lock(document)
    policies.check_adopted(document)
    policies.check_not_over(document)
    return enact(ActKind.ANNULLED, document, decision=decision, by=by, because=because)
