"""Reads across the register."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet

from vagvisare.register.models import Act, StandingSpan, SteeringDocument
from vagvisare.register.states import ActKind, Standing


@dataclass(frozen=True)
class DocumentFilter:
    """What a list is narrowed by; empty means all."""

    words: str = ""
    standings: tuple[str, ...] = ()
    document_type: str = ""
    body: str = ""  # key of the body that adopted it
    department: str = ""  # key


def documents_on(day: date, wanted: DocumentFilter) -> QuerySet[SteeringDocument]:
    """Return the documents that fit, by title, each with its standing of `day` at hand."""
    found = SteeringDocument.objects.titled_like(wanted.words)
    if wanted.standings:
        found = found.standing_as(list(wanted.standings), day)
    if wanted.document_type:
        found = found.filter(document_type=wanted.document_type)
    if wanted.department:
        found = found.filter(department__key=wanted.department)
    if wanted.body:
        adopted = Act.objects.filter(kind=ActKind.ADOPTED, body__key=wanted.body)
        found = found.filter(pk__in=adopted.values("document"))
    return found.select_related("department").with_standing_on(day)


def counts_on(day: date, *, published_only: bool = False) -> dict[str, int]:
    """Return how many documents stand in each way on `day`: one query."""
    spans = StandingSpan.objects.covering(day)
    if published_only:
        spans = spans.filter(document__published_at__isnull=False)
    rows = spans.values("standing").annotate(number=Count("pk")).values_list("standing", "number")
    return {standing: 0 for standing in Standing.values} | dict(rows)


def over_but_standing_on(day: date) -> QuerySet[StandingSpan]:
    """Return the spans of what is over but still stands on `day`, longest since first."""
    return (
        StandingSpan.objects.covering(day)
        .filter(standing=Standing.OVER_BUT_STANDING)
        .select_related("document__department", "act__body")
        .order_by("since", "document__title")
    )


def adoption_of(document: SteeringDocument) -> Act | None:
    """Return the act that adopted the document, or None."""
    adoptions = document.acts.filter(kind=ActKind.ADOPTED)
    return adoptions.select_related("body").first()


def same_document(title: str, *, decided_on: str = "") -> SteeringDocument | None:
    """Return the document that goes by this title (and day of adoption, where given), or None."""
    named = SteeringDocument.objects.called(title)
    if decided_on:
        adoptions = Act.objects.filter(kind=ActKind.ADOPTED)
        on_that_day = adoptions.filter(decided_on=decided_on)
        dated = named.filter(pk__in=on_that_day.values("document")).first()
        if dated is not None:
            return dated
        named = named.exclude(pk__in=adoptions.filter(decided_on__gt="").values("document"))
    return named.order_by(F("published_at").asc(nulls_last=True), "pk").first()
