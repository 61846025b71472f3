from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.audit.record import record
from vagvisare.decisions.actions.minutes import CannotKeepMinutes, held, set_days
from vagvisare.decisions.models import Meeting
from vagvisare.organization.models import Person


@transaction.atomic
def take_down_notice(*, meeting: Meeting, day: date | None, by: Person) -> Meeting:
    """Write the day the notice was taken down, or take that back with None.

    Taken down too early it is recorded all the same: that happened, and the page says what follows.

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotKeepMinutes: when no notice is posted, or it was posted later
    """
    meeting = held(meeting, by)
    posted = meeting.notice_posted_on
    if posted is None:
        raise CannotKeepMinutes(_("No notice is posted. Write first when it was."))
    if day is not None and day < posted:
        raise CannotKeepMinutes(
            _("The notice cannot be taken down before it was posted, {day}.").format(
                day=posted.isoformat()
            )
        )
    before = set_days(meeting, notice_taken_down_on=day)
    record("notice-taken-down", meeting, by=by, before=before, after={"notice_taken_down_on": day})
    return meeting
