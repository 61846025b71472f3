from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, Relation, SteeringDocument
from vagvisare.register.models.relation import RelationKind
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind


class CannotReplace(Refusal):
    code = "register.cannot-replace"


@transaction.atomic
def replace(
    *,
    document: SteeringDocument,
    successor: SteeringDocument,
    decision: DecisionReference,
    by: Person,
    from_day: date | None = None,
    because: str = "",
) -> Act:
    """Record that `decision` let `successor` take the place of `document`.

    :raises IncompleteDecision: when the decision could not be found again
    :raises AlreadyOver: when a decision has ended it
    :raises BeforeAdoption: when it was decided before the document was adopted
    :raises CannotReplace: when a document would replace itself, or its successor is not adopted
    """
    document = lock(document)
    policies.check_complete(decision)
    policies.check_not_over(document)
    policies.check_after_adoption(document, decision)
    if successor.pk == document.pk:
        raise CannotReplace(_("A document cannot replace itself. Record a revision instead."))
    policies.check_adopted(successor)
    Relation.objects.get_or_create(document=successor, kind=RelationKind.REPLACES, other=document)
    return enact(
        ActKind.REPLACED,
        document,
        decision=decision,
        by=by,
        because=because,
        first_day=from_day,
        successor=successor,
    )
