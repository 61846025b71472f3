"""Papers of meetings taken in the way a person does, one after the other."""

import io
from datetime import UTC, date, datetime

from vagvisare.inventory.actions.accept_events import Outcome, accept_events
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.actions.read_minutes import context_of, read_minutes
from vagvisare.inventory.actions.take_in import take_in
from vagvisare.inventory.actions.tell_meeting import tell_meeting
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.states import EventState, MeetingPaper
from vagvisare.organization.models import Person
from vagvisare.organization.queries import body_called
from vagvisare.reading.read import read_text
from vagvisare.register.models import SteeringDocument
from vagvisare.register.states import Standing

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
IN_WORDS = {
    Standing.DRAFT: "draft",
    Standing.UPCOMING: "upcoming",
    Standing.IN_FORCE: "in force",
    Standing.ENDING_SOON: "in force",
    Standing.OVER_BUT_STANDING: "over",
    Standing.ENDED: "over",
    Standing.REPLACED: "replaced",
    Standing.REPEALED: "repealed",
    Standing.UNKNOWN: "unknown",
}


def fed(
    name: str,
    text: str,
    by: Person,
    *,
    body: str = "",
    day: str = "",
    kind: str = "protokoll",
    jailed: bool = False,
) -> list[EventClaim]:
    """Take a paper in, told of its meeting, and return the events read from it.

    jailed  read by the job itself, in a process of its own; else by the same reader in this one
    """
    batch = take_in(files=[(name, io.BytesIO(text.encode()))], by=by, at=NOW, name=name)
    tell_meeting(
        batch=batch,
        body=body_called(body),
        day=date.fromisoformat(day) if day else None,
        kind=MeetingPaper(kind),
        by=by,
    )
    if jailed:
        read_minutes(batch=batch, on=NOW.date(), by=by)
    else:
        reading = read_text(text, on=NOW.date(), context=context_of(batch), file=name)
        keep_reading(file=batch.files.get(), reading=reading, by=by)
    return events_of(batch.files.get().pk)


def events_of(file: int) -> list[EventClaim]:
    return list(EventClaim.objects.filter(file=file).select_related("file__batch"))


def accept_proposed(by: Person) -> list[Outcome]:
    """Accept all that the minutes say was decided and that nobody has said anything of."""
    waiting = EventClaim.objects.filter(state=EventState.PROPOSED).select_related("file__batch")
    return accept_events(events=waiting, by=by, at=NOW, on=NOW.date())


def standings(day: date) -> list[tuple[str, str]]:
    """Each document's title with how it stands on the day, in the model's words."""
    found = SteeringDocument.objects.with_standing_on(day)
    return [(one.title, IN_WORDS[one.spans_of_day[0].standing]) for one in found]
