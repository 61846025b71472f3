"""What the register said at an earlier moment, of any day: what did we believe, and when."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from vagvisare.audit.models import AuditLine
from vagvisare.register.actions.restand import rows_of
from vagvisare.register.models import Act, StandingSpan, SteeringDocument
from vagvisare.register.queries import DocumentFilter, documents_on
from vagvisare.register.rules import standing_on
from vagvisare.register.states import ActKind


def believed_on(document: SteeringDocument, day: date, moment: datetime) -> StandingSpan | None:
    """Return how the register at `moment` said that the document stood on `day`.

    None: the register did not have it yet. A span that is not stored. The type is the one it had
    at that moment; the days and lapses of the type are those of the profile today, which keeps no
    history.
    """
    return beliefs_on([document], day, moment).get(document.pk)


def beliefs_on(
    documents: Iterable[SteeringDocument], day: date, moment: datetime
) -> dict[int, StandingSpan]:
    """Return what `believed_on` does, by key of the document. Two queries, however many."""
    known = [document for document in documents if document.entered_at <= moment]
    acts = acts_believed(known, moment)
    types = _types_at(known, moment)
    found = {}
    for document in known:
        kind = types.get(document.pk, "")
        rows = rows_of(document, acts.get(document.pk, []), document_type=kind)
        found[document.pk] = standing_on(day, rows)
    return found


def acts_believed(documents: Sequence[SteeringDocument], moment: datetime) -> dict[int, list[Act]]:
    """Return the acts that the register held for true at `moment`, by document, in order."""
    found: dict[int, list[Act]] = {}
    held = Act.every.believed_at(moment).filter(document__in=documents)
    for act in held.select_related("body", "successor").order_by("pk"):
        found.setdefault(act.document_id, []).append(act)
    return found


def documents_believed(
    day: date, wanted: DocumentFilter, moment: datetime
) -> QuerySet[SteeringDocument]:
    """Return the documents that fit as the register at `moment` had it, by title.

    Their standing comes with `beliefs_on`, for the page that is shown.
    """
    found = documents_on(day, replace(wanted, standings=(), body=""))
    found = found.filter(entered_at__lte=moment)
    if wanted.body:
        adopted = Act.every.believed_at(moment).filter(kind=ActKind.ADOPTED, body__key=wanted.body)
        found = found.filter(pk__in=adopted.values("document"))
    return found.filter(_stood(wanted.standings, day, moment)) if wanted.standings else found


def _stood(standings: tuple[str, ...], day: date, moment: datetime) -> Q:
    """Documents that nothing has changed since stand as stored; only the others are computed."""
    changed = list(SteeringDocument.objects.filter(_changed_since(moment), entered_at__lte=moment))
    fitting = [
        key for key, span in beliefs_on(changed, day, moment).items() if span.standing in standings
    ]
    stored = StandingSpan.objects.covering(day).filter(
        document=OuterRef("pk"), standing__in=standings
    )
    unchanged = Q(Exists(stored)) & ~Q(pk__in=[document.pk for document in changed])
    return unchanged | Q(pk__in=fitting)


def _changed_since(moment: datetime) -> Q:
    acts = Act.every.filter(Q(recorded_at__gt=moment) | Q(retracted_at__gt=moment))
    retyped = _type_changes(moment).values_list("subject_key", flat=True)
    return Q(pk__in=acts.values("document")) | Q(pk__in=[int(key) for key in retyped])


def _types_at(documents: Sequence[SteeringDocument], moment: datetime) -> dict[int, str]:
    """The types that documents had at `moment` and have no more: as the trail keeps them."""
    found: dict[int, str] = {}
    keys = [str(document.pk) for document in documents]
    for line in _type_changes(moment).filter(subject_key__in=keys).order_by("number"):
        before = line.before or {}  # the query asked for lines that have it
        found.setdefault(int(line.subject_key), before["document_type"])
    return found


def _type_changes(moment: datetime) -> QuerySet[AuditLine]:
    return AuditLine.objects.filter(
        subject_kind=SteeringDocument._meta.label_lower,
        at__gt=moment,
        before__has_key="document_type",
    )
