from datetime import date

from django.db import transaction

from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind


@transaction.atomic
def review(
    *,
    document: SteeringDocument,
    reviewed_on: date,
    next_review: date,
    by: Person,
    because: str,
) -> Act:
    """Record that the document was looked at and left as it is: only the review date moves."""
    document = lock(document)
    document.review_due = next_review
    document.save(update_fields=["review_due"])
    reference = DecisionReference(decided_on=reviewed_on.isoformat(), source="review")
    return enact(ActKind.REVIEWED, document, decision=reference, by=by, because=because)
