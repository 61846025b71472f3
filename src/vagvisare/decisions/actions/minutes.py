"""The steps that every action on a meeting's minutes shares."""

from datetime import date
from typing import Any

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.decisions.models import Meeting
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class CannotKeepMinutes(Refusal):
    code = "decisions.cannot-keep-minutes"


def held(meeting: Meeting, by: Person) -> Meeting:
    """Return the meeting as it is now, held until the action is done.

    :raises NotAllowed: when `by` may not record decisions
    """
    check(by, Permission.DECISIONS_RECORD)
    return Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)


def set_days(meeting: Meeting, **days: date | None) -> dict[str, Any]:
    """Write the days and return what stood there before."""
    before = {name: getattr(meeting, name) for name in days}
    for name, day in days.items():
        setattr(meeting, name, day)
    meeting.save(update_fields=list(days))
    return before
