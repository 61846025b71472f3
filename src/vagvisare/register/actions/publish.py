from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import lock
from vagvisare.register.models import SteeringDocument
from vagvisare.register.states import Secrecy


class CannotPublish(Refusal):
    code = "register.cannot-publish"


@transaction.atomic
def publish(*, document: SteeringDocument, at: datetime, by: Person, because: str = "") -> None:
    """Let the open web show the document. Publishing again changes nothing.

    :raises NotAllowed: when `by` may not publish
    :raises CannotPublish: when the document is internal or secret
    """
    check(by, Permission.REGISTER_PUBLISH)
    document = lock(document)
    if document.secrecy != Secrecy.OPEN:
        raise CannotPublish(
            _("“{title}” is {secrecy}. Only what is open is shown on the open web.").format(
                title=document.title, secrecy=document.get_secrecy_display().lower()
            )
        )
    if document.published_at is None:
        document.published_at = at
        document.save(update_fields=["published_at"])
        record("published", document, by=by, because=because)


@transaction.atomic
def withdraw(*, document: SteeringDocument, by: Person, because: str) -> None:
    """Take the document off the open web; it stays in the register.

    :raises NotAllowed: when `by` may not publish
    """
    check(by, Permission.REGISTER_PUBLISH)
    document = lock(document)
    if document.published_at is not None:
        before, document.published_at = document.published_at, None
        document.save(update_fields=["published_at"])
        record("withdrawn", document, by=by, because=because, before={"published_at": before})
