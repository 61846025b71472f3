"""Minutes and agendas at the desk: what each says was decided or is proposed."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from vagvisare.access.permissions import Permission
from vagvisare.desk.inventory.asked import number_in
from vagvisare.desk.inventory.evidence import evidence_pages
from vagvisare.desk.minutes.presenters import event_rows, proposal_sentence
from vagvisare.desk.rights import needs
from vagvisare.inventory.events_queries import (
    events_of,
    minutes_came,
    papers_with_events,
    pending_about,
    pending_events,
)
from vagvisare.inventory.faults import fault_sentence
from vagvisare.inventory.models import EventClaim, SourceFile
from vagvisare.register.models import SteeringDocument

ROWS_A_PAGE = 50
MOST_PAGES = 30  # of the paper's text beside its events
SECTION = {"section": "minutes"}


@dataclass(frozen=True)
class Marked:
    """Where an event's words stand, as the evidence takes it."""

    pk: int
    page: int | None
    start: int | None
    end: int | None


@needs(Permission.INVENTORY_READ)
def paper_list(request: HttpRequest) -> HttpResponse:
    """Show the papers of meetings, latest first."""
    page = Paginator(papers_with_events(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/minutes/list.html", SECTION | {"page_obj": page})


@needs(Permission.INVENTORY_READ)
def proposed(request: HttpRequest) -> HttpResponse:
    """Show what agendas and preparing bodies propose, the earliest meeting first."""
    page = Paginator(pending_events(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    events = list(page.object_list)
    context = SECTION | {"page_obj": page, "rows": proposal_rows(events)}
    return render(request, "desk/minutes/proposed.html", context)


@needs(Permission.INVENTORY_READ)
def paper(request: HttpRequest, file_id: int) -> HttpResponse:
    """Show what one paper says, each event beside the words it was read from."""
    return paper_page(request, found_paper(file_id))


def found_paper(file_id: int) -> SourceFile:
    """Return the paper, or answer 404."""
    return get_object_or_404(SourceFile.objects.select_related("batch"), pk=file_id)


def paper_page(
    request: HttpRequest, file: SourceFile, faults: dict[int, str] | None = None
) -> HttpResponse:
    """Answer with the paper's page; faults: why an event was refused, by its key."""
    events = list(events_of(file))
    rows = event_rows(events, faults)
    focus = number_in(request.GET.get("event"))
    context = SECTION | {
        "file": file,
        "fault": fault_sentence(file.error_code, file.error_message) if file.error_code else "",
        "rows": rows,
        "came": minutes_came(events),
        "acceptable": sum(row.can_accept for row in rows),
        "focus": focus,
        "pages": evidence_pages(file.pages, marks_of(events), focus, MOST_PAGES),  # type: ignore[arg-type]
        "page_total": len(file.pages),
    }
    return render(request, "desk/minutes/paper.html", context, status=422 if faults else 200)


def marks_of(events: list[EventClaim]) -> list[Marked]:
    """Return where the events' words stand."""
    told = [(event.pk, event.facts.get("evidence") or {}) for event in events]
    return [Marked(key, at.get("page"), at.get("start"), at.get("end")) for key, at in told]


def proposal_rows(events: list[EventClaim]) -> list[dict[str, Any]]:
    """Return proposals in words, and whether the minutes of their meeting have come."""
    came = minutes_came(events)
    return [{"event": e, "sentence": proposal_sentence(e), "came": e.pk in came} for e in events]


def proposals_about(document: SteeringDocument) -> list[dict[str, Any]]:
    """Return what is proposed about a document, for its page."""
    return proposal_rows(list(pending_about(document)))
