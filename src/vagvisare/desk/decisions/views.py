"""Meetings, decisions and assignments at the desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.number_matter import number_matter
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.models import Decision, Matter, Meeting
from vagvisare.decisions.policies import NotCompetent, competent_body
from vagvisare.decisions.queries import meetings, open_assignments
from vagvisare.decisions.states import DecisionKind
from vagvisare.desk.decisions.forms import DecisionForm, NumberForm
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked
from vagvisare.organization.models import Person
from vagvisare.register.models import SteeringDocument

ROWS_A_PAGE = 50
PASSED_ON = ("point", "text", "because", "document", "successor", "first_day", "last_day")
PASSED_ON_TOO = ("open_ended", "department", "due_day", "assignment", "competence_override")


@needs(Permission.DECISIONS_READ)
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings, latest first."""
    page = Paginator(meetings(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/decisions/list.html", {"page_obj": page, "section": "decisions"})


@needs(Permission.DECISIONS_READ)
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Show what a body decided on a day."""
    found = get_object_or_404(Meeting.objects.select_related("body"), pk=meeting_id)
    decisions = found.decisions.select_related("document", "successor", "matter")
    context = {"meeting": found, "decisions": decisions, "section": "decisions"}
    return render(request, "desk/decisions/meeting.html", context)


@needs(Permission.DECISIONS_READ)
def matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Show a matter with what was decided in it, and let its number be written."""
    found = get_object_or_404(Matter, pk=matter_id)
    form = NumberForm(request.POST or None, initial={"diary_no": found.diary_no})
    if form.is_valid():
        try:
            number_matter(
                matter=found,
                diary_no=form.cleaned_data["diary_no"],
                by=signed_in_person(request),
            )
            messages.success(request, _("The number is saved."))
            return redirect("desk:decisions:matter", found.pk)
        except Refusal as refusal:
            form.add_error("diary_no", str(refusal))
    decisions = found.decisions.select_related("document", "meeting__body")
    context = {"matter": found, "form": form, "decisions": decisions, "section": "decisions"}
    return render(request, "desk/decisions/matter.html", context)


@needs(Permission.DECISIONS_READ)
def assignment_list(request: HttpRequest) -> HttpResponse:
    """Show the assignments nobody has closed, oldest first."""
    day, day_fault = day_asked(request)
    page = Paginator(open_assignments(day), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "day": day, "day_fault": day_fault, "section": "decisions"}
    return render(request, "desk/decisions/assignments.html", context)


@needs(Permission.DECISIONS_RECORD)
def record(request: HttpRequest) -> HttpResponse:
    """Record one decision. What the domain refuses is said on the form, which keeps its text."""
    form = DecisionForm(request.POST or None, initial=_initial(request))
    if form.is_valid():
        try:
            made = _recorded(form, signed_in_person(request))
            messages.success(request, _("The decision is recorded."))
            if made.document_id:
                return redirect("desk:register:document", made.document_id)
            return redirect("desk:decisions:meeting", made.meeting_id)
        except NotCompetent as refusal:
            form.add_error("competence_override", str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "desk/decisions/record.html", {"form": form, "section": "decisions"})


@transaction.atomic
def _recorded(form: DecisionForm, by: Person) -> Decision:
    """The meeting and the matter come along with the decision, or not at all."""
    given = form.cleaned_data
    matter = form.matter()
    if matter is None and given["diary_no"]:
        title = given["matter_title"] or (given["document"] and given["document"].title) or ""
        matter = open_matter(title=title, diary_no=given["diary_no"], opened_on=given["day"], by=by)
    return record_decision(
        meeting=hold_meeting(body=given["body"], day=given["day"], by=by),
        kind=DecisionKind(given["kind"]),
        section=given["section"],
        matter=matter,
        by=by,
        **{name: given[name] for name in PASSED_ON + PASSED_ON_TOO},
    )


def _initial(request: HttpRequest) -> dict[str, object]:
    """What the link that led here already knows."""
    initial: dict[str, object] = {
        key: request.GET[key] for key in ("kind", "diary_no", "assignment") if key in request.GET
    }
    number = request.GET.get("document", "")
    document = (
        SteeringDocument.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    )
    if document is not None:
        initial |= {"document": document, "body": competent_body(document)}
    return initial
