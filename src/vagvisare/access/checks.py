"""May this person: the check that refuses, and the yes or no derived from it."""

import rules
from django.utils.translation import gettext as _

from vagvisare.access.models import RoleGrant
from vagvisare.access.permissions import Permission
from vagvisare.access.roles import PERMISSIONS_OF, Role
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class NotAllowed(Refusal):
    code = "access.not-allowed"


def permissions_of(person: Person) -> frozenset[Permission]:
    """Return all that the person's roles allow; read once per person object, as a page asks often."""
    if not person.is_active:
        return frozenset()
    known: frozenset[Permission] | None = getattr(person, "_permissions", None)
    if known is None:
        roles = RoleGrant.objects.filter(person=person).values_list("role", flat=True)
        known = frozenset().union(*(PERMISSIONS_OF[Role(role)] for role in roles))
        person._permissions = known  # type: ignore[attr-defined]
    return known


def can(person: Person, permission: Permission) -> bool:
    """Whether the person may."""
    return permission in permissions_of(person)


def check(person: Person, permission: Permission) -> None:
    """Return quietly when the person may.

    :raises NotAllowed: when no role of theirs gives the permission
    """
    if not can(person, permission):
        raise NotAllowed(
            _("Your roles do not allow this ({permission}). Ask an administrator.").format(
                permission=permission.value
            )
        )


def _predicate(permission: Permission) -> rules.Predicate:
    @rules.predicate(name=permission.value)
    def holds(person: object) -> bool:
        return isinstance(person, Person) and can(person, permission)

    return holds


def register_with_rules() -> None:
    """Let Django's `has_perm` and the templates' `perms` answer from the same table."""
    for permission in Permission:
        rules.set_perm(permission.value, _predicate(permission))
