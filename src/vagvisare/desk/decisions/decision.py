"""One decision: what it says, what it came of, whether it has legal force, and its appeal."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vagvisare.access.checks import can
from vagvisare.access.permissions import Permission
from vagvisare.audit.queries import lines_about
from vagvisare.decisions.actions.appeal import appeal
from vagvisare.decisions.actions.close_appeal import close_appeal
from vagvisare.decisions.models import Decision
from vagvisare.decisions.queries import with_its_own
from vagvisare.decisions.states import Force, Ruling
from vagvisare.desk.decisions.forms import DayField
from vagvisare.desk.decisions.presenters import Step, step_of
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked

TRAIL_SHOWN = 30


class AppealForm(forms.Form):
    """An appeal came in."""

    day = DayField(label=gettext_lazy("The appeal came in"))
    because = forms.CharField(
        label=gettext_lazy("What it says, in a few words"),
        help_text=gettext_lazy("Never who wrote it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RulingForm(forms.Form):
    """An appeal is settled for good."""

    day = DayField(label=gettext_lazy("Settled for good on"))
    ruling = forms.ChoiceField(label=gettext_lazy("How it ended"), choices=Ruling.choices)
    words = forms.CharField(
        label=gettext_lazy("Which court and case, and what it said"),
        help_text=gettext_lazy("What a court annuls loses its effect in the register."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@needs(Permission.DECISIONS_READ)
def decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show one decision as it is on the day asked about."""
    return _page(request, _found(decision_id))


@require_POST
@needs(Permission.DECISIONS_RECORD)
def record_appeal(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Record that the decision was appealed."""
    found, form = _found(decision_id), AppealForm(request.POST)
    if form.is_valid():
        try:
            appeal(decision=found, by=signed_in_person(request), **form.cleaned_data)
            messages.success(
                request, _("The appeal is recorded. The decision waits for the court.")
            )
            return redirect("desk:decisions:decision", found.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return _page(request, found, form)


@require_POST
@needs(Permission.DECISIONS_RECORD)
def record_ruling(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Record how the appeal ended."""
    found, form = _found(decision_id), RulingForm(request.POST)
    if form.is_valid():
        given = dict(form.cleaned_data)
        ruling = Ruling(given.pop("ruling"))
        try:
            close_appeal(decision=found, ruling=ruling, by=signed_in_person(request), **given)
            messages.success(request, _("How the appeal ended is recorded."))
            return redirect("desk:decisions:decision", found.pk)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return _page(request, found, form)


def _found(decision_id: int) -> Decision:
    return get_object_or_404(with_its_own(Decision.objects.all()), pk=decision_id)


def _page(request: HttpRequest, found: Decision, form: forms.Form | None = None) -> HttpResponse:
    day, day_fault = day_asked(request)
    step = step_of(found, day)
    may = can(signed_in_person(request), Permission.DECISIONS_RECORD)
    context = {
        "decision": found,
        "step": step,
        "day": day,
        "day_fault": day_fault,
        "form": form or (_next_form(step) if may else None),
        "trail": lines_about(found)[:TRAIL_SHOWN],
        "section": "decisions",
    }
    return render(request, "desk/decisions/decision.html", context)


def _next_form(step: Step) -> forms.Form | None:
    """What can be recorded next of the appeal, or nothing."""
    decision = step.decision
    if decision.appealed_on and not decision.appeal_closed_on:
        return RulingForm()
    if step.force.state in (Force.RUNNING, Force.UNKNOWN):
        return AppealForm()
    return None
