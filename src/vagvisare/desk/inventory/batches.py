"""Batches at the desk: what came in, how far it is, and what to look at next."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vagvisare.access.permissions import Permission
from vagvisare.desk.inventory.forms import TakeInForm
from vagvisare.desk.inventory.presenters import batch_rows, file_rows
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.inventory.actions.confirm_all import confirm_all
from vagvisare.inventory.actions.queue_reading import queue_reading, read_again
from vagvisare.inventory.actions.take_in import take_in
from vagvisare.inventory.models import Batch
from vagvisare.inventory.queries import counts_of, files_of, first_open_candidate
from vagvisare.inventory.rules import SURE_FROM
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
    form = TakeInForm(request.POST or None, request.FILES or None, initial={"name": name})
    if form.is_valid():
        by = signed_in_person(request)
        files = [(file.name or "", file) for file in form.chosen()]
        try:
            made = take_in(files=files, by=by, at=timezone.now(), name=form.cleaned_data["name"])
            queue_reading(batch=made, on=timezone.localdate(), by=by)
            messages.success(request, _("The files are taken in and are being read."))
            return redirect("desk:inventory:batch", made.pk)
        except Refusal as refusal:
            form.add_error("documents", str(refusal))
    return render(request, "desk/inventory/take_in.html", SECTION | {"form": form})


@needs(Permission.INVENTORY_READ)
def batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show a batch's files and the documents they speak of."""
    found = get_object_or_404(Batch, pk=batch_id)
    page = Paginator(files_of(found), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = SECTION | {
        "batch": found,
        "counts": counts_of([found])[found.pk],
        "page_obj": page,
        "rows": file_rows(list(page.object_list)),
        "first_open": first_open_candidate(found),
        "sure_from": round(SURE_FROM * 100),
    }
    return render(request, "desk/inventory/batch.html", context)


@require_POST
@needs(Permission.INVENTORY_TAKE_IN)
def read(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Queue the reading of what is unread; with `again`, of what failed too."""
    found = get_object_or_404(Batch, pk=batch_id)
    queue = read_again if request.POST.get("again") else queue_reading
    queue(batch=found, on=timezone.localdate(), by=signed_in_person(request))
    messages.success(request, _("The files are being read."))
    return redirect("desk:inventory:batch", found.pk)


@require_POST
@needs(Permission.INVENTORY_CONFIRM)
def confirm(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Confirm every sure claim of the batch at once: the person's own act."""
    found = get_object_or_404(Batch, pk=batch_id)
    number = confirm_all(
        batch=found, at_least=SURE_FROM, by=signed_in_person(request), at=timezone.now()
    )
    messages.success(request, confirmed_sentence(number))
    return redirect("desk:inventory:batch", found.pk)


def confirmed_sentence(number: int) -> str:
    """Return how many claims were confirmed."""
    return ngettext("{n} claim is confirmed.", "{n} claims are confirmed.", number).format(n=number)
