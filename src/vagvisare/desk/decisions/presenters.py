"""What the decisions' pages need, shaped for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vagvisare.decisions.force import force_of
from vagvisare.decisions.models import Assignment, Decision, Meeting
from vagvisare.decisions.queries import WORST_FIRST
from vagvisare.decisions.rules import (
    ANNOUNCED_WITHIN_DAYS,
    APPROVAL_DAYS,
    LegalForce,
    last_appeal_day,
)
from vagvisare.decisions.sentences import (
    Difference,
    age_sentence,
    differences,
    force_sentence,
    step_sentence,
)
from vagvisare.decisions.states import DecisionStatus, Force

# How a badge of the look colours what hangs on legal force.
TONES = {
    Force.IN_FORCE: "ok",
    Force.RUNNING: "info",
    Force.APPEALED: "warning",
    Force.ANNULLED: "danger",
    Force.UNKNOWN: "warning",
    Force.NOT_APPEALABLE: "info",
}


@dataclass(frozen=True)
class Answered:
    """A proposal that a decision answers, and what it settled otherwise."""

    proposal: Decision
    differences: list[Difference]


@dataclass(frozen=True)
class Step:
    """One decision or proposal, as the pages tell it."""

    decision: Decision
    sentence: str
    force: LegalForce
    force_sentence: str
    answered: list[Answered]

    @property
    def is_pending(self) -> bool:
        """Whether it is a proposal that nobody has answered."""
        proposed = self.decision.status == DecisionStatus.PROPOSED
        return proposed and self.decision.answered_by_id is None

    @property
    def tone(self) -> str:
        """The tone of the sentence on legal force."""
        return TONES[self.force.state]


def steps_of(decisions: Iterable[Decision], day: date) -> list[Step]:
    """Return the decisions as the pages tell them, as they are on `day`."""
    return [step_of(decision, day) for decision in decisions]


def step_of(decision: Decision, day: date) -> Step:
    """Return one decision as the pages tell it."""
    force = force_of(decision, day)
    return Step(
        decision=decision,
        sentence=step_sentence(decision),
        force=force,
        force_sentence=force_sentence(force),
        answered=[
            Answered(proposal, differences(proposal, decision))
            for proposal in decision.answers.all()
        ],
    )


@dataclass(frozen=True)
class MinutesDays:
    """When the minutes should be approved and announced, and how long the notice stays."""

    approve_by: date
    announce_by: date | None
    notice_through: date | None


def minutes_days(meeting: Meeting) -> MinutesDays:
    """Return the days that the law counts for a meeting's minutes."""
    approved, posted = meeting.minutes_approved_on, meeting.notice_posted_on
    return MinutesDays(
        approve_by=meeting.day + timedelta(APPROVAL_DAYS),
        announce_by=approved + timedelta(ANNOUNCED_WITHIN_DAYS) if approved else None,
        notice_through=last_appeal_day(posted) if posted else None,
    )


@dataclass(frozen=True)
class AssignmentRow:
    """A line of the ageing list."""

    assignment: Assignment
    state: str
    age: str


def assignment_rows(assignments: Iterable[Assignment], day: date) -> list[AssignmentRow]:
    """Return the lines of a list that `ageing` made."""
    return [
        AssignmentRow(one, WORST_FIRST[one.place], age_sentence(one, day))  # type: ignore[attr-defined]
        for one in assignments
    ]
