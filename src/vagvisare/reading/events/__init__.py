"""What a meeting did, or was asked to do, to steering documents."""

from vagvisare.reading.events.find import events_of

__all__ = ["events_of"]
