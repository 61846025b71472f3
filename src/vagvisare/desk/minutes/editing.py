"""One event at the desk: put right what was read, reject it, take that back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.desk.minutes.forms import EventForm, field_of
from vagvisare.desk.minutes.papers import SECTION, found_paper, paper_page
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.inventory.actions.edit_event import edit_event
from vagvisare.inventory.actions.reject_event import reject_event, reopen_event
from vagvisare.inventory.actions.settle_pending import mark_not_decided
from vagvisare.inventory.events_plan import plan_for
from vagvisare.inventory.models import EventClaim
from vagvisare.kernel.errors import Refusal


@needs(Permission.INVENTORY_CONFIRM)
def edit(request: HttpRequest, event_id: int) -> HttpResponse:
    """Put right what was read of an event, and say which document is meant."""
    event = _found(event_id)
    form = EventForm(event, plan_for(event), request.POST or None)
    if form.is_valid():
        try:
            edit_event(event=event, by=signed_in_person(request), **form.given())
            messages.success(request, _("Saved. What the machine read is kept beside it."))
            return _back_to(event)
        except Refusal as refusal:
            form.add_error(field_of(form, refusal), str(refusal))
    context = SECTION | {"event": event, "file": event.file, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "desk/minutes/edit.html", context, status=status)


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def reject(request: HttpRequest, event_id: int) -> HttpResponse:
    """Reject an event with a reason."""
    event = _found(event_id)
    reason = request.POST.get("reason", "")
    try:
        reject_event(event=event, reason=reason, by=signed_in_person(request), at=timezone.now())
    except Refusal as refusal:
        return paper_page(request, found_paper(event.file_id), {event.pk: str(refusal)})
    messages.success(request, _("It is rejected. You can reopen it."))
    return _back_to(event)


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def reopen(request: HttpRequest, event_id: int) -> HttpResponse:
    """Take a rejection back."""
    event = _found(event_id)
    reopen_event(event=event, by=signed_in_person(request))
    return _back_to(event)


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def not_decided(request: HttpRequest, event_id: int) -> HttpResponse:
    """Say that a proposal came to nothing."""
    event = _found(event_id)
    meeting = f"{event.body or ''} {event.day or ''}".strip()
    sentence = _("Not decided at the meeting {meeting}.").format(meeting=meeting)
    by = signed_in_person(request)
    try:
        mark_not_decided(event=event, sentence=sentence, by=by, at=timezone.now())
        messages.success(request, sentence)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:minutes:proposed")


def _found(event_id: int) -> EventClaim:
    return get_object_or_404(
        EventClaim.objects.select_related("file__batch", "body").defer(
            "file__pages", "file__reading", "file__signature"
        ),
        pk=event_id,
    )


def _back_to(event: EventClaim) -> HttpResponse:
    return redirect(reverse("desk:minutes:paper", args=[event.file_id]) + f"#event-{event.pk}")
