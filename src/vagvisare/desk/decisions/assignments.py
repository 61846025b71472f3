"""Assignments at the desk: the ageing list, and a page for each."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.audit.queries import lines_about
from vagvisare.decisions.actions.report_assignment import report_assignment
from vagvisare.decisions.models import Assignment
from vagvisare.decisions.queries import AssignmentFilter, ageing
from vagvisare.decisions.sentences import age_sentence
from vagvisare.desk.decisions.forms import DayField
from vagvisare.desk.decisions.presenters import assignment_rows
from vagvisare.desk.meanwhile import goes_on, meanwhile, posted
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.desk.versioned import SEEN, ChangedMeanwhile, Versioned, unchanged
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked
from vagvisare.organization.models import Body, Department

ROWS_A_PAGE = 50
TRAIL_SHOWN = 30
STATES = {
    "": gettext_lazy("All open"),
    "overdue": gettext_lazy("Overdue"),
    "reported": gettext_lazy("Reported, not closed"),
    "no_day": gettext_lazy("No day set"),
    "in_time": gettext_lazy("Still in time"),
}


class FilterForm(forms.Form):
    """What the list is narrowed by. Nothing is required; a wrong value narrows nothing."""

    state = forms.ChoiceField(
        label=gettext_lazy("How it stands"), choices=list(STATES.items()), required=False
    )
    department = forms.ModelChoiceField(
        Department.objects.all(),
        label=gettext_lazy("Department"),
        to_field_name="key",
        empty_label=gettext_lazy("All"),
        required=False,
    )
    body = forms.ModelChoiceField(
        Body.objects.all(),
        label=gettext_lazy("Given by"),
        to_field_name="key",
        empty_label=gettext_lazy("All"),
        required=False,
    )
    on = DayField(label=gettext_lazy("On the day"), required=False)

    def wanted(self) -> AssignmentFilter:
        """Return the filter as the room takes it."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        department, body = given.get("department"), given.get("body")
        return AssignmentFilter(
            state=given.get("state", ""),
            department=department.key if department else "",
            body=body.key if body else "",
        )


class ReportForm(Versioned):
    """An assignment is reported."""

    day = DayField(label=gettext_lazy("Reported on"))
    report = forms.CharField(
        label=gettext_lazy("What was reported, in a few words"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@needs(Permission.DECISIONS_READ)
def assignment_list(request: HttpRequest) -> HttpResponse:
    """Show the assignments nobody has closed, the worst first."""
    day, day_fault = day_asked(request)
    form = FilterForm(request.GET or None, initial={"on": day})
    page = Paginator(ageing(day, form.wanted()), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": assignment_rows(page.object_list, day),
        "states": STATES,
        "form": form,
        "filtered": any(value for key, value in request.GET.items() if key != "page"),
        "day": day,
        "day_fault": day_fault,
        "section": "decisions",
    }
    return render(request, "desk/decisions/assignments.html", context)


@needs(Permission.DECISIONS_READ)
def assignment(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Show one assignment from the decision that gave it to the one that closed it."""
    found = _found(assignment_id)
    return _page(request, found, _form(request, found))


@require_POST
@needs(Permission.DECISIONS_RECORD)
def report(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Write the report on an assignment, or take it back."""
    found, by = _found(assignment_id), signed_in_person(request)
    if "take_back" in request.POST:
        return _taken_back(request, found)
    form = _form(request, found)
    if form.is_valid() and not goes_on(request):
        try:
            with unchanged(found, form.cleaned_data[SEEN], _saved) as held:
                report_assignment(assignment=held, by=by, **form.given())
            messages.success(request, _("The report is saved. Only a decision closes it."))
            return redirect("desk:decisions:assignment", found.pk)
        except ChangedMeanwhile:
            found = _found(found.pk)
            back = reverse("desk:decisions:assignment", args=[found.pk])
            form = _form(request, found)
            return meanwhile(request, form, of=found.subject, back=back, section="decisions")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return _page(request, found, form)


def _form(request: HttpRequest, found: Assignment) -> ReportForm:
    saved = ReportForm(initial={"day": found.reported_on, "report": found.report})
    return ReportForm(posted(request, saved), initial=saved.initial)


def _saved(found: Assignment) -> dict[str, list[str]]:
    return ReportForm(initial={"day": found.reported_on, "report": found.report}).saved()


def _taken_back(request: HttpRequest, found: Assignment) -> HttpResponse:
    try:
        report_assignment(assignment=found, day=None, report="", by=signed_in_person(request))
        messages.success(request, _("The report is taken back."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:decisions:assignment", found.pk)


def _found(assignment_id: int) -> Assignment:
    assignments = Assignment.objects.select_related(
        "department",
        "document",
        "given_by__meeting__body",
        "given_by__matter",
        "closed_by__meeting__body",
    )
    return get_object_or_404(assignments, pk=assignment_id)


def _page(request: HttpRequest, found: Assignment, form: ReportForm) -> HttpResponse:
    context = {
        "assignment": found,
        "age": age_sentence(found, timezone.localdate()),
        "form": form,
        "trail": lines_about(found)[:TRAIL_SHOWN],
        "section": "decisions",
    }
    return render(request, "desk/decisions/assignment.html", context)
