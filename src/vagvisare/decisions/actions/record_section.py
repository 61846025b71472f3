from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.decisions.actions.record_decision import CannotRecord, record_decision
from vagvisare.decisions.models import Assignment, Decision, Matter, Meeting
from vagvisare.decisions.states import DecisionKind, DecisionStatus
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Body, Department, Person
from vagvisare.register.models import SteeringDocument


class PointRefused(Refusal):
    """One point could not be recorded, so none is. `reason` is the point's own refusal."""

    code = "decisions.point-refused"

    def __init__(self, number: int, reason: Refusal) -> None:
        super().__init__(_("Point {number}: {reason}").format(number=number, reason=reason))
        self.number, self.reason = number, reason


@dataclass(frozen=True)
class Point:
    """One numbered point of a section; the fields are those of `record_decision`."""

    kind: DecisionKind
    status: DecisionStatus = DecisionStatus.DECIDED
    proposed_to: Body | None = None
    text: str = ""
    because: str = ""
    document: SteeringDocument | None = None
    successor: SteeringDocument | None = None
    first_day: date | None = None
    last_day: date | None = None
    open_ended: bool = False
    competence_override: str = ""
    assignment: Assignment | None = None
    department: Department | None = None
    due_day: date | None = None


@transaction.atomic
def record_section(
    *,
    meeting: Meeting,
    section: str,
    points: Sequence[Point],
    by: Person,
    matter: Matter | None = None,
) -> list[Decision]:
    """Keep the points of one section, numbered from 1, each a decision of its own: all or none.

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotRecord: when there is no point
    :raises PointRefused: with the number of the first point that was refused, and why
    """
    if not points:
        raise CannotRecord(_("Write at least one point."))
    made = []
    for number, point in enumerate(points, start=1):
        try:
            with transaction.atomic():
                made.append(
                    record_decision(
                        meeting=meeting,
                        section=section,
                        point=number,
                        matter=matter,
                        by=by,
                        **vars(point),
                    )
                )
        except Refusal as refusal:
            raise PointRefused(number, refusal) from refusal
    return made
