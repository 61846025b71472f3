from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.keep_known import keep_known
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.models import Decision, Matter, Meeting
from vagvisare.decisions.states import ABOUT_A_DOCUMENT, DecisionKind
from vagvisare.inventory.actions.open_event import EventClosed, lock_event
from vagvisare.inventory.actions.settle_pending import settle_pending
from vagvisare.inventory.events_plan import EventPlan, Step, Target, plan_for
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.states import EventState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Body, Person
from vagvisare.organization.queries import body_called
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.enter import enter
from vagvisare.register.models import SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import Origin

# Decisions that one paper may record as the one and another as the other.
ADOPTING = (DecisionKind.ADOPT, DecisionKind.REVISE, DecisionKind.REPLACE)
LONGEST_MATTER = 200


class CannotAccept(Refusal):
    code = "inventory.cannot-accept"


@dataclass(frozen=True)
class Accepted:
    """What came of accepting: the decisions, the first of them the event's own.

    tied  all of them were recorded before; nothing in the register changed
    """

    event: EventClaim
    decisions: tuple[Decision, ...]
    tied: bool


@transaction.atomic
def accept_event(
    *, event: EventClaim, by: Person, at: datetime, competence_override: str = ""
) -> Accepted:
    """Record what the minutes say as a decision, and let it work on the register.

    The meeting, the matter and documents the register lacks come along, or nothing does. A
    decision that is recorded already is tied to the event instead of doubled; twice is as once.

    :raises NotAllowed: when `by` may not record decisions
    :raises EventClosed: when it is rejected, or only proposed
    :raises CannotAccept: while something is missing or has to be chosen
    :raises Refusal: whatever the decisions and the register refuse
    """
    check(by, Permission.DECISIONS_RECORD)
    event = lock_event(event.pk)
    if event.state == EventState.ACCEPTED and event.decision is not None:
        return Accepted(event, (event.decision,), tied=True)
    _check_open(event)
    plan = plan_for(event)
    if plan.obstacles or plan.body is None or plan.said.day is None:
        raise CannotAccept(" ".join(plan.obstacles))
    meeting = hold_meeting(body=plan.body, day=plan.said.day, by=by)
    made = _Recording(event, plan, meeting, by, competence_override).record()
    decisions, tied = tuple(decision for decision, _new in made), not any(new for _, new in made)
    event.body, event.day = plan.body, plan.said.day
    event.state, event.decision = EventState.ACCEPTED, decisions[0]
    event.document = _document_of(decisions, plan)
    event.matched_because = plan.target.because if plan.target else ""
    event.decided_by, event.decided_at = by.name, at
    event.save()
    settle_pending(decided=event, decision=decisions[0], by=by, at=at)
    after = {"decisions": [decision.pk for decision in decisions], "tied": tied}
    record("event-accepted", event, by=by, because=event.matched_because, after=after)
    return Accepted(event, decisions, tied)


def _check_open(event: EventClaim) -> None:
    if event.state == EventState.REJECTED:
        raise EventClosed(_("It is rejected. Reopen it first."))
    if event.state == EventState.PENDING:
        raise EventClosed(
            _("It is only proposed. It is recorded when the minutes of the deciding body come.")
        )


def _document_of(decisions: tuple[Decision, ...], plan: EventPlan) -> SteeringDocument | None:
    """The document the event is about: of a replacement, the one that takes the place."""
    first = decisions[0]
    return first.successor if first.successor and plan.said.action != "repeal" else first.document


