from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions import effects, policies
from vagvisare.decisions.models import Assignment, Decision, Matter, Meeting
from vagvisare.decisions.states import ABOUT_A_DOCUMENT, DecisionKind
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Department, Person
from vagvisare.register.models import SteeringDocument


class CannotRecord(Refusal):
    code = "decisions.cannot-record"


@transaction.atomic
def record_decision(
    *,
    meeting: Meeting,
    kind: DecisionKind,
    section: str,
    by: Person,
    matter: Matter | None = None,
    point: int = 1,
    text: str = "",
    because: str = "",
    document: SteeringDocument | None = None,
    successor: SteeringDocument | None = None,
    first_day: date | None = None,
    last_day: date | None = None,
    open_ended: bool = False,
    competence_override: str = "",
    assignment: Assignment | None = None,
    department: Department | None = None,
    due_day: date | None = None,
) -> Decision:
    """Keep what the body decided and let it work on the register.

    first_day    from when it works, where the decision says so
    last_day     the new or first last day, for adopt, revise and prolong
    assignment   the one that a decision to close closes
    department, due_day  who is told to do what the text says, and by when

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotRecord: when something that this kind of decision needs is missing
    :raises NotCompetent: when the body may not, and no reason is given why it could
    :raises Refusal: whatever the register refuses
    """
    check(by, Permission.DECISIONS_RECORD)
    section = section.strip().removeprefix("§").strip()
    _check_parts(meeting, kind, section, point, document, successor, assignment, text)
    if not competence_override.strip():
        policies.check_competent(kind, document, meeting.body)
    decision = Decision.objects.create(
        meeting=meeting,
        matter=matter,
        section=section,
        point=point,
        kind=kind,
        text=text,
        because=because,
        document=document,
        successor=successor,
        first_day=first_day,
        last_day=last_day,
        open_ended=open_ended,
        competence_override=competence_override.strip(),
    )
    _keep_assignment(decision, assignment, department, due_day)
    effects.apply(decision, by)
    record("decided", decision, by=by, because=because or text, after={"kind": kind.value})
    return decision


def _keep_assignment(
    decision: Decision,
    assignment: Assignment | None,
    department: Department | None,
    due_day: date | None,
) -> None:
    """Give the assignment that the decision gives, or close the one that it closes."""
    if decision.kind == DecisionKind.GIVE_ASSIGNMENT:
        Assignment.objects.create(
            subject=decision.text,
            department=department,
            document=decision.document,
            due_day=due_day,
            given_by=decision,
        )
    if decision.kind == DecisionKind.CLOSE_ASSIGNMENT and assignment is not None:
        assignment.closed_by = decision
        assignment.save(update_fields=["closed_by"])


def _check_parts(
    meeting: Meeting,
    kind: DecisionKind,
    section: str,
    point: int,
    document: SteeringDocument | None,
    successor: SteeringDocument | None,
    assignment: Assignment | None,
    text: str,
) -> None:
    faults = {
        _("Choose the document that the decision is about."): (
            kind in ABOUT_A_DOCUMENT and document is None
        ),
        _("Choose the document that takes its place."): (
            kind == DecisionKind.REPLACE and successor is None
        ),
        _("Write what the assignment is."): kind == DecisionKind.GIVE_ASSIGNMENT and not text,
        _("Choose the assignment that is closed."): (
            kind == DecisionKind.CLOSE_ASSIGNMENT
            and (assignment is None or assignment.closed_by_id is not None)
        ),
        _("Point {point} of § {section} of this meeting is recorded already.").format(
            point=point, section=section
        ): bool(section) and meeting.decisions.filter(section=section, point=point).exists(),
    }
    for sentence, fault in faults.items():
        if fault:
            raise CannotRecord(sentence)
