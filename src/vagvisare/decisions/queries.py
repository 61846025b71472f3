"""Reads across meetings, matters and decisions."""

from datetime import date

from django.db.models import Count, QuerySet

from vagvisare.decisions.models import Assignment, Decision, Meeting
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


def open_assignments(day: date) -> QuerySet[Assignment]:
    """Return the assignments nobody had closed by `day`, oldest first."""
    return Assignment.objects.open_on(day).select_related(
        "given_by__meeting__body", "department", "document"
    )
