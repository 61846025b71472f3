"""What needs looking at on a day, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from vagvisare.register.models import StandingSpan, SteeringDocument
from vagvisare.register.states import APPLIES, Standing


class AlarmKind(models.TextChoices):
    """Why a document needs looking at; the order is that of urgency."""

    OVER_BUT_STANDING = "over_but_standing", _("Over but still standing")
    ENDING_SOON = "ending_soon", _("Ending soon")
    REVIEW_OVERDUE = "review_overdue", _("Review overdue")


@dataclass(frozen=True)
class Alarm:
    """One document that needs looking at.

    day  the first day after its term, its last day, or the day the review was due
    """

    kind: AlarmKind
    document: SteeringDocument
    day: date
    span: StandingSpan


def watch_on(day: date) -> Iterator[Alarm]:
    """Yield the alarms of `day`, most urgent kind first, oldest first within it. Two queries."""
    spans = (
        StandingSpan.objects.covering(day)
        .select_related("document__department", "act__body")
        .order_by("term_last_day", "document__title")
    )
    pressing = spans.filter(standing__in=[Standing.OVER_BUT_STANDING, Standing.ENDING_SOON])
    rows = list(pressing)
    for span in rows:
        if span.standing == Standing.OVER_BUT_STANDING and span.since is not None:
            yield Alarm(AlarmKind.OVER_BUT_STANDING, span.document, span.since, span)
    for span in rows:
        if span.standing == Standing.ENDING_SOON and span.term_last_day is not None:
            yield Alarm(AlarmKind.ENDING_SOON, span.document, span.term_last_day, span)
    overdue = spans.filter(standing__in=list(APPLIES), document__review_due__lt=day)
    for span in overdue.order_by("document__review_due", "document__title"):
        if span.document.review_due is not None:
            yield Alarm(AlarmKind.REVIEW_OVERDUE, span.document, span.document.review_due, span)
