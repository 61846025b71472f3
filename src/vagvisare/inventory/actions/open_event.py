"""The shared step of every action in which a person says something of an event."""

from django.utils.translation import gettext as _

from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.states import EventState
from vagvisare.kernel.errors import Refusal


class EventClosed(Refusal):
    code = "inventory.event-closed"


def lock_event(event_id: int) -> EventClaim:
    """Return the event as it is now, held until the action is done; with its file and batch."""
    return (
        EventClaim.objects.select_for_update(of=("self",))
        .select_related("file__batch")
        .defer("file__pages", "file__reading", "file__signature")
        .get(pk=event_id)
    )


def lock_open_event(event_id: int) -> EventClaim:
    """Return the event as it is now, where nothing has been made of it yet.

    :raises EventClosed: when it is accepted or rejected
    """
    event = lock_event(event_id)
    if event.state == EventState.ACCEPTED:
        raise EventClosed(_("It is recorded as a decision already. Correct it there."))
    if event.state == EventState.REJECTED:
        raise EventClosed(_("It is rejected. Reopen it first."))
    return event
