"""Batches at the desk: what came in, how far it is, and what to look at next."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.desk.inventory.asked import number_in
from vagvisare.desk.inventory.forms import TakeInForm
from vagvisare.desk.inventory.narrowing import NarrowForm, filter_part
from vagvisare.desk.inventory.presenters import act_rows, batch_rows, candidate_rows, file_rows
from vagvisare.desk.inventory.progress import progress_of
from vagvisare.desk.inventory.report import desk_address, report_part
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.inventory.actions.queue_reading import queue_reading, read_again
from vagvisare.inventory.actions.read_minutes import queue_minutes
from vagvisare.inventory.actions.take_in import take_in
from vagvisare.inventory.actions.tell_meeting import tell_meeting
from vagvisare.inventory.listing import DEEPEST_PAGE, choices_of, hits
from vagvisare.inventory.models import Batch
from vagvisare.inventory.queries import doubled_files, failed_files, first_open_candidate
from vagvisare.inventory.states import MeetingPaper
from vagvisare.kernel.errors import Refusal

ROWS_A_PAGE = 50
SECTION = {"section": "inventory"}


@needs(Permission.INVENTORY_READ)
def batch_list(request: HttpRequest) -> HttpResponse:
    """Show the batches, latest first."""
    page = Paginator(Batch.objects.all(), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = SECTION | {"page_obj": page, "rows": batch_rows(page.object_list)}
    return render(request, "desk/inventory/list.html", context)


@needs(Permission.INVENTORY_TAKE_IN)
def take_in_files(request: HttpRequest) -> HttpResponse:
    """Take files in and let the worker read them."""
    name = _("Taken in {day}").format(day=timezone.localdate().isoformat())
    initial = {"name": name, "meeting_kind": request.GET.get("meeting", "")}
    form = TakeInForm(request.POST or None, request.FILES or None, initial=initial)
    if form.is_valid():
        by = signed_in_person(request)
        files = [(file.name or "", file) for file in form.chosen()]
        try:
            made = take_in(files=files, by=by, at=timezone.now(), name=form.cleaned_data["name"])
            return _begin_reading(request, made, form)
        except Refusal as refusal:
            form.add_error("documents", str(refusal))
    return render(request, "desk/inventory/take_in.html", SECTION | {"form": form})


def _begin_reading(request: HttpRequest, made: Batch, form: TakeInForm) -> HttpResponse:
    """Queue the reading; papers of a meeting are read with what is told of it."""
    given, by, today = form.cleaned_data, signed_in_person(request), timezone.localdate()
    messages.success(request, _("The files are taken in and are being read."))
    if not given["meeting_kind"]:
        queue_reading(batch=made, on=today, by=by, desk=desk_address(request))
        return redirect("desk:inventory:batch", made.pk)
    tell_meeting(
        batch=made,
        body=given["meeting_body"],
        day=given["meeting_day"],
        kind=MeetingPaper(given["meeting_kind"]),
        by=by,
    )
    queue_minutes(batch=made, on=today, by=by)
    return redirect("desk:minutes:list")


@needs(Permission.INVENTORY_READ)
def batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show how far a batch is, and its documents: narrowed, sorted and paged by the address."""
    found = get_object_or_404(Batch, pk=batch_id)
    form = NarrowForm(request.GET, choices_of(found))
    wanted, sort = form.wanted(), form.sorted_by()
    shown = hits(
        found,
        wanted,
        on=found.judged_on or timezone.localdate(),
        sort=sort,
        page=number_in(request.GET.get("page")) or 1,
    )
    context = header_of(request, found) | {
        "form": form,
        "hits": shown,
        "previous_page": shown.page - 1,
        "next_page": shown.page + 1,
        "deepest": DEEPEST_PAGE,
        "rows": candidate_rows(shown.candidates),
        "narrowed": not wanted.is_everything,
        "filter_query": urlencode(filter_part(request.GET)),
        "first_open": first_open_candidate(found),
        "acts": act_rows(found),
    }
    # Beside the whole list only: who narrows it or leafs in it looks for something else.
    context["shows_report"] = wanted.is_everything and shown.page == 1 and context["documents"]
    if context["shows_report"]:
        context |= report_part(request, found)
    return render(request, "desk/inventory/batch.html", context)


@needs(Permission.INVENTORY_READ)
def files(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show the files that gave no document: those that could not be read, or the doubles."""
    found = get_object_or_404(Batch, pk=batch_id)
    doubles = request.GET.get("show") == "doubles"
    context = header_of(request, found)
    counts = context["counts"]
    page = Paginator(doubled_files(found) if doubles else failed_files(found), ROWS_A_PAGE)
    # The tallies know the number; counting the rows again would take longer the more there are.
    page.count = counts.duplicates if doubles else counts.failed
    page_obj = page.get_page(request.GET.get("page"))
    context |= {"doubles": doubles, "page_obj": page_obj, "rows": file_rows(page_obj.object_list)}
    return render(request, "desk/inventory/files.html", context)


def header_of(request: HttpRequest, found: Batch) -> dict[str, Any]:
    """Return what the top of each page of a batch shows. Two queries."""
    progress = progress_of(found, request, timezone.now())
    counts = progress.counts
    documents = sum(counts.candidates.values())
    return SECTION | {
        "batch": found,
        "progress": progress,
        "counts": counts,
        "documents": documents,
    }


@require_POST
@needs(Permission.INVENTORY_TAKE_IN)
def read(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Queue the reading of what is unread; with `again`, of what failed too."""
    found = get_object_or_404(Batch, pk=batch_id)
    queue = read_again if request.POST.get("again") else queue_reading
    queue(
        batch=found,
        on=timezone.localdate(),
        by=signed_in_person(request),
        desk=desk_address(request),
    )
    messages.success(request, _("The files are being read."))
    return redirect("desk:inventory:batch", found.pk)


def confirmed_sentence(number: int) -> str:
    """Return how many claims were confirmed."""
    return ngettext("{n} claim is confirmed.", "{n} claims are confirmed.", number).format(n=number)
