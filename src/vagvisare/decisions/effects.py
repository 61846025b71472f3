"""What follows from a decision: the one table from kind of decision to action below."""

from collections.abc import Callable
from datetime import date

from vagvisare.decisions.models import Decision
from vagvisare.decisions.states import DecisionKind
from vagvisare.organization.models import Person
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.amend import amend
from vagvisare.register.actions.annul import annul
from vagvisare.register.actions.note import note
from vagvisare.register.actions.prolong import prolong
from vagvisare.register.actions.repeal import repeal
from vagvisare.register.actions.replace import replace
from vagvisare.register.actions.revise import revise
from vagvisare.register.models import SteeringDocument
from vagvisare.register.policies import AlreadyOver
from vagvisare.register.queries import adoption_of
from vagvisare.register.reference import DecisionReference

Effect = Callable[[Decision, Person], None]


def apply(decision: Decision, by: Person) -> None:
    """Let the decision work on the register. What the action refuses, this refuses."""
    EFFECTS[DecisionKind(decision.kind)](decision, by)


def undo(decision: Decision, day: date, by: Person) -> None:
    """Take back what an annulled decision did, as a court settled on `day`."""
    decision.closed_assignments.update(closed_by=None)
    court = DecisionReference(decided_on=day.isoformat(), source=f"court:{decision.pk}")
    # The successor first: what it replaced stands again only once it is gone.
    for document in filter(None, [decision.successor, decision.document]):
        try:
            annul(
                document=document,
                decision=court,
                by=by,
                because=decision.appeal_outcome,
                annulled=f"decision:{decision.pk}",
            )
        except AlreadyOver:
            # Its adoption is annulled, but another decision has ended it since: nothing is left.
            continue


def reference_to(decision: Decision) -> DecisionReference:
    """Return what the decision is known by, as the register keeps it."""
    return DecisionReference(
        body=decision.meeting.body,
        decided_on=decision.meeting.day.isoformat(),
        section=decision.section,
        diary_no=decision.matter.diary_no if decision.matter else "",
        source=f"decision:{decision.pk}",
    )


def _adopt(decision: Decision, by: Person) -> None:
    _adopt_document(_document(decision), decision, by)


def _adopt_document(document: SteeringDocument, decision: Decision, by: Person) -> None:
    adopt(
        document=document,
        decision=reference_to(decision),
        by=by,
        first_day=decision.first_day,
        last_day=decision.last_day,
        open_ended=decision.open_ended,
        because=decision.because,
    )


def _revise(decision: Decision, by: Person) -> None:
    revise(
        document=_document(decision),
        decision=reference_to(decision),
        by=by,
        last_day=decision.last_day,
        open_ended=decision.open_ended,
        because=decision.because,
    )


def _prolong(decision: Decision, by: Person) -> None:
    prolong(
        document=_document(decision),
        decision=reference_to(decision),
        last_day=decision.last_day,
        by=by,
        because=decision.because,
    )


def _replace(decision: Decision, by: Person) -> None:
    """A successor not adopted before is adopted by the same decision."""
    successor = decision.successor
    if successor is None:
        raise LookupError("a decision to replace has a successor")
    if adoption_of(successor) is None:
        _adopt_document(successor, decision, by)
    replace(
        document=_document(decision),
        successor=successor,
        decision=reference_to(decision),
        by=by,
        from_day=decision.first_day,
        because=decision.because,
    )


def _repeal(decision: Decision, by: Person) -> None:
    repeal(
        document=_document(decision),
        decision=reference_to(decision),
        by=by,
        from_day=decision.first_day,
        because=decision.because,
    )


def _amend(decision: Decision, by: Person) -> None:
    amend(
        document=_document(decision),
        decision=reference_to(decision),
        by=by,
        from_day=decision.first_day,
        because=decision.because,
    )


def _note(decision: Decision, by: Person) -> None:
    note(
        document=_document(decision),
        decision=reference_to(decision),
        by=by,
        because=decision.because or decision.text,
    )


def _none(decision: Decision, by: Person) -> None:
    """Nothing in the register changes."""


def _document(decision: Decision) -> SteeringDocument:
    if decision.document is None:
        raise LookupError("a decision of this kind names its document")
    return decision.document


EFFECTS: dict[DecisionKind, Effect] = {
    DecisionKind.ADOPT: _adopt,
    DecisionKind.REVISE: _revise,
    DecisionKind.PROLONG: _prolong,
    DecisionKind.REPLACE: _replace,
    DecisionKind.REPEAL: _repeal,
    DecisionKind.AMEND: _amend,
    DecisionKind.REFER_BACK: _none,
    DecisionKind.REMIT: _none,
    DecisionKind.NOTE: _note,
    DecisionKind.GIVE_ASSIGNMENT: _none,
    DecisionKind.CLOSE_ASSIGNMENT: _none,
    DecisionKind.OTHER: _none,
}
