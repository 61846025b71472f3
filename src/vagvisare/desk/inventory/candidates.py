"""A candidate at the desk: each claim beside the words it was read from."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.desk.inventory.asked import number_in
from vagvisare.desk.inventory.batches import SECTION, confirmed_sentence
from vagvisare.desk.inventory.evidence import evidence_pages
from vagvisare.desk.inventory.presenters import Fault, claim_rows, claim_state, preview, title_of
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.desk.versioned import SEEN, ChangedMeanwhile, unchanged
from vagvisare.inventory.actions.confirm_all import confirm_all
from vagvisare.inventory.actions.confirm_claim import confirm_claim
from vagvisare.inventory.actions.correct_claim import correct_claim, supply_value
from vagvisare.inventory.actions.enter_candidate import enter_candidate
from vagvisare.inventory.actions.reject_claim import reject_claim
from vagvisare.inventory.actions.reopen_claim import reopen_claim
from vagvisare.inventory.actions.set_aside import set_aside, take_up_again
from vagvisare.inventory.models import Candidate, Claim
from vagvisare.inventory.pictures import has_pictures
from vagvisare.inventory.plan import plan_for, takes_decision
from vagvisare.inventory.queries import next_open_candidate, versions_beside
from vagvisare.inventory.rules import SURE_FROM
from vagvisare.inventory.states import CandidateState, ClaimState, Field
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.models import SteeringDocument


@needs(Permission.INVENTORY_READ)
def candidate(request: HttpRequest, candidate_id: int) -> HttpResponse:
    """Show the claims, the evidence beside them, and what entering would do."""
    return _page(request, _found(candidate_id))


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def claim(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Confirm, correct, reject or reopen one claim."""
    found = get_object_or_404(Claim, pk=claim_id)
    say = SAYINGS.get(request.POST.get("say", ""))
    if say is None:
        return redirect("desk:inventory:candidate", found.candidate_id)
    typed = request.POST.get("value", "")
    try:
        with unchanged(found.candidate, request.POST.get(SEEN, ""), lambda _held: _now(found)):
            say(found, typed, signed_in_person(request))
    except Refusal as refusal:
        fault = Fault(found.field, str(refusal), typed or found.value, found.pk)
        return _page(request, _found(found.candidate_id), fault, status=_status(refusal))
    return _back_to(found.candidate_id, f"claim-{found.field}-{found.pk}")


def _now(found: Claim) -> dict[str, str]:
    return claim_state(Claim.objects.get(pk=found.pk))


def _status(refusal: Refusal) -> int:
    return 409 if isinstance(refusal, ChangedMeanwhile) else 422


def _confirm(found: Claim, typed: str, by: Person) -> None:
    confirm_claim(claim=found, by=by, at=timezone.now())


def _correct(found: Claim, typed: str, by: Person) -> None:
    correct_claim(claim=found, value=typed, by=by, at=timezone.now())


def _reject(found: Claim, typed: str, by: Person) -> None:
    reject_claim(claim=found, by=by, at=timezone.now())


def _reopen(found: Claim, typed: str, by: Person) -> None:
    reopen_claim(claim=found, by=by)


SAYINGS: dict[str, Callable[[Claim, str, Person], None]] = {
    "confirm": _confirm,
    "correct": _correct,
    "reject": _reject,
    "reopen": _reopen,
}


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def supply(request: HttpRequest, candidate_id: int) -> HttpResponse:
    """Write what a field is of which nothing was found."""
    found = _found(candidate_id)
    field, typed = request.POST.get("field", ""), request.POST.get("value", "")
    if field not in Field.values:
        return redirect("desk:inventory:candidate", found.pk)
    by, at = signed_in_person(request), timezone.now()
    try:
        with unchanged(found, request.POST.get(SEEN, ""), lambda held: _supplied(held, field)):
            made = supply_value(candidate=found, field=Field(field), value=typed, by=by, at=at)
    except Refusal as refusal:
        fault = Fault(field, str(refusal), typed)
        return _page(request, _found(found.pk), fault, status=_status(refusal))
    return _back_to(found.pk, f"claim-{field}-{made.pk}")


