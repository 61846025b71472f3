"""Many events at once: each by itself, in the order the meetings were held."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.decisions.models import Decision
from vagvisare.inventory.actions.accept_event import Accepted, accept_event
from vagvisare.inventory.events import said_in
from vagvisare.inventory.events_plan import plan_for
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.states import EventState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.models import StandingSpan, SteeringDocument


@dataclass(frozen=True)
class Change:
    """How a document stands before and after; None before: it is not in the register yet."""

    document: SteeringDocument
    before: StandingSpan | None
    after: StandingSpan | None

    @property
    def is_change(self) -> bool:
        """Whether it stands otherwise than before."""
        before, after = self.before, self.after
        if before is None or after is None:
            return before is not after
        return (before.standing, before.term_last_day) != (after.standing, after.term_last_day)


@dataclass(frozen=True)
class Outcome:
    """What came of one event: what it did, or the sentence why it did nothing."""

    event: EventClaim
    accepted: Accepted | None = None
    changes: tuple[Change, ...] = ()
    refusal: str = ""
    code: str = ""  # of the refusal


def accept_events(
    *,
    events: Iterable[EventClaim],
    by: Person,
    at: datetime,
    on: date,
    competence_override: str = "",
) -> list[Outcome]:
    """Accept each event in a transaction of its own, oldest meeting first.

    What is refused leaves the others as they are. Accepted again, nothing happens.

    on                   the day whose standing the outcome tells
    competence_override  why a body may though the rule says no; kept only where it is needed

    :raises NotAllowed: when `by` may not record decisions
    """
    check(by, Permission.DECISIONS_RECORD)
    return [_accepted(one, by, at, on, competence_override) for one in in_order(events)]


def rehearse_events(
    *,
    events: Iterable[EventClaim],
    by: Person,
    at: datetime,
    on: date,
    competence_override: str = "",
) -> list[Outcome]:
    """Return what accepting the events would do. It is done and taken back: nothing is left.

    :raises NotAllowed: when `by` may not record decisions
    """
    with transaction.atomic():
        outcomes = accept_events(
            events=events, by=by, at=at, on=on, competence_override=competence_override
        )
        transaction.set_rollback(True)
    return outcomes


def in_order(events: Iterable[EventClaim]) -> list[EventClaim]:
    """Return the events by day, then as the sections and points stand; unknown days last."""

    def place(event: EventClaim) -> tuple[date, int, int, int]:
        said = said_in(event)
        digits = "".join(sign for sign in said.section.split("-")[0] if sign.isdecimal())
        return said.day or date.max, int(digits or 0), event.file_id, event.position

    return sorted(events, key=place)


def _accepted(event: EventClaim, by: Person, at: datetime, on: date, override: str) -> Outcome:
    if event.state == EventState.ACCEPTED:
        return Outcome(event)
    touched = {t.key for step in plan_for(event).steps for t in (step.target, step.successor) if t}
    before = _spans(touched - {None}, on)
    try:
        accepted = accept_event(event=event, by=by, at=at, competence_override=override)
    except Refusal as refusal:
        return Outcome(event, refusal=str(refusal), code=refusal.code)
    documents = _documents(accepted.decisions)
    after = _spans({document.pk for document in documents}, on)
    changes = (Change(one, before.get(one.pk), after.get(one.pk)) for one in documents)
    return Outcome(accepted.event, accepted, tuple(changes))


def _documents(decisions: Sequence[Decision]) -> list[SteeringDocument]:
    found = {}
    for decision in decisions:
        for document in (decision.successor, decision.document):
            if document is not None:
                found[document.pk] = document
    return list(found.values())


def _spans(keys: Iterable[int | None], on: date) -> dict[int, StandingSpan]:
    spans = StandingSpan.objects.covering(on).filter(document__in=list(keys))
    return {span.document_id: span for span in spans}
