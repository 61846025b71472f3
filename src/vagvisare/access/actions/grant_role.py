from django.db import transaction

from vagvisare.access.models import RoleGrant
from vagvisare.access.roles import Role
from vagvisare.organization.models import Person


@transaction.atomic
def grant_role(*, person: Person, role: Role) -> None:
    """Let `person` hold `role`. Granting it again changes nothing.

    No check of the giver: only the command line and the demo call it so far.
    """
    RoleGrant.objects.get_or_create(person=person, role=role)
    if hasattr(person, "_permissions"):
        del person._permissions
