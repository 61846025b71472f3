from datetime import date

from django.db import transaction

from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind


@transaction.atomic
def repeal(
    *,
    document: SteeringDocument,
    decision: DecisionReference,
    by: Person,
    from_day: date | None = None,
    because: str = "",
) -> Act:
    """Record that `decision` ended `document`, from `from_day` or at once.

    :raises IncompleteDecision: when the decision could not be found again
    :raises AlreadyOver: when a decision has ended it
    :raises BeforeAdoption: when it was decided before the document was adopted
    """
    document = lock(document)
    policies.check_complete(decision)
    policies.check_not_over(document)
    policies.check_after_adoption(document, decision)
    return enact(
        ActKind.REPEALED,
        document,
        decision=decision,
        by=by,
        because=because,
        first_day=from_day,
    )
