from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions import effects, policies
from vagvisare.decisions.actions.answer import answer
from vagvisare.decisions.models import Assignment, Decision, Matter, Meeting
from vagvisare.decisions.states import ABOUT_A_DOCUMENT, DecisionKind, DecisionStatus
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Body, Department, Person
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
    status: DecisionStatus = DecisionStatus.DECIDED,
    proposed_to: Body | None = None,
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
    """Keep what the body decided and let it work on the register; what it proposed is kept only.

    proposed_to  who is to decide on a proposal; None: the paper does not say
    first_day, last_day  from when and through when, where the decision says so
    assignment   the one that a decision to close closes
    department, due_day  who is told to do what the text says, and by when

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotRecord: when something that this kind of decision needs is missing
    :raises BodyDidNotExist: when the body was not there on the day of the meeting
    :raises NotCompetent: when the body may not, and no reason is given why it could
    """
    check(by, Permission.DECISIONS_RECORD)
    decision = Decision(
        meeting=meeting,
        matter=matter,
        section=section.strip().removeprefix("§").strip(),
        point=point,
        kind=kind,
        status=status,
        proposed_to=proposed_to,
        text=text,
        because=because,
        document=document,
        successor=successor,
        first_day=first_day,
        last_day=last_day,
        open_ended=open_ended,
    )
    _check_parts(decision, assignment)
    if status == DecisionStatus.DECIDED:
        decision.competence_override = _needed(competence_override, decision, assignment)
    decision.save(force_insert=True)
    answer(decision)
    if status == DecisionStatus.DECIDED:
        _keep_assignment(decision, assignment, department, due_day)
        effects.apply(decision, by)
    return _traced(decision, by)


def _needed(reason: str, decision: Decision, assignment: Assignment | None) -> str:
    """Return the reason where the rules of competence ask for one, else nothing.

    :raises NotCompetent: when they do and none is given
    """
    try:
        policies.check_competent(
            decision.kind,
            decision.document,
            decision.meeting.body,
            successor=decision.successor,
            assignment=assignment,
        )
    except policies.NotCompetent:
        if reason.strip():
            return reason.strip()
        raise
    return ""


def _traced(decision: Decision, by: Person) -> Decision:
    after = {"kind": str(decision.kind), "status": str(decision.status)}
    if decision.competence_override:
        after["competence_override"] = decision.competence_override
    because = decision.because or decision.text
    if decision.status == DecisionStatus.PROPOSED:
        record("proposed", decision, by=by, because=because, after=after)
    else:
        record("decided", decision, by=by, because=because, after=after)
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


def _check_bodies(decision: Decision) -> None:
    """Both the body that met and the one it proposes to were there on the day."""
    policies.check_existed(decision.meeting.body, decision.meeting.day)
    if decision.proposed_to is not None:
        policies.check_existed(decision.proposed_to, decision.meeting.day)


def _check_parts(decision: Decision, assignment: Assignment | None) -> None:
    kind, meeting = decision.kind, decision.meeting
    faults = {
        _("Choose the document that the decision is about."): (
            kind in ABOUT_A_DOCUMENT and decision.document is None
        ),
        _("Choose the document that takes its place."): (
            kind == DecisionKind.REPLACE and decision.successor is None
        ),
        _("Write what the assignment is."): (
            kind == DecisionKind.GIVE_ASSIGNMENT and not decision.text
        ),
        _("Choose the assignment that is closed."): (
            kind == DecisionKind.CLOSE_ASSIGNMENT
            and (assignment is None or assignment.closed_by_id is not None)
        ),
        _("Only a proposal goes on to another body."): (
            decision.status == DecisionStatus.DECIDED and decision.proposed_to is not None
        ),
        _("An assignment is closed only after it was given, {day}.").format(
            day=assignment.given_by.meeting.day.isoformat() if assignment else ""
        ): assignment is not None and meeting.day < assignment.given_by.meeting.day,
        _("Point {point} of § {section} of this meeting is recorded already.").format(
            point=decision.point, section=decision.section
        ): bool(decision.section)
        and meeting.decisions.filter(section=decision.section, point=decision.point).exists(),
    }
    for sentence, fault in faults.items():
        if fault:
            raise CannotRecord(sentence)
    _check_bodies(decision)
