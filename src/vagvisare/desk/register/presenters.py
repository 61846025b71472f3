"""What the register's pages need, shaped for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from vagvisare.access.checks import can
from vagvisare.access.permissions import Permission
from vagvisare.organization.models import Person
from vagvisare.organization.profile import current_profile
from vagvisare.register.models import StandingSpan, SteeringDocument
from vagvisare.register.sentences import decision_sentence, duration
from vagvisare.register.states import APPLIES, Standing


@dataclass(frozen=True)
class DocumentRow:
    """A line of the list."""

    document: SteeringDocument
    type_name: str
    span: StandingSpan
    decision: str
    since: str  # "2 years and 296 days" for what is over but stands, else empty


@dataclass(frozen=True)
class Step:
    """Something a person can do next, and where."""

    label: str
    address: str


def document_rows(documents: Iterable[SteeringDocument], day: date) -> list[DocumentRow]:
    """Return the lines of a list whose documents carry their span of `day`."""
    rows = []
    for document in documents:
        span = document.spans_of_day[0]
        rows.append(
            DocumentRow(
                document=document,
                type_name=type_name(document),
                span=span,
                decision=decision_sentence(span.act) if span.act else "",
                since=_has_stood_for(span, day),
            )
        )
    return rows


def _has_stood_for(span: StandingSpan, day: date) -> str:
    if span.standing != Standing.OVER_BUT_STANDING or span.since is None:
        return ""
    return duration(span.since, day)


def type_name(document: SteeringDocument) -> str:
    """Return what the municipality calls the document's type."""
    kind = current_profile().document_types.get(document.document_type)
    return kind.name if kind else document.document_type


def next_steps(span: StandingSpan, person: Person) -> list[Step]:
    """Return what this person can do about the document as it stands, most needed first."""
    document = span.document_id
    record = reverse("desk:decisions:record") + f"?document={document}"
    steps = []
    if span.standing == Standing.OVER_BUT_STANDING and can(person, Permission.MEMOS_DRAFT):
        memo = reverse("desk:memos:new") + f"?document={document}"
        steps.append(Step(_("Draft a memo that proposes its repeal"), memo))
    if can(person, Permission.DECISIONS_RECORD):
        if span.standing in APPLIES or span.standing == Standing.OVER_BUT_STANDING:
            steps.append(Step(_("Record a repeal"), record + "&kind=repeal"))
            steps.append(Step(_("Record that it is prolonged"), record + "&kind=prolong"))
            steps.append(Step(_("Record that it is replaced"), record + "&kind=replace"))
        if span.standing in (Standing.DRAFT, Standing.UNKNOWN):
            steps.append(Step(_("Record its adoption"), record + "&kind=adopt"))
    return steps
