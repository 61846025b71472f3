"""Compute how a document stands, anew, from its acts."""

from collections.abc import Sequence

from django.db import transaction

from vagvisare.organization.profile import DocumentType, current_profile
from vagvisare.register.models import Act, StandingSpan, SteeringDocument
from vagvisare.register.rules import Span, timeline

# For a type the profile no longer has: nothing lapses by itself, and review starts half a year ahead.
UNKNOWN_TYPE_NOTICE_DAYS = 180


@transaction.atomic
def restand(*, document: SteeringDocument) -> None:
    """Store the document's spans as its acts now say. Safe to run again."""
    acts = list(document.acts.filter(retracted_at__isnull=True).order_by("pk"))
    spans = spans_of(document, acts)
    StandingSpan.objects.filter(document=document).delete()
    StandingSpan.objects.bulk_create(_row(document, acts, span) for span in spans)


def spans_of(document: SteeringDocument, acts: Sequence[Act]) -> list[Span]:
    """Return the spans that these acts of the document give."""
    document_type: DocumentType | None = current_profile().document_types.get(
        document.document_type
    )
    return timeline(
        [act.facts for act in acts],
        origin=document.origin,
        lapses_by_itself=bool(document_type and document_type.lapses_by_itself),
        notice_days=document_type.notice_days if document_type else UNKNOWN_TYPE_NOTICE_DAYS,
    )


def _row(document: SteeringDocument, acts: Sequence[Act], span: Span) -> StandingSpan:
    return StandingSpan(
        document=document,
        standing=span.standing,
        first_day=span.first_day,
        last_day=span.last_day,
        since=span.since,
        term_last_day=span.term_last_day,
        act=None if span.act is None else acts[span.act],
        reason=span.reason,
    )
