from datetime import date

import pytest

from tests.decisions.story import BOARD, COMMITTEE, COUNCIL
from tests.factories.organization import body, department
from tests.factories.register import adopted
from vagvisare.access.checks import NotAllowed
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.record_decision import CannotRecord
from vagvisare.decisions.actions.record_section import Point, PointRefused, record_section
from vagvisare.decisions.models import Assignment, Decision
from vagvisare.decisions.policies import NotCompetent
from vagvisare.decisions.states import DecisionKind, DecisionStatus


def meeting(by, key=BOARD):
    return hold_meeting(body=body(key), day=date(2014, 2, 13), by=by)


def test_the_points_are_numbered_and_each_is_a_decision(registrar):
    plan = adopted(by=registrar)
    points = [
        Point(
            DecisionKind.REPEAL,
            DecisionStatus.PROPOSED,
            proposed_to=body(COUNCIL),
            document=plan,
        ),
        Point(DecisionKind.GIVE_ASSIGNMENT, text="Skriva en ny plan", department=department()),
        Point(DecisionKind.OTHER, text="Paragrafen justeras omedelbart."),
    ]

    made = record_section(meeting=meeting(registrar), section="§ 12", points=points, by=registrar)

    assert [(one.section, one.point) for one in made] == [("12", 1), ("12", 2), ("12", 3)]
    assert Assignment.objects.get().given_by == made[1]


def test_one_point_refused_and_none_is_kept(registrar):
    plan = adopted(by=registrar)
    points = [
        Point(DecisionKind.OTHER, text="Först"),
        Point(DecisionKind.REPEAL, document=plan),
    ]

    with pytest.raises(PointRefused, match="2") as refused:
        record_section(
            meeting=meeting(registrar, COMMITTEE), section="1", points=points, by=registrar
        )

    assert refused.value.number == 2
    assert isinstance(refused.value.reason, NotCompetent)
    assert not Decision.objects.exists()


def test_a_section_has_a_point(registrar):
    with pytest.raises(CannotRecord):
        record_section(meeting=meeting(registrar), section="1", points=[], by=registrar)


def test_a_reader_records_no_section(registrar, reader):
    points = [Point(DecisionKind.OTHER, text="x")]

    with pytest.raises(PointRefused) as refused:
        record_section(meeting=meeting(registrar), section="1", points=points, by=reader)
    assert isinstance(refused.value.reason, NotAllowed)
