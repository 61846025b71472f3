"""Events in words: what the paper says, which document is meant, what accepting would record."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from vagvisare.decisions.states import DecisionKind
from vagvisare.inventory.actions.accept_events import Outcome
from vagvisare.inventory.event_matching import Adoption
from vagvisare.inventory.events import KINDS, PROPOSED_TO_BE, Said, said_in
from vagvisare.inventory.events_plan import EventPlan, Step, Target, plans_for
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.rules import LIKELY_FROM, sureness
from vagvisare.inventory.states import EventState
from vagvisare.register.models import StandingSpan, SteeringDocument

OPEN = (EventState.PROPOSED, EventState.PENDING)


@dataclass(frozen=True)
class EventRow:
    """An event for the page. fault: why it was refused just now."""

    event: EventClaim
    said: Said
    heading: str
    facts: list[tuple[str, str]]
    sentences: list[str]
    obstacles: list[str]
    can_accept: bool
    chosen: bool  # ticked from the start
    sureness: str
    page: int | None
    fault: str = ""


def event_rows(
    events: Iterable[EventClaim], faults: dict[int, str] | None = None
) -> list[EventRow]:
    """Return the events as rows; what would be recorded only of those still open."""
    events = list(events)
    plans = plans_for([event for event in events if event.state in OPEN])
    said = {event.pk: said_in(event) for event in events}
    return [_row(e, said[e.pk], plans.get(e.pk), (faults or {}).get(e.pk, "")) for e in events]


def _row(event: EventClaim, said: Said, plan: EventPlan | None, fault: str) -> EventRow:
    evidence = event.facts.get("evidence") or {}
    confidence = evidence.get("confidence")
    acceptable = event.state == EventState.PROPOSED and plan is not None and not plan.obstacles
    return EventRow(
        event=event,
        said=said,
        heading=heading_of(said),
        facts=_facts(said),
        sentences=_sentences(plan) if plan else [],
        obstacles=plan.obstacles if plan else [],
        can_accept=acceptable,
        chosen=acceptable and (confidence or 0) >= LIKELY_FROM,
        sureness=sureness(confidence),
        page=evidence.get("page"),
        fault=fault,
    )


def heading_of(said: Said) -> str:
    """Return what is done and to what: "Adopt: Biblioteksplan"."""
    kind = str(KINDS[said.action].label)
    return f"{kind}: {said.title}" if said.title else kind


def proposal_sentence(event: EventClaim) -> str:
    """Return what is proposed, to whom and when: "Proposed to be repealed, the assembly 2026-12-10"."""
    said = said_in(event)
    body = str(event.body) if event.body else said.body
    meeting = " ".join(part for part in (body, said.day.isoformat() if said.day else "") if part)
    parts = [str(PROPOSED_TO_BE[said.action]), meeting]
    to = said.recommended_to
    if to and to.casefold() != body.casefold():
        parts.append(_("for {body} to decide").format(body=to))
    return ", ".join(part for part in parts if part)


def _facts(said: Said) -> list[tuple[str, str]]:
    rows = [
        (_("Body"), said.body[:1].upper() + said.body[1:]),
        (_("Day"), said.day.isoformat() if said.day else ""),
        (_("Section"), said.section),
        (_("Registry number"), said.diary_no),
        (_("Valid from"), said.enters_into_force),
        (_("Valid through"), said.valid_until),
        (_("To be decided by"), said.recommended_to),
    ]
    return [(label, value) for label, value in rows if value]


def _sentences(plan: EventPlan) -> list[str]:
    if plan.assignment is not None:
        return [_("Closes the assignment “{subject}”.").format(subject=plan.assignment.subject)]
    sentences = [_sentence(step) for step in plan.steps]
    if plan.target is not None and all(step.target is None for step in plan.steps):
        sentences.append(_named(plan.target))
    return sentences


def _sentence(step: Step) -> str:
    words = {
        DecisionKind.ADOPT: _("{document} is adopted."),
        DecisionKind.REVISE: _("{document} gets a revised text; it was adopted before."),
        DecisionKind.REPLACE: _("{document} ends; {successor} takes its place."),
        DecisionKind.REPEAL: _("{document} is repealed."),
        DecisionKind.AMEND: _("{document} is amended in part."),
        DecisionKind.PROLONG: _("{document} is prolonged."),
        DecisionKind.NOTE: _("A follow-up of {document} is noted."),
        DecisionKind.REFER_BACK: _("The matter goes back; the register does not change."),
        DecisionKind.REMIT: _("A draft goes out for comment; the register does not change."),
        DecisionKind.GIVE_ASSIGNMENT: _("An assignment is given."),
    }
    if step.recorded:
        text = _("The register has the adoption of {document} already; the two are tied.")
    else:
        text = words.get(step.kind, str(step.kind.label))
    document = _named(step.target) if step.target else ""
    successor = f"“{step.successor.title}”" if step.successor else ""
    if step.successor and step.successor.key is None:
        successor = _named(step.successor)
    days = []
    if step.first_day:
        days.append(_("From {day}.").format(day=step.first_day.isoformat()))
    if step.last_day:
        days.append(_("Through {day}.").format(day=step.last_day.isoformat()))
    return " ".join([text.format(document=document, successor=successor), *days])


def _named(target: Target) -> str:
    because = target.because
    if target.key is None and target.adopted != Adoption():
        because = _("not in the register; it is entered as adopted by {decision}").format(
            decision=target.adopted
        )
    return f"“{target.title}” ({because})" if because else f"“{target.title}”"


@dataclass(frozen=True)
class ForeseenChange:
    """A document before and after."""

    document: SteeringDocument
    new: bool
    before: StandingSpan | None
    after: StandingSpan | None
    is_change: bool


@dataclass(frozen=True)
class Foreseen:
    """What accepting an event would do."""

    event: EventClaim
    heading: str
    refusal: str
    tied: bool
    changes: list[ForeseenChange] = field(default_factory=list)


def foreseen(outcomes: Iterable[Outcome]) -> list[Foreseen]:
    """Return what the events would do, in the order they would be recorded."""
    return [
        Foreseen(
            event=one.event,
            heading=heading_of(said_in(one.event)),
            refusal=one.refusal,
            tied=bool(one.accepted and one.accepted.tied),
            changes=[
                ForeseenChange(c.document, c.before is None, c.before, c.after, c.is_change)
                for c in one.changes
            ],
        )
        for one in outcomes
    ]
