from datetime import date

from django.db import transaction

from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind


@transaction.atomic
def amend(
    *,
    document: SteeringDocument,
    decision: DecisionReference,
    by: Person,
    from_day: date | None = None,
    because: str = "",
) -> Act:
    """Record that `decision` changed a part of the text; how long it stands is as it was.

    from_day  when the change begins to apply, where the decision says so

    :raises NotAdopted: when there is nothing to amend
    :raises AlreadyOver: when a decision has ended it
    """
    document = lock(document)
    policies.check_adopted(document)
    policies.check_not_over(document)
    return enact(
        ActKind.AMENDED,
        document,
        decision=decision,
        by=by,
        because=because,
        first_day=from_day,
    )
