from datetime import date

from django.db import transaction

from vagvisare.organization.models import Department, Person


@transaction.atomic
def end_department(*, department: Department, successor: Department, last_day: date) -> list[int]:
    """Let a department end, its people go over to the successor; return their keys.

    The room of decisions calls this, which moves documents and assignments and leaves the trace.
    """
    department.last_day, department.successor = last_day, successor
    department.save(update_fields=["last_day", "successor"])
    people = Person.objects.filter(department=department)
    keys = list(people.order_by("pk").values_list("pk", flat=True))
    people.update(department=successor)
    return keys
