"""The one table of role x permission. docs/reference/permissions.md is made from it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vagvisare.access.permissions import Permission as P


class Role(models.TextChoices):
    """What somebody is in the organization."""

    READER = "reader", _("Reader")
    OFFICER = "officer", _("Officer")
    REGISTRAR = "registrar", _("Registrar")
    DEPARTMENT_HEAD = "department_head", _("Department head")
    POLITICIAN = "politician", _("Politician")
    ADMINISTRATOR = "administrator", _("Administrator")


READ = frozenset({P.REGISTER_READ, P.DECISIONS_READ})
WORK = READ | {P.INVENTORY_READ, P.MEMOS_READ, P.MEMOS_DRAFT}
KEEP = WORK | {
    P.REGISTER_ENTER,
    P.REGISTER_EDIT,
    P.REGISTER_PUBLISH,
    P.INVENTORY_TAKE_IN,
    P.INVENTORY_CONFIRM,
    P.DECISIONS_RECORD,
    P.AUDIT_READ,
}

PERMISSIONS_OF: dict[Role, frozenset[P]] = {
    Role.READER: READ,
    Role.POLITICIAN: READ | {P.MEMOS_READ},
    Role.OFFICER: WORK | {P.INVENTORY_TAKE_IN},
    Role.DEPARTMENT_HEAD: WORK | {P.AUDIT_READ},
    Role.REGISTRAR: KEEP,
    Role.ADMINISTRATOR: KEEP | {P.ORGANIZATION_CHANGE, P.ACCESS_GRANT},
}
