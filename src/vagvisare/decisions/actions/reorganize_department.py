from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.models import Assignment
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.actions.reorganize import end_department
from vagvisare.organization.models import Department, Person
from vagvisare.register.actions.hand_over import NewOwner, hand_over
from vagvisare.register.models import SteeringDocument


class CannotReorganize(Refusal):
    code = "decisions.cannot-reorganize"


@dataclass(frozen=True)
class Moved:
    """How much went over to the successor."""

    documents: int
    people: int
    assignments: int


@transaction.atomic
def reorganize_department(
    *, department: Department, successor: Department, last_day: date, by: Person, because: str
) -> Moved:
    """Let a department end and its documents, people and open assignments go to the successor.

    last_day  the department's last; counts

    :raises NotAllowed: when `by` may not edit the register
    :raises CannotReorganize: when it has ended already, or the successor is none
    """
    check(by, Permission.REGISTER_EDIT)
    pks = sorted({department.pk, successor.pk})
    held = {d.pk: d for d in Department.objects.select_for_update().filter(pk__in=pks)}
    department, successor = held[department.pk], held[successor.pk]
    _check_parts(department, successor, last_day, because)
    documents = list(SteeringDocument.objects.filter(department=department))
    people = end_department(department=department, successor=successor, last_day=last_day)
    if documents:
        hand_over(documents=documents, to=NewOwner(department=successor), by=by, because=because)
    open_ones = Assignment.objects.filter(department=department, closed_by__isnull=True)
    assignments = list(open_ones.order_by("pk").values_list("pk", flat=True))
    open_ones.update(department=successor)
    record(
        "department-ended",
        department,
        by=by,
        because=because,
        after={
            "last_day": last_day,
            "successor": successor.key,
            "people": people,
            "assignments": assignments,
        },
    )
    return Moved(len(documents), len(people), len(assignments))


def _check_parts(
    department: Department, successor: Department, last_day: date, because: str
) -> None:
    if department.pk == successor.pk:
        raise CannotReorganize(_("A department cannot follow itself."))
    if department.last_day is not None:
        raise CannotReorganize(
            _("{department} has a last day already: {day}.").format(
                department=department, day=department.last_day.isoformat()
            )
        )
    if successor.last_day is not None and successor.last_day <= last_day:
        raise CannotReorganize(
            _("{department} ends itself on {day}.").format(
                department=successor, day=successor.last_day.isoformat()
            )
        )
    if not because.strip():
        raise CannotReorganize(_("Write why: it stands in the history of each document."))
