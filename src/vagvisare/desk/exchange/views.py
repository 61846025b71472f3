"""Lists out and in at the desk."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vagvisare.access.checks import can
from vagvisare.access.permissions import Permission
from vagvisare.decisions.exchange.run import start
from vagvisare.decisions.exchange.tables import TABLES
from vagvisare.desk.exchange.forms import ListForm
from vagvisare.desk.exchange.presenters import (
    GOING_ON,
    figures_of,
    lists_for,
    may_import,
    rows_shown,
)
from vagvisare.desk.register.forms import FilterForm
from vagvisare.desk.rights import needs, signed_in_person
from vagvisare.kernel.errors import Refusal
from vagvisare.look.day_asked import day_asked
from vagvisare.organization.models import Person
from vagvisare.register.exchange.carry_out import accept, begin_undo, choose
from vagvisare.register.exchange.out import written
from vagvisare.register.exchange.read_list import read_list
from vagvisare.register.exchange.table import Table
from vagvisare.register.models import ImportRun
from vagvisare.register.queries import documents_on
from vagvisare.register.states import ImportState, RowKind

ROWS_A_PAGE = 50
RUNS_SHOWN = 20
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@needs(Permission.REGISTER_READ)
def lists(request: HttpRequest) -> HttpResponse:
    """Show the lists that can be had, and what has been imported."""
    person = signed_in_person(request)
    shown = lists_for(person)
    mine = [one.table.key for one in shown if one.importable]
    runs = ImportRun.objects.filter(table__in=mine).select_related("by")[:RUNS_SHOWN]
    context = {
        "lists": shown,
        "runs": [(one, TABLES[one.table].name) for one in runs],
        "section": "register",
    }
    return render(request, "desk/exchange/lists.html", context)


@needs(Permission.REGISTER_READ)
def export(request: HttpRequest, table: str, form: str) -> FileResponse:
    """Send the list as a file; the documents as the page with the same filter shows them."""
    found = _table(table)
    if form not in TYPES:
        raise Http404
    if not can(signed_in_person(request), found.seen_by):
        raise PermissionDenied
    file = NamedTemporaryFile(suffix=f".{form}")  # noqa: SIM115 - closed with the answer
    written(found, _rows(found, request), Path(file.name), "csv" if form == "csv" else "xlsx")
    file.seek(0)
    name = f"{slugify(str(found.name))}-{timezone.localdate().isoformat()}.{form}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=TYPES[form])


def _rows(table: Table, request: HttpRequest) -> "models.QuerySet[models.Model]":
    day, _fault = day_asked(request)
    rows = table.rows(day)
    if table.key != "documents" or not request.GET:
        return rows
    wanted = FilterForm(request.GET, initial={"on": day}).wanted()
    return rows.filter(pk__in=documents_on(day, wanted).order_by().values("pk"))


@needs(Permission.REGISTER_READ)
def send_in(request: HttpRequest, table: str) -> HttpResponse:
    """Take a list in and show what it would change."""
    found, by = _importable(table, request)
    form = ListForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = read_list(
                table=found,
                pieces=file.chunks(),
                file_name=file.name,
                by=by,
                at=timezone.now(),
                on=timezone.localdate(),
            )
            return redirect("desk:exchange:run", made.pk)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
    context = {"form": form, "table": found, "section": "register"}
    return render(request, "desk/exchange/send_in.html", context)


@needs(Permission.REGISTER_READ)
def run(request: HttpRequest, run_id: int) -> HttpResponse:
    """Show what a list would change, how far it has come, or how it went."""
    found, table, _by = _run(run_id, request)
    rows = found.rows.exclude(kind=RowKind.UNCHANGED).order_by("number")
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "run": found,
        "table": table,
        "figures": figures_of(found),
        "rows": rows_shown(page.object_list, found),
        "page_obj": page,
        "asked": found.state == ImportState.PREVIEWED,
        "going_on": found.state in GOING_ON,
        "undoable": found.state == ImportState.DONE,
        "section": "register",
    }
    return render(request, "desk/exchange/run.html", context)


@require_POST
@needs(Permission.REGISTER_READ)
def answer(request: HttpRequest, run_id: int) -> HttpResponse:
    """Keep which rows of the page are chosen; then go to another page, or import."""
    found, table, by = _run(run_id, request)
    try:
        shown, chosen = _numbers(request, "shown"), _numbers(request, "row")
        choose(run=found, table=table, shown=shown, chosen=chosen, by=by)
        if request.POST.get("page", "").isdecimal():
            return redirect(f"{_address(found)}?page={request.POST['page']}")
        at_once = start(accept(run=found, table=table, by=by), by=by, on=timezone.localdate())
        if at_once:
            messages.success(request, _("The chosen rows are imported."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(_address(found))


@require_POST
@needs(Permission.REGISTER_READ)
def undo_run(request: HttpRequest, run_id: int) -> HttpResponse:
    """Bring back what was there before the import."""
    found, table, by = _run(run_id, request)
    try:
        begun = begin_undo(run=found, table=table, by=by)
        if start(begun, by=by, on=timezone.localdate()):
            messages.success(request, _("The import is undone. See row by row what came of it."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(_address(found))


def _table(key: str) -> Table:
    if key not in TABLES:
        raise Http404
    return TABLES[key]


def _importable(key: str, request: HttpRequest) -> tuple[Table, Person]:
    table, by = _table(key), signed_in_person(request)
    if not may_import(table, by):
        raise PermissionDenied
    return table, by


def _run(run_id: int, request: HttpRequest) -> tuple[ImportRun, Table, Person]:
    found = get_object_or_404(ImportRun.objects.select_related("by"), pk=run_id)
    table, by = _importable(found.table, request)
    return found, table, by


def _numbers(request: HttpRequest, name: str) -> list[int]:
    return [int(given) for given in request.POST.getlist(name) if given.isdecimal()]


def _address(found: ImportRun) -> str:
    return reverse("desk:exchange:run", args=[found.pk])
