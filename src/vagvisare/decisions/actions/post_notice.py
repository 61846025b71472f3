from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.audit.record import record
from vagvisare.decisions.actions.minutes import CannotKeepMinutes, held, set_days
from vagvisare.decisions.models import Meeting
from vagvisare.organization.models import Person


@transaction.atomic
def post_notice(*, meeting: Meeting, day: date | None, by: Person) -> Meeting:
    """Write the day the notice of the approved minutes was posted, or take it back with None.

    Posted anew, it stands again: the day it was taken down before is no longer said of it.

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotKeepMinutes: when the minutes were not approved by then
    """
    meeting = held(meeting, by)
    approved = meeting.minutes_approved_on
    if day is not None and approved is None:
        raise CannotKeepMinutes(
            _("The notice says that the minutes are approved. Write first when they were.")
        )
    if day is not None and approved is not None and day < approved:
        raise CannotKeepMinutes(
            _("The notice cannot be posted before the minutes were approved, {day}.").format(
                day=approved.isoformat()
            )
        )
    after = {"notice_posted_on": day, "notice_taken_down_on": None}
    before = set_days(meeting, **after)
    record("notice-posted", meeting, by=by, before=before, after=after)
    return meeting
