"""Accepting events at the desk: first what would change, then the decisions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.decisions.policies import NotCompetent
from vagvisare.desk.inventory.asked import number_in
from vagvisare.desk.minutes.papers import SECTION, found_paper, paper_page
from vagvisare.desk.minutes.presenters import foreseen
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.inventory.actions.accept_events import accept_events, rehearse_events
from vagvisare.inventory.events_queries import events_of
from vagvisare.inventory.models import EventClaim, SourceFile


@require_POST
@needs(Permission.DECISIONS_RECORD)
def accept(request: HttpRequest, file_id: int) -> HttpResponse:
    """Show what accepting the chosen events would do; with `sure`, record them."""
    file = found_paper(file_id)
    events = _chosen(request, file)
    if not events:
        messages.error(request, _("Choose at least one event."))
        return redirect("desk:minutes:paper", file.pk)
    override = request.POST.get("competence_override", "").strip()
    given = {
        "events": events,
        "by": signed_in_person(request),
        "at": timezone.now(),
        "on": timezone.localdate(),
        "competence_override": override,
    }
    if not request.POST.get("sure"):
        outcomes = rehearse_events(**given)  # type: ignore[arg-type]
        context = SECTION | {
            "file": file,
            "rows": foreseen(outcomes),
            "possible": sum(not one.refusal for one in outcomes),
            "override": override,
            "asks_for_reason": bool(override)
            or any(one.code == NotCompetent.code for one in outcomes),
        }
        return render(request, "desk/minutes/foreseen.html", context)
    outcomes = accept_events(**given)  # type: ignore[arg-type]
    done = sum(not one.refusal for one in outcomes)
    if done:
        messages.success(request, _said(done))
    faults = {one.event.pk: one.refusal for one in outcomes if one.refusal}
    if faults:
        return paper_page(request, file, faults)
    return redirect("desk:minutes:paper", file.pk)


def _chosen(request: HttpRequest, file: SourceFile) -> list[EventClaim]:
    """The one whose button was pressed, else those that are ticked."""
    asked = [request.POST["only"]] if "only" in request.POST else request.POST.getlist("event")
    keys = [key for key in map(number_in, asked) if key is not None]
    return list(events_of(file).filter(pk__in=keys))


def _said(number: int) -> str:
    return ngettext(
        "{n} event is recorded as decided.", "{n} events are recorded as decided.", number
    ).format(n=number)
