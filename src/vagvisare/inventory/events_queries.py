"""Reads across events of minutes and agendas."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from vagvisare.inventory.models import EventClaim, SourceFile
from vagvisare.inventory.states import EventState
from vagvisare.register.models import SteeringDocument

_TEXTS = ("file__pages", "file__reading", "file__signature")


def papers_with_events() -> QuerySet[SourceFile]:
    """Return the papers of meetings, latest first, each with its events counted by state.

    Those taken in as minutes or agendas, and any other whose reading told of an event.
    """
    told = Q(batch__meeting_kind__gt="") | Exists(EventClaim.objects.filter(file=OuterRef("pk")))
    counted = {
        f"events_{state.value}": Count("events", filter=Q(events__state=state))
        for state in EventState
    }
    return (
        SourceFile.objects.originals()
        .without_texts()
        .filter(told)
        .select_related("batch")
        .annotate(**counted)
        .order_by("-batch__created_at", "-batch", "pk")
    )


def events_of(file: SourceFile) -> QuerySet[EventClaim]:
    """Return what the paper says was done or proposed, as it stands."""
    return _with_ties().filter(file=file).order_by("position")


def pending_events() -> QuerySet[EventClaim]:
    """Return what is proposed and not decided yet, the earliest meeting first."""
    waiting = _with_ties().filter(state=EventState.PENDING)
    return waiting.order_by("day", "body__rank", "file", "position")


def pending_about(document: SteeringDocument) -> QuerySet[EventClaim]:
    """Return what is proposed about the document and not decided yet, the earliest first."""
    return pending_events().filter(document=document)


def minutes_came(events: QuerySet[EventClaim] | list[EventClaim]) -> set[int]:
    """Return the keys of those events whose meeting's minutes have come. One query."""
    wanted = {(event.body_id, event.day) for event in events if event.body_id and event.day}
    fits = Q()
    for body, day in wanted:
        fits |= Q(body=body, day=day)
    if not wanted:
        return set()
    decided = EventClaim.objects.filter(fits, status="decided").values_list("body", "day")
    came = set(decided)
    return {event.pk for event in events if (event.body_id, event.day) in came}


def _with_ties() -> QuerySet[EventClaim]:
    return EventClaim.objects.select_related(
        "file__batch", "document", "body", "decision__meeting__body"
    ).defer(*_TEXTS)
