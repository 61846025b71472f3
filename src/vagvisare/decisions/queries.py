"""Reads across meetings, matters, decisions and assignments."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, F, IntegerField, Prefetch, Q, QuerySet, Value, When

from vagvisare.decisions.models import Assignment, Decision, Matter, Meeting
from vagvisare.organization.models import Body
from vagvisare.register.models import SteeringDocument


def meetings() -> QuerySet[Meeting]:
    """Return all meetings, latest first, each with its number of decisions."""
    return (
        Meeting.objects.select_related("body")
        .annotate(number=Count("decisions"))
        .order_by("-day", "body__rank", "pk")
    )


def decisions_about(document: SteeringDocument) -> QuerySet[Decision]:
    """Return what has been decided about the document, latest first."""
    return Decision.objects.filter(document=document).select_related("meeting__body", "matter")


def with_its_own(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Bring along what a page says of a decision, and the proposals that it answers: two queries."""
    answered = Decision.objects.select_related("meeting__body", "successor").order_by("pk")
    return decisions.select_related(
        "meeting__body",
        "matter",
        "document",
        "successor",
        "proposed_to",
        "answered_by__meeting__body",
    ).prefetch_related(Prefetch("answers", answered))


def decisions_of(body: Body) -> QuerySet[Decision]:
    """Return what the body decided and proposed, latest first."""
    found = Decision.objects.filter(meeting__body=body)
    return with_its_own(found).order_by("-meeting__day", "section", "point", "pk")


def chain_of(matter: Matter) -> QuerySet[Decision]:
    """Return what every body did in the matter, in order; of one day the lower body comes first."""
    found = with_its_own(Decision.objects.filter(matter=matter))
    return found.order_by("meeting__day", F("meeting__body__rank").desc(), "section", "point", "pk")


def pending_proposals(document: SteeringDocument | None = None) -> QuerySet[Decision]:
    """Return the proposals that nobody has answered, oldest first; those about `document` only."""
    found = Decision.objects.pending()
    if document is not None:
        found = found.filter(Q(document=document) | Q(successor=document))
    return found.select_related(
        "meeting__body", "matter", "document", "successor", "proposed_to"
    ).order_by("meeting__day", "pk")


def open_assignments(day: date) -> QuerySet[Assignment]:
    """Return the assignments nobody had closed by `day`, oldest first."""
    return Assignment.objects.open_on(day).select_related(
        "given_by__meeting__body", "department", "document"
    )


@dataclass(frozen=True)
class AssignmentFilter:
    """What the ageing list is narrowed by; empty means all.

    state  "overdue", "reported", "no_day" or "in_time"
    """

    state: str = ""
    department: str = ""  # key
    body: str = ""  # key of the body that gave it


# The worst first: late; reported without anybody having closed it; no day set; still in time.
WORST_FIRST = ("overdue", "reported", "no_day", "in_time")


def ageing(day: date, wanted: AssignmentFilter) -> QuerySet[Assignment]:
    """Return the assignments open on `day`, the worst first, each with its `place` in that order."""
    reported = Q(reported_on__isnull=False, reported_on__lte=day)
    place = Case(
        When(reported, then=Value(WORST_FIRST.index("reported"))),
        When(due_day__isnull=True, then=Value(WORST_FIRST.index("no_day"))),
        When(due_day__lt=day, then=Value(WORST_FIRST.index("overdue"))),
        default=Value(WORST_FIRST.index("in_time")),
        output_field=IntegerField(),
    )
    found = open_assignments(day).annotate(place=place)
    if wanted.state in WORST_FIRST:
        found = found.filter(place=WORST_FIRST.index(wanted.state))
    if wanted.department:
        found = found.filter(department__key=wanted.department)
    if wanted.body:
        found = found.filter(given_by__meeting__body__key=wanted.body)
    due = F("due_day").asc(nulls_last=True)
    return found.order_by("place", due, "given_by__meeting__day", "pk")
