from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from vagvisare.inventory.events import PROPOSED
from vagvisare.inventory.events_plan import plans_for
from vagvisare.inventory.models import EventClaim, SourceFile
from vagvisare.inventory.rules import storable
from vagvisare.inventory.states import EventState
from vagvisare.kernel.partial_dates import first_day_of
from vagvisare.reading.meeting import meeting_head
from vagvisare.reading.vocabulary import standard

PREPARED_BY_OFFICERS = "tjänsteskrivelse"  # what an officer proposes is on no agenda yet
FULL_DAY = len("YYYY-MM-DD")


@transaction.atomic
def keep_events(*, files: Sequence[SourceFile]) -> None:
    """Keep what the files' readings say that bodies did, each event with the document it means.

    Part of keeping a reading, in its transaction and under its trace. Twice is as once.
    """
    telling = [file for file in files if (file.reading or {}).get("events")]
    if not telling:
        return
    done = set(EventClaim.objects.filter(file__in=telling).values_list("file", flat=True))
    made = [event for file in telling if file.pk not in done for event in _events(file)]
    match_events(EventClaim.objects.bulk_create(made))


def match_events(events: Iterable[EventClaim]) -> None:
    """Note which document each event is now taken to mean, and its meeting."""
    events = list(events)
    if not events:
        return
    plans = plans_for(events)
    for event in events:
        plan = plans[event.pk]
        event.document_id = plan.target.key if plan.target else None
        event.matched_because = plan.target.because if plan.target else ""
        event.body, event.day = plan.body, plan.said.day
    EventClaim.objects.bulk_update(events, ["document", "matched_because", "body", "day"])


def _events(file: SourceFile) -> list[EventClaim]:
    reading: dict[str, Any] = file.reading or {}
    if reading.get("document_type") == PREPARED_BY_OFFICERS:
        return []
    day = _day_in(file)
    return [
        EventClaim(
            file=file,
            position=position,
            action=facts["action"],
            status=facts["status"],
            facts=facts,
            day=day,
            state=EventState.PENDING if facts["status"] == PROPOSED else EventState.PROPOSED,
        )
        for position, facts in enumerate(reading.get("events") or ())
    ]


def _day_in(file: SourceFile) -> date | None:
    """The day of the meeting: as told by whoever took the file in, else as the paper says."""
    if file.batch.meeting_day:
        return file.batch.meeting_day
    text = "\n".join(storable(page["text"]) for page in file.pages[:1])
    stated = meeting_head(text, standard()).day
    return first_day_of(stated.value) if stated and len(stated.value) == FULL_DAY else None
