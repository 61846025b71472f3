"""Meetings, matters and decisions at the desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.number_matter import number_matter
from vagvisare.decisions.models import Matter
from vagvisare.decisions.policies import NotCompetent
from vagvisare.decisions.queries import chain_of, meetings, pending_proposals
from vagvisare.desk.decisions.forms import DecisionForm, NumberForm
from vagvisare.desk.decisions.presenters import steps_of
from vagvisare.desk.decisions.recording import initial_of, recorded, verdicts_on
from vagvisare.desk.meanwhile import goes_on, meanwhile, posted
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.desk.versioned import SEEN, ChangedMeanwhile, unchanged
from vagvisare.kernel.errors import Refusal

ROWS_A_PAGE = 50


@needs(Permission.DECISIONS_READ)
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show the meetings, latest first."""
    page = Paginator(meetings(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "pending": pending_proposals().count(), "section": "decisions"}
    return render(request, "desk/decisions/list.html", context)


@needs(Permission.DECISIONS_READ)
def pending(request: HttpRequest) -> HttpResponse:
    """Show the proposals that nobody has answered, oldest first."""
    page = Paginator(pending_proposals(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "section": "decisions"}
    return render(request, "desk/decisions/pending.html", context)


@needs(Permission.DECISIONS_READ)
def matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Show a matter with what every body did in it, in order, and let its number be written."""
    found = get_object_or_404(Matter, pk=matter_id)
    form = _number_form(request, found)
    if form.is_valid() and not goes_on(request):
        try:
            with unchanged(found, form.cleaned_data[SEEN], _number_saved) as held:
                number_matter(matter=held, by=signed_in_person(request), **form.given())
            messages.success(request, _("The number is saved."))
            return redirect("desk:decisions:matter", found.pk)
        except ChangedMeanwhile:
            found.refresh_from_db()
            back, form = request.path, _number_form(request, found)
            return meanwhile(request, form, of=str(found), back=back, section="decisions")
        except Refusal as refusal:
            form.add_error("diary_no", str(refusal))
    steps = steps_of(chain_of(found), timezone.localdate())
    context = {
        "matter": found,
        "form": form,
        "steps": steps,
        "pending": [step for step in steps if step.is_pending],
        "section": "decisions",
    }
    return render(request, "desk/decisions/matter.html", context)


def _number_form(request: HttpRequest, found: Matter) -> NumberForm:
    saved = NumberForm(initial={"diary_no": found.diary_no})
    return NumberForm(posted(request, saved), initial=saved.initial)


def _number_saved(found: Matter) -> dict[str, list[str]]:
    return NumberForm(initial={"diary_no": found.diary_no}).saved()


@needs(Permission.DECISIONS_RECORD)
def record(request: HttpRequest) -> HttpResponse:
    """Record one decision. What the domain refuses is said on the form, which keeps its text."""
    initial = initial_of(request)
    form = DecisionForm(request.POST or None, initial=initial)
    given = initial
    if form.is_valid():
        given = form.cleaned_data
        if "check" not in request.POST:
            try:
                made = recorded(form, signed_in_person(request))
                messages.success(request, _("The decision is recorded."))
                if made.document_id:
                    return redirect("desk:register:document", made.document_id)
                return redirect("desk:decisions:meeting", made.meeting_id)
            except NotCompetent as refusal:
                form.add_error("competence_override", str(refusal))
            except Refusal as refusal:
                form.add_error(None, str(refusal))
    judged = verdicts_on(given)
    context = {
        "form": form,
        "verdicts": [(None, verdict) for verdict in judged],
        "all_allowed": all(verdict.allowed for verdict in judged),
        "section": "decisions",
    }
    return render(request, "desk/decisions/record.html", context)
