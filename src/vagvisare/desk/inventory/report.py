"""The report of a batch at the desk: made by the worker, handed out as files to be saved."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vagvisare.access.checks import can
from vagvisare.access.permissions import Permission
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.inventory.actions.queue_report import queue_report
from vagvisare.inventory.listing import COUNTED_HITS
from vagvisare.inventory.models import Batch
from vagvisare.inventory.over import over_in_register, over_not_entered
from vagvisare.inventory.report.kept import FORMS, made_at, report_file, rows_written

IN_A_MEMO = 100  # documents that fit in an address, and in what a committee reads


@needs(Permission.INVENTORY_READ)
def report(request: HttpRequest, batch_id: int, form: str) -> HttpResponse:
    """Answer with a file of the latest report: to be saved, never to be run in the browser."""
    batch = get_object_or_404(Batch, pk=batch_id)
    path = report_file(batch, form) if form in FORMS else None
    if path is None:
        raise Http404
    name = f"{slugify(batch.name)[:60] or 'inventory'}-{path.name}"
    answer: HttpResponse = FileResponse(  # type: ignore[assignment]  # the stubs part the two
        path.open("rb"), as_attachment=True, filename=name, content_type=FORMS[form][1]
    )
    # Should a browser show it all the same, it runs nothing and fetches nothing.
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
@needs(Permission.INVENTORY_READ)
def make(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Queue the making of a new report."""
    batch = get_object_or_404(Batch, pk=batch_id)
    queue_report(
        batch=batch,
        on=timezone.localdate(),
        desk=desk_address(request),
        language=get_language() or "",
        by=signed_in_person(request),
    )
    messages.success(request, _("The report is being made."))
    return redirect("desk:inventory:batch", batch.pk)


def desk_address(request: HttpRequest) -> str:
    """Return where the inventory's pages lie, for links in files that are sent on."""
    return request.build_absolute_uri(reverse("desk:inventory:list"))


def report_part(request: HttpRequest, batch: Batch) -> dict[str, Any]:
    """Return what the batch page says of its report and of a memo. At most three queries."""
    now, today = timezone.now(), timezone.localdate()
    part: dict[str, Any] = {
        "report_made_at": made_at(batch),
        "report_rows": rows_written(batch, now),
    }
    if can(signed_in_person(request), Permission.MEMOS_DRAFT) and batch.undone_at is None:
        keys = over_in_register(batch, today, IN_A_MEMO + 1)
        waiting = over_not_entered(batch)
        part |= {
            "over_number": min(len(keys), IN_A_MEMO),
            "over_more": len(keys) > IN_A_MEMO,
            "memo_query": urlencode([("document", key) for key in keys[:IN_A_MEMO]]),
            "over_waiting": min(waiting, COUNTED_HITS),
            "over_waiting_more": waiting > COUNTED_HITS,
        }
    return part
