"""From the forms to the actions: the meeting and the matter come along, or nothing does."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.http import HttpRequest

from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.actions.record_section import Point, record_section
from vagvisare.decisions.models import Assignment, Decision, Matter
from vagvisare.decisions.policies import Verdict, competent_body, verdicts
from vagvisare.decisions.states import DecisionKind, DecisionStatus
from vagvisare.desk.decisions.forms import POINT_GROUPS, DecisionForm, HeadForm, PointForm
from vagvisare.organization.models import Body, Person
from vagvisare.organization.queries import Succession
from vagvisare.register.models import SteeringDocument

POINT_FIELDS = [name for names in POINT_GROUPS.values() for name in names]


@transaction.atomic
def recorded(form: DecisionForm, by: Person) -> Decision:
    """Record the form's one point."""
    given = form.cleaned_data
    matter = matter_of(form, [form], by)
    return record_decision(
        meeting=hold_meeting(body=given["body"], day=given["day"], by=by),
        section=given["section"],
        point=given["point"],
        matter=matter,
        by=by,
        **point_values(form),
    )


@transaction.atomic
def recorded_section(head: HeadForm, points: Sequence[PointForm], by: Person) -> list[Decision]:
    """Record all points of the section, or none."""
    given = head.cleaned_data
    matter = matter_of(head, points, by)
    return record_section(
        meeting=hold_meeting(body=given["body"], day=given["day"], by=by),
        section=given["section"],
        points=[Point(**point_values(point)) for point in points],
        matter=matter,
        by=by,
    )


def matter_of(head: HeadForm, points: Sequence[PointForm], by: Person) -> Matter | None:
    """Return the matter with the number given; it is opened where there is none yet."""
    given, matter = head.cleaned_data, head.matter()
    if matter is not None or not given["diary_no"]:
        return matter
    documents = [point.cleaned_data["document"] for point in points]
    titles = [document.title for document in documents if document]
    title = given["matter_title"] or next(iter(titles), "")
    return open_matter(title=title, diary_no=given["diary_no"], opened_on=given["day"], by=by)


def point_values(form: PointForm) -> dict[str, Any]:
    """Return what the form says of the point, as the action takes it."""
    given = {name: form.cleaned_data[name] for name in POINT_FIELDS}
    given["kind"] = DecisionKind(given["kind"])
    given["status"] = DecisionStatus(given["status"])
    return given


def verdicts_on(given: dict[str, Any]) -> list[Verdict]:
    """Return what the rules of competence say of what is filled in so far."""
    body, kind, assignment = given.get("body"), given.get("kind"), given.get("assignment")
    if not isinstance(body, Body) or not kind or given.get("status") == DecisionStatus.PROPOSED:
        return []
    return verdicts(
        kind,
        given.get("document"),
        body,
        successor=given.get("successor"),
        assignment=assignment if isinstance(assignment, Assignment) else None,
    )


def initial_of(request: HttpRequest) -> dict[str, Any]:
    """Return what the link that led here already knows."""
    known = ("kind", "diary_no", "section", "day", "body")
    initial: dict[str, Any] = {key: request.GET[key] for key in known if key in request.GET}
    initial |= _from_proposal(request.GET.get("proposal", ""))
    initial |= _from_assignment(request.GET.get("assignment", ""))
    number = request.GET.get("document", "")
    document = (
        SteeringDocument.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    )
    if document is not None:
        initial |= {"document": document, "body": competent_body(document)}
    return initial


def _from_assignment(number: str) -> dict[str, Any]:
    """Who gave it closes it, or who took over from them."""
    assignments = Assignment.objects.select_related("given_by__meeting__body", "given_by__matter")
    found = assignments.filter(pk=int(number)).first() if number.isdecimal() else None
    if found is None:
        return {}
    given = found.given_by
    return {
        "assignment": found,
        "body": Succession().heir(given.meeting.body),
        "diary_no": given.matter.diary_no if given.matter else "",
    }


def _from_proposal(number: str) -> dict[str, Any]:
    """What was proposed, so that the one who decides on it writes only what differs."""
    if not number.isdecimal():
        return {}
    proposal = Decision.objects.select_related("proposed_to", "document", "successor", "matter")
    found = proposal.filter(pk=int(number)).first()
    if found is None:
        return {}
    copied = ("kind", "document", "successor", "first_day", "last_day", "open_ended", "text")
    addressee = found.proposed_to
    return {name: getattr(found, name) for name in (*copied, "because")} | {
        "body": Succession().heir(addressee) if addressee else None,
        "diary_no": found.matter.diary_no if found.matter else "",
    }
