"""Whether a recorded decision has legal force, from its meeting's notice and its own appeal."""

from datetime import date

from vagvisare.decisions.models import Decision
from vagvisare.decisions.rules import LegalForce, legal_force, why_not_appealable
from vagvisare.decisions.states import Force


def force_of(decision: Decision, day: date) -> LegalForce:
    """Return whether the decision has legal force on `day`. Its meeting and body come along."""
    meeting = decision.meeting
    reason = why_not_appealable(decision.kind, decision.status, meeting.body.rank)
    if reason:
        return LegalForce(Force.NOT_APPEALABLE, reason)
    return legal_force(
        day,
        posted=meeting.notice_posted_on,
        taken_down=meeting.notice_taken_down_on,
        appealed=decision.appealed_on,
        appeal_closed=decision.appeal_closed_on,
        ruling=decision.ruling,
    )
