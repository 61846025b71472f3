from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.models import Decision
from vagvisare.inventory.actions.open_event import EventClosed, lock_event
from vagvisare.inventory.event_matching import likeness
from vagvisare.inventory.events import Said, said_in
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.states import EventState
from vagvisare.organization.models import Person

SAME_TITLE, OTHER_TITLE = 1.0, 0.5
PUT_OFF = "refer"  # the whole matter goes back, whatever it proposed


@transaction.atomic
def settle_pending(
    *, decided: EventClaim, decision: Decision, by: Person, at: datetime
) -> list[EventClaim]:
    """Tie what agendas and preparing bodies proposed to the decision that came of it.

    A proposal is meant where it was made for this body, not after its meeting, about the same
    document or in the same matter: whatever was decided of it, also that it be referred back.
    """
    check(by, Permission.DECISIONS_RECORD)
    said = said_in(decided)
    settled = [one for one in _waiting(decided) if _is_about(said_in(one), one, said, decided)]
    for one in settled:
        one.state, one.decision = EventState.ACCEPTED, decision
        one.document = one.document or decided.document
        one.decided_by, one.decided_at = by.name, at
        one.save(update_fields=["state", "decision", "document", "decided_by", "decided_at"])
        record("event-settled", one, by=by, because=str(decision))
    return settled


@transaction.atomic
def mark_not_decided(*, event: EventClaim, sentence: str, by: Person, at: datetime) -> None:
    """Say that a proposal came to nothing at its meeting.

    sentence  why it is known, such as that the minutes do not have it

    :raises NotAllowed: when `by` may not confirm
    :raises EventClosed: when it is no longer waiting
    """
    check(by, Permission.INVENTORY_CONFIRM)
    event = lock_event(event.pk)
    if event.state != EventState.PENDING:
        raise EventClosed(sentence)
    event.state, event.reason = EventState.REJECTED, sentence
    event.decided_by, event.decided_at = by.name, at
    event.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    record("event-not-decided", event, by=by, because=sentence)


def _waiting(decided: EventClaim) -> Iterable[EventClaim]:
    """The proposals made for this meeting, and those other bodies made to this one before it."""
    body, day = decided.body, decided.day
    if body is None or day is None:
        return []
    own_agenda = Q(body=body, day=day)
    recommended = Q(facts__recommended_to__iexact=body.name) & (
        Q(day__lte=day) | Q(day__isnull=True)
    )
    return (
        EventClaim.objects.filter(own_agenda | recommended, state=EventState.PENDING)
        .exclude(pk=decided.pk)
        .select_related("file__batch", "document")
        .defer("file__pages", "file__reading", "file__signature")
    )


def _is_about(proposed: Said, event: EventClaim, said: Said, decided: EventClaim) -> bool:
    """Whether it is the same document, or the same matter and no other document."""
    share = likeness(proposed.title, said.title)
    if event.document_id is not None and event.document_id == decided.document_id:
        return True
    if proposed.title and said.title and share == SAME_TITLE:
        return True
    same_matter = proposed.diary_no and proposed.diary_no.casefold() == said.diary_no.casefold()
    if proposed.title and said.title:
        return bool(same_matter) and share >= OTHER_TITLE
    return bool(same_matter) and said.action in (proposed.action, PUT_OFF)
