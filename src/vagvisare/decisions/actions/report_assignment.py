from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.models import Assignment
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class CannotReport(Refusal):
    code = "decisions.cannot-report"


@transaction.atomic
def report_assignment(
    *, assignment: Assignment, day: date | None, report: str, by: Person
) -> Assignment:
    """Write that the assignment was reported on `day`, and what; None takes the report back.

    It stays open: only a decision closes it.

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotReport: when it is closed, the day comes too early, or nothing is said
    """
    check(by, Permission.DECISIONS_RECORD)
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("given_by__meeting__body", "closed_by__meeting__body")
        .get(pk=assignment.pk)
    )
    given = assignment.given_by.meeting.day
    if assignment.closed_by is not None:
        raise CannotReport(
            _("The assignment is closed: {decision}.").format(decision=assignment.closed_by)
        )
    if day is not None and day < given:
        raise CannotReport(
            _("It cannot be reported before it was given, {day}.").format(day=given.isoformat())
        )
    if day is not None and not report.strip():
        raise CannotReport(_("Write in a few words what was reported."))
    before = {"reported_on": assignment.reported_on, "report": assignment.report}
    assignment.reported_on = day
    assignment.report = report.strip() if day is not None else ""
    assignment.save(update_fields=["reported_on", "report"])
    after = {"reported_on": assignment.reported_on, "report": assignment.report}
    record("assignment-reported", assignment, by=by, before=before, after=after)
    return assignment
