from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import lock
from vagvisare.register.duties import duties
from vagvisare.register.models import SteeringDocument


class NoSuchDuty(Refusal):
    code = "register.no-such-duty"


@transaction.atomic
def relate_duty(*, document: SteeringDocument, duty: str, by: Person) -> None:
    """Say which demand of the law the document answers to; empty: none.

    :raises NotAllowed: when `by` may not edit the register
    :raises NoSuchDuty: when the list of duties has no such key
    """
    check(by, Permission.REGISTER_EDIT)
    if duty and duty not in duties():
        raise NoSuchDuty(_("The law has no such duty in the register's list."))
    document = lock(document)
    if document.duty == duty:
        return
    before, document.duty = document.duty, duty
    document.revision += 1
    document.save(update_fields=["duty", "revision"])
    record("duty-related", document, by=by, before={"duty": before}, after={"duty": duty})
