"""Bodies at the desk: who decides, since when, and who took over."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.audit.queries import lines_about
from vagvisare.decisions.actions.keep_body import keep_body, keep_former_body
from vagvisare.decisions.queries import decisions_of, meetings
from vagvisare.desk.decisions.forms import DayField
from vagvisare.desk.decisions.presenters import steps_of
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked
from vagvisare.organization.models import Body
from vagvisare.organization.queries import Succession
from vagvisare.register.queries import DocumentFilter, documents_on

ROWS_A_PAGE = 25
TRAIL_SHOWN = 10
KINDS = {
    "assembly": gettext_lazy("Assembly"),
    "board": gettext_lazy("Board"),
    "committee": gettext_lazy("Committee"),
    "working_committee": gettext_lazy("Working committee"),
    "office": gettext_lazy("Office"),
}
SHOWN = {
    "documents": gettext_lazy("Documents it adopted"),
    "decisions": gettext_lazy("Decisions"),
    "meetings": gettext_lazy("Meetings"),
}


class BodyForm(forms.Form):
    """From when through when a body is there, and which body took over."""

    first_day = DayField(
        label=gettext_lazy("First day"),
        help_text=gettext_lazy("Empty: it has been there as long as the register knows."),
        required=False,
    )
    last_day = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Empty: it is still there."),
        required=False,
    )
    successor = forms.ModelChoiceField(
        Body.objects.all(),
        label=gettext_lazy("Taken over by"),
        help_text=gettext_lazy("It may end and prolong what this body adopted."),
        required=False,
    )
    because = forms.CharField(
        label=gettext_lazy("By which decision"),
        help_text=gettext_lazy("As in the minutes: Kommunfullmäktige 2010-11-25 § 120."),
        required=False,
        max_length=300,
    )


class FormerBodyForm(BodyForm):
    """A body that old decisions name and the municipality's files do not."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of body"), choices=list(KINDS.items()), initial="committee"
    )
    field_order = ["name", "kind"]


@needs(Permission.DECISIONS_READ)
def body_list(request: HttpRequest) -> HttpResponse:
    """Show all bodies, those of today first."""
    today = timezone.localdate()
    bodies = list(Body.objects.select_related("successor"))
    context = {
        "present": [body for body in bodies if body.exists_on(today)],
        "former": [body for body in bodies if not body.exists_on(today)],
        "kinds": KINDS,
        "section": "decisions",
    }
    return render(request, "desk/decisions/bodies.html", context)


@needs(Permission.DECISIONS_READ)
def body(request: HttpRequest, body_key: str) -> HttpResponse:
    """Show one body: its days, who came before and after, and what it did."""
    day, day_fault = day_asked(request)
    found = get_object_or_404(Body, key=body_key)
    shown = request.GET.get("show", "")
    shown = shown if shown in SHOWN else "documents"
    page = Paginator(_rows(found, shown, day), ROWS_A_PAGE).get_page(request.GET.get("page"))
    succession = Succession()
    context = {
        "body": found,
        "kind": KINDS.get(found.kind, found.kind),
        "exists": found.exists_on(day),
        "before": succession.before(found),
        "after": succession.after(found),
        "day": day,
        "day_fault": day_fault,
        "shown": shown,
        "choices": SHOWN,
        "page_obj": page,
        "steps": steps_of(page.object_list, day) if shown == "decisions" else [],
        "trail": lines_about(found)[:TRAIL_SHOWN],
        "section": "decisions",
    }
    return render(request, "desk/decisions/body.html", context)


def _rows(found: Body, shown: str, day: Any) -> "QuerySet[Any]":
    if shown == "meetings":
        return meetings().filter(body=found)
    if shown == "decisions":
        return decisions_of(found)
    return documents_on(day, DocumentFilter(body=found.key))


@needs(Permission.ORGANIZATION_CHANGE)
def edit_body(request: HttpRequest, body_key: str) -> HttpResponse:
    """Say when a body began and ended, and which took over."""
    found = get_object_or_404(Body, key=body_key)
    names = ("first_day", "last_day", "successor")
    form = BodyForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    _offer_others(form, found)
    if request.method == "POST" and form.is_valid():
        try:
            keep_body(body=found, by=signed_in_person(request), **form.cleaned_data)
            messages.success(request, _("The body is saved."))
            return redirect("desk:decisions:body", found.key)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "body": found, "section": "decisions"}
    return render(request, "desk/decisions/body_form.html", context)


@needs(Permission.ORGANIZATION_CHANGE)
def enter_body(request: HttpRequest) -> HttpResponse:
    """Enter a body of former days."""
    form = FormerBodyForm(request.POST or None)
    if form.is_valid():
        try:
            made = keep_former_body(by=signed_in_person(request), **form.cleaned_data)
            messages.success(request, _("The body is saved."))
            return redirect("desk:decisions:body", made.key)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "desk/decisions/body_form.html", {"form": form, "section": "decisions"})


def _offer_others(form: BodyForm, found: Body) -> None:
    field = form.fields["successor"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Body.objects.filter(~Q(pk=found.pk))
