from django.db import transaction

from vagvisare.organization.models import Person


@transaction.atomic
def leave(*, person: Person) -> None:
    """Close the person's account; what they did stays under their name.

    The room of registers calls this, which hands over what they owned and leaves the trace.
    """
    person.is_active = False
    person.save(update_fields=["is_active"])
