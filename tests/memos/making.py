"""Memos of the demo municipality, brought to their state by the actions themselves."""

from datetime import date

from tests.factories.organization import body
from tests.factories.register import adopted
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.models import Assignment, Matter
from vagvisare.decisions.states import DecisionKind
from vagvisare.memos.actions.draft_memo import draft_memo
from vagvisare.memos.models import Memo
from vagvisare.memos.states import MemoKind
from vagvisare.organization.models import Person

DAY = date(2013, 11, 20)
COMMITTEE = "gymnasie-och-arbetsmarknadsnamnden"
OWN = {
    "consequences:Ekonomi": "Förslaget har inga ekonomiska konsekvenser.",
    "consequences:Barn och unga": "Förslaget påverkar inte barn och unga.",
}


def matter(by: Person, diary_no: str = "GAN 2013/55") -> Matter:
    return open_matter(title="Översyn", diary_no=diary_no, opened_on=DAY, by=by)


def assignment(by: Person, day: date = date(2013, 10, 24)) -> Assignment:
    """The committee told a department to see how the plan is doing."""
    record_decision(
        meeting=hold_meeting(body=body(COMMITTEE), day=day, by=by),
        kind=DecisionKind.GIVE_ASSIGNMENT,
        section="71",
        text="Kartlägga arbetet med planen.",
        by=by,
    )
    return Assignment.objects.get()


def drafted(by: Person, **parts) -> Memo:
    """A memo of 2013-11-20 to the committee on a plan that the council adopted."""
    parts = {
        "kind": MemoKind.REVIEW,
        "addressed_to": body(COMMITTEE),
        "day": DAY,
        "by": by,
    } | parts
    parts.setdefault("documents", [])
    parts["documents"] = parts["documents"] or [adopted("Plan för parker", by=by)]
    if "matter" not in parts:
        parts["matter"] = matter(by)
    return draft_memo(**parts)
