from datetime import date

import pytest

from tests.decisions.story import COUNCIL
from tests.factories.organization import body
from vagvisare.access.checks import NotAllowed
from vagvisare.audit.models import AuditLine
from vagvisare.decisions.actions.approve_minutes import approve_minutes
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.minutes import CannotKeepMinutes
from vagvisare.decisions.actions.post_notice import post_notice
from vagvisare.decisions.actions.take_down_notice import take_down_notice

MET, APPROVED = date(2014, 2, 13), date(2014, 2, 20)
POSTED, DOWN = date(2014, 2, 21), date(2014, 3, 17)


@pytest.fixture
def meeting(registrar):
    return hold_meeting(body=body(COUNCIL), day=MET, by=registrar)


@pytest.fixture
def posted(meeting, registrar):
    approve_minutes(meeting=meeting, day=APPROVED, by=registrar)
    return post_notice(meeting=meeting, day=POSTED, by=registrar)


def test_approved_posted_and_taken_down(posted, registrar):
    take_down_notice(meeting=posted, day=DOWN, by=registrar)

    posted.refresh_from_db()
    assert posted.minutes_approved_on == APPROVED
    assert posted.notice_posted_on == POSTED
    assert posted.notice_taken_down_on == DOWN
    verbs = AuditLine.objects.values_list("verb", flat=True)
    assert list(verbs)[-3:] == ["minutes-approved", "notice-posted", "notice-taken-down"]


def test_the_order_is_kept(meeting, registrar):
    with pytest.raises(CannotKeepMinutes):
        post_notice(meeting=meeting, day=POSTED, by=registrar)
    with pytest.raises(CannotKeepMinutes):
        take_down_notice(meeting=meeting, day=DOWN, by=registrar)
    with pytest.raises(CannotKeepMinutes):
        approve_minutes(meeting=meeting, day=date(2014, 2, 12), by=registrar)


@pytest.mark.parametrize("day", [date(2014, 2, 22), None])
def test_what_a_notice_rests_on_is_not_moved_away(posted, registrar, day):
    with pytest.raises(CannotKeepMinutes):
        approve_minutes(meeting=posted, day=day, by=registrar)


def test_a_notice_before_the_approval_or_taken_down_before_posted_is_refused(posted, registrar):
    with pytest.raises(CannotKeepMinutes):
        post_notice(meeting=posted, day=date(2014, 2, 19), by=registrar)
    with pytest.raises(CannotKeepMinutes):
        take_down_notice(meeting=posted, day=date(2014, 2, 20), by=registrar)


def test_posted_anew_it_stands_again(posted, registrar):
    take_down_notice(meeting=posted, day=date(2014, 2, 25), by=registrar)
    again = post_notice(meeting=posted, day=date(2014, 3, 3), by=registrar)

    assert again.notice_taken_down_on is None
    line = AuditLine.objects.latest("number")
    assert line.before["notice_taken_down_on"] == "2014-02-25"


def test_each_day_can_be_taken_back(posted, registrar):
    take_down_notice(meeting=posted, day=DOWN, by=registrar)
    take_down_notice(meeting=posted, day=None, by=registrar)
    post_notice(meeting=posted, day=None, by=registrar)
    meeting = approve_minutes(meeting=posted, day=None, by=registrar)

    assert meeting.minutes_approved_on is None
    assert meeting.notice_posted_on is None


@pytest.mark.parametrize("action", [approve_minutes, post_notice, take_down_notice])
def test_a_reader_keeps_no_minutes(posted, reader, action):
    with pytest.raises(NotAllowed):
        action(meeting=posted, day=DOWN, by=reader)
