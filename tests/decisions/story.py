"""Short ways to say who decided what, for this room's tests."""

from datetime import date

from tests.factories.organization import body
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.models import Decision
from vagvisare.decisions.states import DecisionKind, DecisionStatus

COUNCIL, BOARD = "kommunfullmaktige", "kommunstyrelsen"
COMMITTEE, OTHER = "gymnasie-och-arbetsmarknadsnamnden", "socialnamnden"


def decided(by, body_key=COUNCIL, day=date(2014, 2, 13), kind="repeal", **parts) -> Decision:
    """A decision of the body on the day; a section of its own unless one is given."""
    meeting = hold_meeting(body=body(body_key), day=day, by=by)
    parts = {"section": str(meeting.decisions.count() + 1)} | parts
    return record_decision(meeting=meeting, kind=DecisionKind(kind), by=by, **parts)


def proposed(by, body_key, to, day=date(2014, 1, 20), **parts) -> Decision:
    """A proposal of the body to another."""
    status = DecisionStatus.PROPOSED
    other = body(to) if to else None
    return decided(by, body_key, day, status=status, proposed_to=other, **parts)
