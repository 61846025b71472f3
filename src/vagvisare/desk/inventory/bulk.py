"""Many candidates at once at the desk: see what will change, then do it, then take it back."""

from collections.abc import Callable
from datetime import date
from functools import partial

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.desk.inventory.asked import number_in
from vagvisare.desk.inventory.batches import SECTION
from vagvisare.desk.inventory.narrowing import NarrowForm, filter_part
from vagvisare.desk.inventory.presenters import act_sentence
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.inventory.actions.carry_on_bulk import start
from vagvisare.inventory.actions.confirm_by_rule import confirm_by_rule
from vagvisare.inventory.actions.enter_matching import enter_matching
from vagvisare.inventory.actions.undo_batch import take_up_batch, undo_batch
from vagvisare.inventory.actions.undo_confirmation import undo_confirmation
from vagvisare.inventory.bulk import Rule, confirmation_of, entry_of
from vagvisare.inventory.listing import choices_of
from vagvisare.inventory.models import Batch, BulkAct
from vagvisare.inventory.queries import counts_of
from vagvisare.inventory.rules import LIKELY_FROM, SURE_FROM
from vagvisare.inventory.states import ENTERED_FIELDS, BulkState, CandidateState
from vagvisare.inventory.wanted import Wanted
from vagvisare.kernel.errors import Refusal

ENTERED_SHOWN = 50
LEVELS = {"sure": SURE_FROM, "likely": LIKELY_FROM}


class RuleForm(forms.Form):
    """Which claims of the chosen documents to confirm."""

    at_least = forms.ChoiceField(
        label=gettext_lazy("How surely read"),
        choices=[
            ("sure", gettext_lazy("Sure: at least 90 percent")),
            ("likely", gettext_lazy("Sure or likely: at least 70 percent")),
        ],
    )
    fields_chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Fields"),
        choices=[(field.value, field.label) for field in ENTERED_FIELDS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def rule(self, wanted: Wanted) -> Rule:
        """Return the rule as the inventory takes it; a wrong value is the strictest."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        level = LEVELS.get(given.get("at_least", ""), SURE_FROM)
        return Rule(wanted, tuple(given.get("fields_chosen", ())), level)


def _asked(request: HttpRequest) -> QueryDict:
    return request.POST if request.method == "POST" else request.GET


def _rule_form(asked: QueryDict) -> RuleForm:
    if "at_least" in asked:
        return RuleForm(asked)
    every = [field.value for field in ENTERED_FIELDS]
    return RuleForm({"at_least": "sure", "fields_chosen": every})


def _judged_on(batch: Batch) -> date:
    return batch.judged_on or timezone.localdate()


def _done(
    request: HttpRequest, batch: Batch, act: Callable[..., BulkAct]
) -> tuple[HttpResponse | None, str]:
    """Do it as the one who asks; return the way on, or the sentence of the refusal."""
    try:
        done = act(by=signed_in_person(request), at=timezone.now())
    except Refusal as refusal:
        return None, str(refusal)
    messages.success(request, _said(done))
    return redirect("desk:inventory:batch", batch.pk), ""


@needs(Permission.INVENTORY_CONFIRM)
def by_rule(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show what a rule would confirm; posted, confirm it."""
    batch, asked = get_object_or_404(Batch, pk=batch_id), _asked(request)
    narrow, form = NarrowForm(asked, choices_of(batch)), _rule_form(asked)
    rule, on, fault = form.rule(narrow.wanted()), _judged_on(batch), ""
    if request.method == "POST":
        act = partial(confirm_by_rule, batch=batch, rule=rule, on=on)
        led_on, fault = _done(request, batch, act)
        if led_on:
            return led_on
    context = SECTION | {
        "batch": batch,
        "form": form,
        "fault": fault,
        "carried": filter_part(asked),
        "narrowed": narrowed_by(narrow),
        "rule_fields": rule.fields,
        "foreseen": confirmation_of(batch, rule, on),
    }
    status = 422 if fault else 200
    return render(request, "desk/inventory/by_rule.html", context, status=status)


@needs(Permission.REGISTER_ENTER)
def enter_all(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show what entering all that fits would do; posted, enter it."""
    batch, asked = get_object_or_404(Batch, pk=batch_id), _asked(request)
    narrow = NarrowForm(asked, choices_of(batch))
    wanted, on, fault = narrow.wanted(), _judged_on(batch), ""
    if request.method == "POST":
        act = partial(enter_matching, batch=batch, wanted=wanted, on=on)
        led_on, fault = _done(request, batch, act)
        if led_on:
            return led_on
    context = SECTION | {
        "batch": batch,
        "fault": fault,
        "carried": filter_part(asked),
        "narrowed": narrowed_by(narrow),
        "foreseen": entry_of(batch, wanted, on),
    }
    status = 422 if fault else 200
    return render(request, "desk/inventory/enter_all.html", context, status=status)


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def take_back(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Take back a confirmation; with `go_on`, do what is left of an act that was cut short."""
    batch, by = get_object_or_404(Batch, pk=batch_id), signed_in_person(request)
    act = get_object_or_404(BulkAct, batch=batch, pk=number_in(request.POST.get("act")) or 0)
    try:
        if request.POST.get("go_on"):
            start(act, by)
        else:
            today = timezone.localdate()
            act = undo_confirmation(act=act, by=by, at=timezone.now(), on=today)
        act.refresh_from_db()
        messages.success(request, _said(act))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:inventory:batch", batch.pk)


@needs(Permission.INVENTORY_CONFIRM)
def undo(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Ask for the reason and show what stays; posted, undo the batch."""
    batch, fault = get_object_or_404(Batch, pk=batch_id), ""
    if request.method == "POST":
        by, because = signed_in_person(request), request.POST.get("because", "")
        try:
            undo_batch(batch=batch, because=because, by=by, at=timezone.now())
            return redirect("desk:inventory:batch", batch.pk)
        except Refusal as refusal:
            fault = str(refusal)
    entered = batch.candidates.filter(state=CandidateState.ENTERED).select_related("document")
    context = SECTION | {
        "batch": batch,
        "fault": fault,
        "counts": counts_of([batch])[batch.pk],
        "entered": entered.order_by("pk")[:ENTERED_SHOWN],
    }
    status = 422 if fault else 200
    return render(request, "desk/inventory/undo.html", context, status=status)


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def take_up(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Take up again a batch that was undone."""
    batch = get_object_or_404(Batch, pk=batch_id)
    number = take_up_batch(batch=batch, by=signed_in_person(request))
    messages.success(request, _("The batch is taken up again. {n} open.").format(n=number))
    return redirect("desk:inventory:batch", batch.pk)


def narrowed_by(form: NarrowForm) -> list[tuple[str, str]]:
    """Return what the list is narrowed by, in words."""
    said = []
    for name, value in filter_part(form.data):  # type: ignore[arg-type]  # always a QueryDict
        labels = dict(getattr(form.fields[name].widget, "choices", []))
        shown = _("yes") if name == "versions" else str(labels.get(value, value))
        said.append((str(form.fields[name].label), shown))
    return said


def _said(act: BulkAct) -> str:
    act.refresh_from_db()
    if act.state == BulkState.RUNNING:
        return _("It is being done. This page shows how far it has come.")
    return act_sentence(act)
