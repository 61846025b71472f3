"""The assignments as a list: what was reported can be written in it; decisions give and close them."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.report_assignment import report_assignment
from vagvisare.decisions.models import Assignment
from vagvisare.register.exchange import cells
from vagvisare.register.exchange.table import Doing, ListColumn, Table

LONGEST_REPORT = 100_000


def assignments(_on: date) -> QuerySet[Assignment]:
    """Return all assignments, oldest first, with what the columns show."""
    return Assignment.objects.select_related(
        "department", "document", "given_by__meeting__body", "closed_by__meeting__body"
    ).order_by("given_by__meeting__day", "pk")


COLUMNS = (
    ListColumn(
        "subject", gettext_lazy("Assignment"), lambda assignment: assignment.subject, width=48
    ),
    ListColumn(
        name="department",
        heading=gettext_lazy("To"),
        value=lambda a: a.department.name if a.department else "",
        width=28,
    ),
    ListColumn("document", gettext_lazy("Document no."), lambda a: a.document_id),
    ListColumn(
        "title", gettext_lazy("Title"), lambda a: a.document.title if a.document else "", width=36
    ),
    ListColumn("due_day", gettext_lazy("Due"), lambda assignment: assignment.due_day),
    ListColumn(
        "given_by", gettext_lazy("Given by"), lambda assignment: str(assignment.given_by), width=36
    ),
    ListColumn(
        name="closed_by",
        heading=gettext_lazy("Closed by"),
        value=lambda a: str(a.closed_by) if a.closed_by else "",
        width=36,
    ),
    ListColumn("reported_on", gettext_lazy("Reported on"), lambda a: a.reported_on, cells.day),
    ListColumn(
        name="report",
        heading=gettext_lazy("What was reported"),
        value=lambda assignment: assignment.report,
        read=cells.text(LONGEST_REPORT),
        width=48,
    ),
)


def change(assignment: Any, values: dict[str, Any], doing: Doing) -> None:
    """Write what was reported, or take it back where the day is emptied."""
    told = _told(assignment, values)
    day, report = told["reported_on"], told["report"]
    report_assignment(assignment=assignment, day=day, report=report, by=doing.by)


def check(assignment: Any, values: dict[str, Any]) -> dict[str, str]:
    """Return what a report lacks."""
    told, faults = _told(assignment, values), {}
    if told["reported_on"] and not told["report"].strip():
        faults["report"] = _("Write in a few words what was reported.")
    if told["report"].strip() and not told["reported_on"]:
        faults["reported_on"] = _("Write the day on which it was reported.")
    return faults


def _told(assignment: Any, values: dict[str, Any]) -> dict[str, Any]:
    present = {"reported_on": assignment.reported_on, "report": assignment.report}
    return present | values


TABLE = Table(
    key="assignments",
    name=gettext_lazy("Assignments"),
    seen_by=Permission.DECISIONS_READ,
    changed_by=Permission.DECISIONS_RECORD,
    columns=COLUMNS,
    label="subject",
    rows=assignments,
    add_hint=gettext_lazy(
        "An assignment is given by a decision: record that in the list of decisions."
    ),
    change=change,
    check=check,
)
