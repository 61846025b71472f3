from datetime import date

import pytest

from tests.factories.organization import body, department, person
from tests.factories.register import adopted
from vagvisare.audit.queries import lines_about
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.actions.reorganize_department import (
    CannotReorganize,
    Moved,
    reorganize_department,
)
from vagvisare.decisions.models import Assignment
from vagvisare.decisions.states import DecisionKind
from vagvisare.organization.models import Department
from vagvisare.register.models import SteeringDocument

DAY = date(2026, 12, 31)


def departments():
    return list(Department.objects.order_by("key")[:2])


def ended(by, old, new, day=DAY, because="Ny organisation"):
    return reorganize_department(
        department=old, successor=new, last_day=day, by=by, because=because
    )


def assignment(by, to, *, closed=False):
    meeting = hold_meeting(body=body(), day=date(2026, 1, 7), by=by)
    number = str(meeting.decisions.count() + 1)
    told = {"meeting": meeting, "by": by, "text": "Skriv en plan"}
    given = record_decision(
        kind=DecisionKind.GIVE_ASSIGNMENT, section=number, department=to, **told
    )
    made = Assignment.objects.get(given_by=given)
    if closed:
        record_decision(
            kind=DecisionKind.CLOSE_ASSIGNMENT, section=f"{number}0", assignment=made, **told
        )
    return made


def test_documents_people_and_open_assignments_go_to_the_successor(registrar):
    old, new = departments()
    document = adopted(by=registrar, department=old)
    worker = person(department=old)
    done, left = assignment(registrar, old, closed=True), assignment(registrar, old)

    assert ended(registrar, old, new) == Moved(documents=1, people=1, assignments=1)

    for moved in (document, worker, left):
        moved.refresh_from_db()
        assert moved.department == new
    done.refresh_from_db()
    assert done.department == old
    old.refresh_from_db()
    assert (old.last_day, old.successor) == (DAY, new)
    assert lines_about(document).first().verb == "handed-over"
    assert lines_about(old).first().after["assignments"] == [left.pk]


def test_it_ends_once_and_never_into_itself(registrar):
    old, new = departments()
    for wrong in ({"new": old}, {"new": new, "because": " "}):
        with pytest.raises(CannotReorganize):
            ended(registrar, old, **wrong)
    ended(registrar, old, new)
    with pytest.raises(CannotReorganize):
        ended(registrar, old, new)
    with pytest.raises(CannotReorganize):
        ended(registrar, new, old)
    assert not SteeringDocument.objects.exists()
    assert department(old.key).last_day == DAY
