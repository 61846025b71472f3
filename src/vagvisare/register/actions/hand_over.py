import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.models import AuditLine
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Department, Person
from vagvisare.register.models import SteeringDocument

FIELDS = ("department_id", "owner_id", "responsible_role")


class CannotHandOver(Refusal):
    code = "register.cannot-hand-over"


@dataclass(frozen=True)
class NewOwner:
    """Who takes over: a department, a person, a role. What is None or empty stays as it is.

    ownerless  nobody in person: the one who had it is let go of
    """

    department: Department | None = None
    person: Person | None = None
    role: str = ""
    ownerless: bool = False

    def changes(self) -> dict[str, Any]:
        """Return the fields of a document that this changes."""
        wanted: dict[str, Any] = {}
        if self.department is not None:
            wanted["department_id"] = self.department.pk
        if self.person is not None or self.ownerless:
            wanted["owner_id"] = self.person.pk if self.person else None
        if self.role.strip():
            wanted["responsible_role"] = self.role.strip()
        return wanted


@transaction.atomic
def hand_over(
    *, documents: Iterable[SteeringDocument], to: NewOwner, by: Person, because: str
) -> str:
    """Let somebody else answer for the documents; return the key by which it is undone.

    Each document keeps a line of its own in the trail, and all lines carry the key.

    :raises NotAllowed: when `by` may not edit the register
    :raises CannotHandOver: when nothing is chosen, no reason is given or the new owner has left
    """
    check(by, Permission.REGISTER_EDIT)
    keys = [document.pk for document in documents]
    wanted = to.changes()
    _check_parts(keys, to, wanted, because)
    key = secrets.token_hex(6)
    held = SteeringDocument.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    for document in held:
        _move(document, wanted, "handed-over", key=key, by=by, because=because)
    return key


@transaction.atomic
def undo_hand_over(*, key: str, by: Person, because: str) -> tuple[int, int]:
    """Give the documents back as they were; return how many, and how many had changed since.

    What somebody has changed after the hand-over stays as it is.

    :raises NotAllowed: when `by` may not edit the register
    :raises CannotHandOver: when there is no such hand-over, or it is undone already
    """
    check(by, Permission.REGISTER_EDIT)
    lines = list(AuditLine.objects.filter(verb="handed-over", after__key=key).order_by("number"))
    if not lines or AuditLine.objects.filter(verb="hand-over-undone", after__key=key).exists():
        raise CannotHandOver(_("That hand-over is not there, or it has been undone."))
    pks = [int(line.subject_key) for line in lines]
    held = SteeringDocument.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    documents = {document.pk: document for document in held}
    restored = 0
    for line in lines:
        document = documents[int(line.subject_key)]
        before, after = dict(line.before or {}), dict(line.after or {})
        if all(getattr(document, name) == after[name] for name in before):
            _move(document, before, "hand-over-undone", key=key, by=by, because=because)
            restored += 1
    return restored, len(lines) - restored


def _move(
    document: SteeringDocument,
    wanted: dict[str, Any],
    verb: str,
    *,
    key: str,
    by: Person,
    because: str,
) -> None:
    before = {name: getattr(document, name) for name in wanted}
    if before == wanted:
        return
    for name, value in wanted.items():
        setattr(document, name, value)
    document.revision += 1
    document.save(update_fields=[*wanted, "revision"])
    record(verb, document, by=by, because=because, before=before, after={**wanted, "key": key})


def _check_parts(keys: list[int], to: NewOwner, wanted: dict[str, Any], because: str) -> None:
    if not keys:
        raise CannotHandOver(_("Choose at least one document."))
    if not wanted:
        raise CannotHandOver(_("Choose who takes over: a department, a person or a role."))
    if not because.strip():
        raise CannotHandOver(_("Write why: it stands in the history of each document."))
    if to.person is not None and not to.person.is_active:
        raise CannotHandOver(
            _("{name} has left. Choose somebody else.").format(name=to.person.name)
        )
    if to.department is not None and to.department.last_day is not None:
        raise CannotHandOver(
            _("{department} ends on {day}. Choose another department.").format(
                department=to.department, day=to.department.last_day.isoformat()
            )
        )
