from datetime import date

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.models import Meeting
from vagvisare.decisions.policies import check_existed
from vagvisare.organization.models import Body, Person


@transaction.atomic
def hold_meeting(*, body: Body, day: date, by: Person) -> Meeting:
    """Return the meeting of `body` on `day`; it is entered the first time it is asked for.

    :raises NotAllowed: when `by` may not record decisions
    :raises BodyDidNotExist: when the body was not there on that day
    """
    check(by, Permission.DECISIONS_RECORD)
    check_existed(body, day)
    meeting, new = Meeting.objects.get_or_create(body=body, day=day)
    if new:
        record("meeting-entered", meeting, by=by)
    return meeting
