from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.audit.record import record
from vagvisare.decisions.actions.minutes import CannotKeepMinutes, held, set_days
from vagvisare.decisions.models import Meeting
from vagvisare.organization.models import Person


@transaction.atomic
def approve_minutes(*, meeting: Meeting, day: date | None, by: Person) -> Meeting:
    """Write the day the minutes were approved, or take it back where `day` is None.

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotKeepMinutes: when the day comes before the meeting or after the notice
    """
    meeting = held(meeting, by)
    posted = meeting.notice_posted_on
    if posted is not None and (day is None or day > posted):
        raise CannotKeepMinutes(
            _(
                "The notice of {day} says that the minutes are approved. Correct the notice first."
            ).format(day=posted.isoformat())
        )
    if day is not None and day < meeting.day:
        raise CannotKeepMinutes(
            _("The minutes cannot be approved before the meeting of {day}.").format(
                day=meeting.day.isoformat()
            )
        )
    before = set_days(meeting, minutes_approved_on=day)
    record("minutes-approved", meeting, by=by, before=before, after={"minutes_approved_on": day})
    return meeting
