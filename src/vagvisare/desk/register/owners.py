"""Who answers for what: documents without anybody, handing over, departments and people who go."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.audit.models import AuditLine
from vagvisare.decisions.actions.reorganize_department import reorganize_department
from vagvisare.desk.register.owner_forms import (
    ChoiceForm,
    HandOverForm,
    LeaveForm,
    ReorganizeForm,
)
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.desk.versioned import SEEN, ChangedMeanwhile, check_seen, marks_of
from vagvisare.kernel.errors import Refusal
from vagvisare.register.actions.hand_over import NewOwner, hand_over, undo_hand_over
from vagvisare.register.actions.leave import let_leave
from vagvisare.register.models import SteeringDocument
from vagvisare.register.orphans import Orphaned, orphans_on

ROWS_A_PAGE = 50
LINES_LOOKED_AT = 400
SHOWN = 10


@dataclass(frozen=True)
class Past:
    """A hand-over that was made: when, by whom, why, of how many documents."""

    key: str
    line: AuditLine
    number: int
    undone: bool


@needs(Permission.REGISTER_EDIT)
def owners(request: HttpRequest) -> HttpResponse:
    """List what nobody answers for (or all of a department or person), and hand the chosen over."""
    choice = ChoiceForm(request.GET or None, auto_id="choice_%s")
    page = Paginator(_listed(choice), ROWS_A_PAGE).get_page(request.GET.get("page"))
    chosen = _chosen(request)
    step = request.POST.get("step", "")
    form = HandOverForm(request.POST if step else None)
    if step in ("preview", "save") and form.is_valid():
        if chosen and step == "preview" and _new_owner(form).changes():
            return _preview(request, form, chosen)
        try:
            _handed_over(request, form, chosen)
            messages.success(request, _("The documents are handed over."))
            return redirect("desk:register:owners")
        except ChangedMeanwhile as refusal:
            return _preview(request, form, _chosen(request), str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {
        "choice": choice,
        "form": form,
        "page_obj": page,
        "rows": [(document, _why(document)) for document in page.object_list],
        "chosen": {document.pk for document in chosen},
        "past": past_hand_overs(),
        "section": "register",
    }
    return render(request, "desk/register/owners.html", context)


def _preview(
    request: HttpRequest, form: HandOverForm, chosen: list[SteeringDocument], fault: str = ""
) -> HttpResponse:
    """Show what would change, from what it is now."""
    context = {
        "form": form,
        "chosen": chosen,
        "to": form.cleaned_data,
        "fields": [*_sent_again(request), (SEEN, marks_of(_answering(chosen)))],
        "fault": fault,
        "section": "register",
    }
    status = 409 if fault else 200
    return render(request, "desk/register/hand_over_preview.html", context, status=status)


def _handed_over(request: HttpRequest, form: HandOverForm, chosen: list[SteeringDocument]) -> None:
    keys = [document.pk for document in chosen]
    with transaction.atomic():
        held = SteeringDocument.objects.select_for_update().filter(pk__in=keys).order_by("pk")
        check_seen(request.POST.get(SEEN, ""), _answering(held))
        hand_over(
            documents=held,
            to=_new_owner(form),
            by=signed_in_person(request),
            because=form.cleaned_data["because"],
        )


def _answering(documents: Iterable[SteeringDocument]) -> dict[str, list[Any]]:
    """Who answers for each, which is what the preview shows."""
    return {
        str(document.pk): [document.department_id, document.owner_id, document.responsible_role]
        for document in documents
    }


def _listed(choice: ChoiceForm) -> "QuerySet[SteeringDocument]":
    choice.is_valid()
    given = getattr(choice, "cleaned_data", {})
    documents = SteeringDocument.objects.select_related("department", "owner")
    if given.get("department"):
        return documents.filter(department=given["department"])
    if given.get("person"):
        return documents.filter(owner=given["person"])
    return orphans_on(timezone.localdate())


def _why(document: SteeringDocument) -> str:
    reason = getattr(document, "orphaned", "")
    return str(Orphaned(reason).label) if reason else ""


def _chosen(request: HttpRequest) -> list[SteeringDocument]:
    keys = [int(key) for key in request.POST.getlist("chosen") if key.isdecimal()]
    found = SteeringDocument.objects.filter(pk__in=keys[:500])
    return list(found.select_related("department", "owner"))


def _new_owner(form: HandOverForm) -> NewOwner:
    given = form.cleaned_data
    return NewOwner(department=given["department"], person=given["person"], role=given["role"])


def _sent_again(request: HttpRequest) -> list[tuple[str, Any]]:
    names = ("department", "person", "role", "because")
    return [(name, request.POST.get(name, "")) for name in names]


def past_hand_overs() -> list[Past]:
    """Return the latest hand-overs, newest first: two queries."""
    verbs = ("handed-over", "hand-over-undone")
    lines = AuditLine.objects.filter(verb__in=verbs).order_by("-number")[:LINES_LOOKED_AT]
    found: dict[str, list[AuditLine]] = {}
    undone = set()
    for line in lines:
        key = (line.after or {}).get("key", "")
        if line.verb == "handed-over":
            found.setdefault(key, []).append(line)
        else:
            undone.add(key)
    kept = list(found.items())[:SHOWN]
    return [Past(key, lines[0], len(lines), key in undone) for key, lines in kept]


@require_POST
@needs(Permission.REGISTER_EDIT)
def undo(request: HttpRequest) -> HttpResponse:
    """Give the documents of a hand-over back."""
    try:
        restored, kept = undo_hand_over(
            key=request.POST.get("key", ""), by=signed_in_person(request), because=_("undone")
        )
        said = _("{number} documents are as they were before.").format(number=restored)
        if kept:
            said += " " + _("{number} had been changed since and stay as they are.").format(
                number=kept
            )
        messages.success(request, said)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:register:owners")


@needs(Permission.REGISTER_EDIT)
def reorganize(request: HttpRequest) -> HttpResponse:
    """Let a department end, and all that it answers for go to another."""
    form = ReorganizeForm(request.POST or None)
    if form.is_valid():
        try:
            moved = reorganize_department(by=signed_in_person(request), **form.cleaned_data)
            messages.success(
                request,
                _(
                    "Moved: {documents} documents, {people} people, {assignments} open assignments."
                ).format(
                    documents=moved.documents, people=moved.people, assignments=moved.assignments
                ),
            )
            return redirect("desk:register:owners")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "section": "register"}
    return render(request, "desk/register/reorganize.html", context)


@needs(Permission.REGISTER_EDIT)
def leave(request: HttpRequest) -> HttpResponse:
    """Close a person's account and ask who takes over; the action lets an administrator only."""
    form = LeaveForm(request.POST or None)
    if form.is_valid():
        try:
            number = let_leave(by=signed_in_person(request), **form.cleaned_data)
            messages.success(
                request,
                _("The account is closed. Documents handed over: {number}.").format(number=number),
            )
            return redirect("desk:register:owners")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "section": "register"}
    return render(request, "desk/register/leave.html", context)