def _supplied(held: Candidate, field: str) -> dict[str, str]:
    return claim_state(held.claims.filter(field=field, position=0).first())


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def confirm(request: HttpRequest, candidate_id: int) -> HttpResponse:
    """Confirm every sure claim of the candidate at once."""
    found = _found(candidate_id)
    number = confirm_all(
        batch=found.file.batch,
        candidate=found,
        at_least=SURE_FROM,
        by=signed_in_person(request),
        at=timezone.now(),
    )
    messages.success(request, confirmed_sentence(number))
    return _back_to(found.pk, "enter")


@require_POST
@needs(Permission.REGISTER_ENTER)
def enter(request: HttpRequest, candidate_id: int) -> HttpResponse:
    """Bring what is confirmed into the register, as a new document or tied to one there."""
    found, chosen = _found(candidate_id), number_in(request.POST.get("tie_to"))
    tie_to = get_object_or_404(SteeringDocument, pk=chosen) if chosen is not None else None
    try:
        document = enter_candidate(candidate=found, tie_to=tie_to, by=signed_in_person(request))
    except Refusal as refusal:
        return _page(request, found, enter_fault=str(refusal))
    messages.success(request, _("“{title}” is in the register.").format(title=document.title))
    return redirect("desk:inventory:candidate", found.pk)


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def put_aside(request: HttpRequest, candidate_id: int) -> HttpResponse:
    """Set the candidate aside with a reason."""
    found, reason = _found(candidate_id), request.POST.get("reason", "")
    try:
        set_aside(candidate=found, reason=reason, by=signed_in_person(request))
    except Refusal as refusal:
        return _page(request, found, aside_fault=str(refusal))
    messages.success(request, _("It is set aside. You can take it up again."))
    following = next_open_candidate(found)
    return redirect("desk:inventory:candidate", following.pk if following else found.pk)


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def take_up(request: HttpRequest, candidate_id: int) -> HttpResponse:
    """Take up again what was set aside."""
    found = _found(candidate_id)
    take_up_again(candidate=found, by=signed_in_person(request))
    return redirect("desk:inventory:candidate", found.pk)


def _found(candidate_id: int) -> Candidate:
    return get_object_or_404(
        Candidate.objects.select_related("file__batch", "file__versions__latest", "document"),
        pk=candidate_id,
    )


def _back_to(candidate_id: int, place: str) -> HttpResponse:
    return redirect(reverse("desk:inventory:candidate", args=[candidate_id]) + f"#{place}")


def _page(
    request: HttpRequest,
    found: Candidate,
    fault: Fault | None = None,
    *,
    enter_fault: str = "",
    aside_fault: str = "",
    status: int = 422,
) -> HttpResponse:
    claims = list(found.claims.all())
    focus = number_in(request.GET.get("claim"))
    is_open = found.state == CandidateState.OPEN
    plan = plan_for(found) if is_open else None
    existing = plan.existing if plan else None
    context = SECTION | {
        "candidate": found,
        "file": found.file,
        "title": title_of(found),
        "open": is_open,
        "rows": claim_rows(found, claims, fault),
        "fault": fault,
        "focus": focus,
        "pages": evidence_pages(found.file.pages, claims, focus),
        "page_total": len(found.file.pages),
        "has_pictures": has_pictures(found.file),
        "plan": plan,
        "preview": preview(plan, found) if plan else [],
        "existing_takes_decision": existing is not None and takes_decision(existing),
        "enter_fault": enter_fault,
        "aside_fault": aside_fault,
        "sure_waiting": sum(
            c.state == ClaimState.PROPOSED and (c.confidence or 0) >= SURE_FROM for c in claims
        ),
        "following": next_open_candidate(found),
        "versions": versions_beside(found.file),
    }
    refused = fault or enter_fault or aside_fault
    return render(
        request, "desk/inventory/candidate.html", context, status=status if refused else 200
    )
