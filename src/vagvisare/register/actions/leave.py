from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.actions.leave import leave
from vagvisare.organization.models import Person
from vagvisare.register.actions.hand_over import NewOwner, hand_over
from vagvisare.register.models import SteeringDocument


class CannotLeave(Refusal):
    code = "register.cannot-leave"


@transaction.atomic
def let_leave(
    *, person: Person, successor: Person | None, to_nobody: bool = False, by: Person, because: str
) -> int:
    """Close a person's account and let somebody take over what they own; return how many documents.

    to_nobody  the documents are left without a person: they show among those without owner
               unless a department or a role answers for them

    :raises NotAllowed: when `by` may not grant roles
    :raises CannotLeave: when the person has left, or nobody is named who takes over
    """
    check(by, Permission.ACCESS_GRANT)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.is_active:
        raise CannotLeave(_("{name} has left already.").format(name=person.name))
    if person.pk == by.pk:
        raise CannotLeave(_("Nobody closes their own account. Ask another administrator."))
    owned = list(SteeringDocument.objects.filter(owner=person))
    if owned and successor is None and not to_nobody:
        raise CannotLeave(
            _("{name} owns {number} documents. Say who takes them over.").format(
                name=person.name, number=len(owned)
            )
        )
    if successor is not None and (successor.pk == person.pk or not successor.is_active):
        raise CannotLeave(_("Choose somebody who stays."))
    leave(person=person)
    if owned:
        to = NewOwner(person=successor, ownerless=successor is None)
        hand_over(documents=owned, to=to, by=by, because=because or _("The owner has left"))
    record("left", person, by=by, because=because, after={"documents": len(owned)})
    return len(owned)
