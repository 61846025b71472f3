"""Compute how a document stands, anew, from its acts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from django.db import transaction

from vagvisare.organization.profile import current_profile
from vagvisare.register.models import Act, StandingSpan, SteeringDocument
from vagvisare.register.rules import Span, timeline

# For a type the profile no longer has: nothing lapses by itself, and review starts half a year ahead.
UNKNOWN_TYPE_NOTICE_DAYS = 180
Row = TypeVar("Row", Act, StandingSpan)
STORED = ("standing", "first_day", "last_day", "since", "term_last_day", "act_id", "reason")


@transaction.atomic
def restand(*, document: SteeringDocument) -> None:
    """Store the document's spans as its acts now say. Safe to run again."""
    rows = rows_of(document, list(document.acts.order_by("pk")))
    StandingSpan.objects.filter(document=document).delete()
    StandingSpan.objects.bulk_create(rows)


def restand_all(*, batch: int = 500) -> Iterator[tuple[int, int]]:
    """Compute the standing of every document anew, and store what changed.

    Needed after the profile's days or lapses have changed: stored spans keep the old ones. Yields
    after each batch how many documents were looked at and how many stood otherwise, in all.
    """
    keys = iter(SteeringDocument.objects.order_by("pk").values_list("pk", flat=True))
    seen = changed = 0
    while some := list(islice(keys, batch)):
        seen, changed = seen + len(some), changed + _restand_some(some)
        yield seen, changed


def rows_of(
    document: SteeringDocument, acts: Sequence[Act], *, document_type: str = ""
) -> list[StandingSpan]:
    """Return the spans, not stored, that these acts of the document give.

    document_type  key of the type to judge by; empty: the document's own
    """
    spans = spans_of(document_type or document.document_type, document.origin, acts)
    return [_row(document, acts, span) for span in spans]


def spans_of(document_type: str, origin: str, acts: Sequence[Act]) -> list[Span]:
    """Return the spans that these acts give a document of the type."""
    rules = current_profile().document_types.get(document_type)
    return timeline(
        [act.facts for act in acts],
        origin=origin,
        lapses_by_itself=bool(rules and rules.lapses_by_itself),
        notice_days=rules.notice_days if rules else UNKNOWN_TYPE_NOTICE_DAYS,
    )


@transaction.atomic
def _restand_some(keys: Sequence[int]) -> int:
    """Restand these documents in a fixed number of queries; return how many stood otherwise."""
    documents = list(SteeringDocument.objects.select_for_update().filter(pk__in=keys))
    acts = _by_document(Act.objects.filter(document__in=keys).order_by("pk"))
    stored = _by_document(StandingSpan.objects.filter(document__in=keys).order_by("pk"))
    fresh = {document.pk: rows_of(document, acts.get(document.pk, [])) for document in documents}
    stale = [key for key, rows in fresh.items() if _said(rows) != _said(stored.get(key, []))]
    StandingSpan.objects.filter(document__in=stale).delete()
    StandingSpan.objects.bulk_create(row for key in stale for row in fresh[key])
    return len(stale)


def _by_document(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.document_id, []).append(row)
    return found


def _said(rows: Sequence[StandingSpan]) -> list[tuple[object, ...]]:
    return [tuple(getattr(row, name) for name in STORED) for row in rows]


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