class _Recording:
    """The steps of one plan, recorded in order."""

    def __init__(
        self, event: EventClaim, plan: EventPlan, meeting: Meeting, by: Person, override: str
    ) -> None:
        self.event, self.plan, self.meeting, self.by = event, plan, meeting, by
        self.override = override
        self.entered: dict[str, SteeringDocument] = {}
        self.matter: Matter | None = None

    def record(self) -> list[tuple[Decision, bool]]:
        """Return each decision, and whether it is new."""
        made = []
        for step in self.plan.steps:
            found = self._recorded_before(step)
            made.append((found, False) if found else (self._record(step), True))
        if not made:
            raise CannotAccept(_("There is nothing to record."))
        return made

    def _recorded_before(self, step: Step) -> Decision | None:
        """The same decision, recorded by hand or from another file."""
        said, assignment = self.plan.said, self.plan.assignment
        if assignment is not None and assignment.closed_by is not None:
            return assignment.closed_by
        same = self.meeting.decisions.filter(section=said.section)
        key = step.target.key if step.target else None
        if step.kind not in ABOUT_A_DOCUMENT:
            return self._recorded_beside(same.filter(kind=step.kind), key)
        if key is None:
            return None
        mine = Q(document=key)
        if step.kind in (DecisionKind.ADOPT, DecisionKind.REVISE):
            return same.filter(
                (mine & Q(kind__in=ADOPTING[:2])) | Q(successor=key, kind=DecisionKind.REPLACE)
            ).first()
        if step.kind == DecisionKind.REPLACE:
            return same.filter(mine, kind__in=(DecisionKind.REPLACE, DecisionKind.REPEAL)).first()
        return same.filter(mine, kind=step.kind).first()

    def _recorded_beside(self, same: QuerySet[Decision], key: int | None) -> Decision | None:
        """Of assignments and the like one section may have several: the words tell them apart, or
        the document where somebody wrote other words by hand.
        """
        others = same.exclude(events__file=self.event.file)
        by_words = others.filter(text=self.plan.said.words).first()
        return by_words or (others.filter(document=key).first() if key else None)

    def _record(self, step: Step) -> Decision:
        said = self.plan.said
        document = self._document(step.target)
        if step.recorded and document is not None:
            return keep_known(
                meeting=self.meeting,
                document=document,
                section=said.section,
                point=self._free_point(),
                matter=self._matter(),
                text=said.words,
                by=self.by,
            )
        return record_decision(
            meeting=self.meeting,
            kind=step.kind,
            section=said.section,
            point=self._free_point(),
            matter=self._matter(),
            text=said.words,
            document=document,
            successor=self._document(step.successor),
            first_day=step.first_day,
            last_day=step.last_day,
            open_ended=step.open_ended,
            assignment=self.plan.assignment,
            competence_override=self.override,
            by=self.by,
        )

    def _free_point(self) -> int:
        taken = self.meeting.decisions.filter(section=self.plan.said.section)
        return (taken.aggregate(last=Max("point"))["last"] or 0) + 1

    def _matter(self) -> Matter | None:
        """The matter of the diary number, opened where nobody has; the day is the meeting's."""
        number = self.plan.said.diary_no
        if not number or self.matter:
            return self.matter
        self.matter = Matter.objects.filter(diary_no__iexact=number).first() or open_matter(
            title=(self.plan.said.title or self.plan.said.words or number)[:LONGEST_MATTER],
            diary_no=number,
            opened_on=self.meeting.day,
            by=self.by,
        )
        return self.matter

    def _document(self, target: Target | None) -> SteeringDocument | None:
        if target is None:
            return None
        if target.key is not None:
            return SteeringDocument.objects.get(pk=target.key)
        # The same target twice in one event is one document; an ended one of that name another.
        key = f"{target.title} {target.adopted}"
        if key not in self.entered:
            self.entered[key] = self._enter(target)
        return self.entered[key]

    def _enter(self, target: Target) -> SteeringDocument:
        because = _("Named in {file}").format(file=self.event.file.name)
        document = enter(
            title=target.title,
            document_type=target.type_key,
            origin=Origin.FOUND,
            because=because,
            by=self.by,
        )
        if target.adopted.day:
            adopt(
                document=document,
                decision=DecisionReference(
                    body=_body(target.adopted.body),
                    decided_on=target.adopted.day,
                    section=target.adopted.section,
                    source=self.event.file.name[:200],
                ),
                by=self.by,
                because=because,
            )
        return document


def _body(name: str) -> Body | None:
    return body_called(name) if name else None
