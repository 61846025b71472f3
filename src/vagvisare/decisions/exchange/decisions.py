"""The decisions as a list: one row a point of the minutes.

A recorded decision is not changed by a list, as the register follows from it; new rows are recorded
as they would be on the page, with the meeting and the matter they name.
"""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.models import Assignment, Decision, Matter
from vagvisare.decisions.states import ABOUT_A_DOCUMENT, DecisionKind, DecisionStatus
from vagvisare.register.exchange import cells
from vagvisare.register.exchange.relations import document_numbered
from vagvisare.register.exchange.table import Doing, ListColumn, Table

LONGEST_TEXT = 100_000
PASSED_ON = ("text", "because", "document", "successor", "first_day", "last_day", "open_ended")
PASSED_ON_TOO = ("competence_override", "proposed_to", "department", "due_day")


def decisions(_on: date) -> QuerySet[Decision]:
    """Return all decisions, latest first, with what the columns show."""
    return Decision.objects.select_related(
        "meeting__body",
        "matter",
        "document",
        "successor",
        "proposed_to",
        "given_assignment__department",
    ).order_by("-meeting__day", "meeting", "section", "point", "pk")


def _assignment(decision: Any) -> Assignment | None:
    return getattr(decision, "given_assignment", None)


def _title(document: Any) -> str:
    return document.title if document else ""


COLUMNS = (
    ListColumn(
        name="body",
        heading=gettext_lazy("Body"),
        value=lambda decision: decision.meeting.body,
        read=cells.body,
        show=lambda body: body.name,
        taken="new",
        required=True,
        width=28,
    ),
    ListColumn(
        name="day",
        heading=gettext_lazy("Day of the meeting"),
        value=lambda decision: decision.meeting.day,
        read=cells.day,
        taken="new",
        required=True,
    ),
    ListColumn(
        "section", gettext_lazy("Section"), lambda d: d.section, cells.text(40), taken="new"
    ),
    ListColumn(
        "point", gettext_lazy("Point"), lambda d: d.point, cells.whole_number, taken="new", width=8
    ),
    ListColumn(
        name="kind",
        heading=gettext_lazy("Kind"),
        value=lambda decision: decision.kind,
        read=cells.choice(DecisionKind),
        show=lambda kind: str(DecisionKind(kind).label),
        taken="new",
        required=True,
        width=24,
    ),
    ListColumn(
        name="status",
        heading=gettext_lazy("Status"),
        value=lambda decision: decision.status,
        read=cells.choice(DecisionStatus),
        show=lambda status: str(DecisionStatus(status).label),
        taken="new",
    ),
    ListColumn(
        name="proposed_to",
        heading=gettext_lazy("Proposed to"),
        value=lambda decision: decision.proposed_to,
        read=cells.body,
        show=lambda body: body and body.name,
        taken="new",
        width=28,
    ),
    ListColumn(
        name="document",
        heading=gettext_lazy("Document no."),
        value=lambda decision: decision.document,
        read=document_numbered,
        show=lambda document: document and document.pk,
        taken="new",
    ),
    ListColumn(
        "title", gettext_lazy("Title"), lambda decision: _title(decision.document), width=40
    ),
    ListColumn(
        name="successor",
        heading=gettext_lazy("Successor no."),
        value=lambda decision: decision.successor,
        read=document_numbered,
        show=lambda document: document and document.pk,
        taken="new",
    ),
    ListColumn(
        "first_day", gettext_lazy("First day"), lambda d: d.first_day, cells.day, taken="new"
    ),
    ListColumn("last_day", gettext_lazy("Last day"), lambda d: d.last_day, cells.day, taken="new"),
    ListColumn(
        name="open_ended",
        heading=gettext_lazy("Until further notice"),
        value=lambda decision: decision.open_ended,
        read=cells.yes_or_no,
        taken="new",
    ),
    ListColumn(
        "text",
        gettext_lazy("Text"),
        lambda d: d.text,
        cells.text(LONGEST_TEXT),
        taken="new",
        width=48,
    ),
    ListColumn(
        "because",
        gettext_lazy("Reason"),
        lambda d: d.because,
        cells.text(LONGEST_TEXT),
        taken="new",
        width=36,
    ),
    ListColumn(
        name="diary_no",
        heading=gettext_lazy("Registry number"),
        value=lambda decision: decision.matter.diary_no if decision.matter else "",
        read=cells.text(80, one_line=True),
        taken="new",
    ),
    ListColumn(
        name="matter_title",
        heading=gettext_lazy("Matter"),
        value=lambda decision: decision.matter.title if decision.matter else "",
        read=cells.text(1000, one_line=True),
        taken="new",
        width=36,
    ),
    ListColumn(
        name="competence_override",
        heading=gettext_lazy("Reason to decide outside the rules"),
        value=lambda decision: decision.competence_override,
        read=cells.text(LONGEST_TEXT, one_line=True),
        taken="new",
    ),
    ListColumn(
        name="department",
        heading=gettext_lazy("Assignment to"),
        value=lambda d: (a := _assignment(d)) and a.department,
        read=cells.department,
        show=lambda department: department and department.name,
        taken="new",
    ),
    ListColumn(
        name="due_day",
        heading=gettext_lazy("Due"),
        value=lambda d: (a := _assignment(d)) and a.due_day,
        read=cells.day,
        taken="new",
    ),
)


def add(values: dict[str, Any], doing: Doing) -> Decision:
    """Record the decision, with its meeting and its matter, or nothing of it."""
    by, body, day = doing.by, values["body"], values["day"]
    given = {name: values[name] for name in PASSED_ON + PASSED_ON_TOO if name in values}
    return record_decision(
        meeting=hold_meeting(body=body, day=day, by=by),
        matter=_matter(values, doing),
        kind=DecisionKind(values["kind"]),
        status=DecisionStatus(values.get("status", DecisionStatus.DECIDED)),
        section=values.get("section", ""),
        point=values.get("point") or 1,
        by=by,
        **({"because": doing.because} | given),
    )


def _matter(values: dict[str, Any], doing: Doing) -> Matter | None:
    diary_no = values.get("diary_no", "")
    if not diary_no:
        return None
    found = Matter.objects.filter(diary_no__iexact=diary_no).first()
    document = values.get("document")
    title = values.get("matter_title") or (document.title if document else values.get("text", ""))
    return found or open_matter(
        title=title, diary_no=diary_no, opened_on=values["day"], by=doing.by
    )


def check(decision: Any, values: dict[str, Any]) -> dict[str, str]:
    """Return what a new decision lacks."""
    faults = {}
    kind = values.get("kind")
    if kind in ABOUT_A_DOCUMENT and values.get("document") is None:
        faults["document"] = _("Choose the document that the decision is about.")
    if kind == DecisionKind.REPLACE and values.get("successor") is None:
        faults["successor"] = _("Choose the document that takes its place.")
    if kind == DecisionKind.GIVE_ASSIGNMENT and not values.get("text", "").strip():
        faults["text"] = _("Write what the assignment is.")
    if kind == DecisionKind.CLOSE_ASSIGNMENT:
        faults["kind"] = _("An assignment is closed on its page, where it is chosen.")
    return faults


TABLE = Table(
    key="decisions",
    name=gettext_lazy("Decisions"),
    seen_by=Permission.DECISIONS_READ,
    changed_by=Permission.DECISIONS_RECORD,
    columns=COLUMNS,
    label="text",
    rows=decisions,
    add=add,
    check=check,
)
