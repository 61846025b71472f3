from datetime import date

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import lock
from vagvisare.register.models import SteeringDocument


@transaction.atomic
def set_review(
    *, document: SteeringDocument, due: date | None, by: Person, because: str = ""
) -> None:
    """Plan when the document shall be looked at again; None: no day is planned.

    :raises NotAllowed: when `by` may not edit the register
    """
    check(by, Permission.REGISTER_EDIT)
    document = lock(document)
    before, document.review_due = document.review_due, due
    document.save(update_fields=["review_due"])
    record(
        "review-planned",
        document,
        by=by,
        because=because,
        before={"review_due": before},
        after={"review_due": due},
    )
