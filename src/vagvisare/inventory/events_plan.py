"""What accepting events would do: the documents they mean, the decisions to record, what is missing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from vagvisare.decisions.models import Assignment
from vagvisare.decisions.states import DecisionKind
from vagvisare.inventory.event_matching import Adoption, Known, Match, Outcome, Sought, matched
from vagvisare.inventory.events import ADOPTIONS, NEW, NONE, Ended, Said, said_in
from vagvisare.inventory.events_known import known_by
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.queries import type_meant
from vagvisare.kernel.partial_dates import first_day_of, last_day_of
from vagvisare.organization.models import Body
from vagvisare.reading.types import first_type
from vagvisare.reading.vocabulary import standard
from vagvisare.register.models import SteeringDocument

UNTIL_FURTHER_NOTICE = "tills vidare"
# Only what is there already can be changed, prolonged or followed up.
NEEDS_KNOWN = frozenset({"amend_part", "extend", "note"})


@dataclass(frozen=True)
class Target:
    """A document that a decision works on: one of the register, or one that is entered for it.

    key      of the register's document, None: it is entered
    adopted  what the minutes say of the adoption of one that is entered because it ends
    """

    key: int | None
    title: str
    type_key: str = ""
    because: str = ""
    is_adopted: bool = False
    adopted: Adoption = field(default_factory=Adoption)


@dataclass(frozen=True)
class Step:
    """One decision to record. recorded: the register has what it does already."""

    kind: DecisionKind
    target: Target | None = None
    successor: Target | None = None
    first_day: date | None = None
    last_day: date | None = None
    open_ended: bool = False
    recorded: bool = False


@dataclass(frozen=True)
class Question:
    """Which document is meant, where a person has to say. slot: "document" or the ended's number."""

    slot: str
    title: str
    choices: tuple[Match, ...]
    may_be_new: bool


@dataclass
class EventPlan:
    """What would be done, or what stands in the way."""

    said: Said
    body: Body | None
    target: Target | None = None
    steps: list[Step] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    assignment: Assignment | None = None
    obstacles: list[str] = field(default_factory=list)


def plans_for(events: Iterable[EventClaim]) -> dict[int, EventPlan]:
    """Return the plan of each event by its key. The number of queries does not grow with them."""
    said = {event.pk: said_in(event) for event in events}
    known = known_by(title for one in said.values() for title in _titles(one))
    chosen = _chosen(said.values())
    bodies = _bodies()
    assignments = _assignments(said.values())
    return {
        key: _Planner(one, {k.key: k for k in known}, chosen, bodies, assignments).plan()
        for key, one in said.items()
    }


def plan_for(event: EventClaim) -> EventPlan:
    """Return the plan of one event, as the register is now."""
    return plans_for([event])[event.pk]


def _titles(said: Said) -> list[str]:
    return [said.title, *(one.title for one in said.ends)]


def _chosen(said: Iterable[Said]) -> dict[int, SteeringDocument]:
    keys = {c for one in said for c in (one.chosen, *(e.chosen for e in one.ends))}
    return SteeringDocument.objects.in_bulk([key for key in keys if isinstance(key, int)])


def _bodies() -> Callable[[str, date | None], Body | None]:
    """A function from a name and a day to the body: one query."""
    by_name: dict[str, list[Body]] = {}
    for body in Body.objects.all():
        for name in (body.name, body.short, body.key):
            by_name.setdefault(name.casefold(), []).append(body)

    def find(name: str, day: date | None) -> Body | None:
        found = by_name.get(name.casefold().strip(), []) if name.strip() else []
        on_day = [b for b in found if day is None or _existed(b, day)]
        return next(iter(on_day or found), None)

    return find


def _existed(body: Body, day: date) -> bool:
    starts = body.first_day is None or body.first_day <= day
    return starts and (body.last_day is None or body.last_day >= day)


def _assignments(said: Iterable[Said]) -> list[Assignment]:
    """Those that may be closed, and those that were on the days in question."""
    days = {one.day for one in said if one.action == "close_assignment" and one.day}
    if not days:
        return []
    meant = Q(closed_by__isnull=True) | Q(closed_by__meeting__day__in=days)
    return list(
        Assignment.objects.filter(meant).select_related(
            "given_by__meeting__body", "given_by__matter", "closed_by__meeting__body"
        )
    )


class _Planner:
    """Plans one event."""

    def __init__(
        self,
        said: Said,
        known: Mapping[int, Known],
        chosen: Mapping[int, SteeringDocument],
        bodies: Callable[[str, date | None], Body | None],
        assignments: list[Assignment],
    ) -> None:
        self.said, self.known, self.chosen = said, known, chosen
        self.assignments = assignments
        self.made = EventPlan(said, bodies(said.body, said.day))

    def plan(self) -> EventPlan:
        """Return the plan."""
        self._meeting()
        first, last, open_ended = self._days()
        action = self.said.action
        if action == "close_assignment":
            self._close()
        elif action == "repeal":
            self._repeal(first, last)
        elif action in ADOPTIONS:
            self._adoption(first, last, open_ended)
        else:
            self._other(first, last, open_ended)
        return self.made

    def _meeting(self) -> None:
        said, say = self.said, self.made.obstacles.append
        if not said.body:
            say(_("The body that decided is not known. Write it."))
        elif self.made.body is None:
            say(_("“{given}” is none of the municipality's bodies.").format(given=said.body))
        if said.day is None:
            say(_("The day of the meeting is not known. Write it."))

    def _days(self) -> tuple[date | None, date | None, bool]:
        said = self.said
        open_ended = said.valid_until.casefold() == UNTIL_FURTHER_NOTICE
        try:
            first = first_day_of(said.enters_into_force) if said.enters_into_force else None
            until = "" if open_ended else said.valid_until
            last = last_day_of(until) if until else None
        except ValueError:
            self.made.obstacles.append(_("A day is no date. Write 2007-12-12, 2007-12 or 2007."))
            return None, None, False
        return first, last, open_ended

    def _adoption(self, first: date | None, last: date | None, open_ended: bool) -> None:
        """The document is adopted or, where it was before, revised; others end by it."""
        ended = self._ended_targets()
        own = self._own(without={target.key for target in ended if target.key})
        self.made.target = own
        if own is None:
            return
        steps = self.made.steps
        days = {"first_day": first, "last_day": last, "open_ended": open_ended}
        if self._is_recorded(own):
            steps.append(Step(DecisionKind.ADOPT, own, recorded=True))
        elif own.is_adopted:
            steps.append(Step(DecisionKind.REVISE, own, **days))  # type: ignore[arg-type]
        elif not ended:
            steps.append(Step(DecisionKind.ADOPT, own, **days))  # type: ignore[arg-type]
        for number, target in enumerate(ended):
            adopts = number == 0 and not own.is_adopted  # the first replacement adopts it
            given = days if adopts else {"first_day": first}
            steps.append(Step(DecisionKind.REPLACE, target, own, **given))

    def _repeal(self, first: date | None, last: date | None) -> None:
        """A last day counts: what ends on 31 December is repealed from the day after."""
        if not self.said.ends:
            ended = Ended(self.said.title, Adoption(), self.said.chosen)
            targets = [t for t in [self._ended("document", ended)] if t]
        else:
            targets = self._ended_targets()
        from_day = last + timedelta(1) if last else first
        self.made.target = targets[0] if targets else None
        self.made.steps += [Step(DecisionKind.REPEAL, t, first_day=from_day) for t in targets]

    def _other(self, first: date | None, last: date | None, open_ended: bool) -> None:
        own = self._own()
        self.made.target = own
        if own is None and self.said.action in NEEDS_KNOWN:
            if not self.made.questions:
                self.made.obstacles.append(self._not_there())
            return
        if self.said.action == "extend":
            if not last and not open_ended:
                self.made.obstacles.append(
                    _("The minutes do not say how long it is prolonged. Write the last day.")
                )
            self.made.steps.append(Step(DecisionKind.PROLONG, own, last_day=last))
        else:
            from_day = first if self.said.action == "amend_part" else None
            self.made.steps.append(Step(self.said.kind, own, first_day=from_day))

    def _close(self) -> None:
        """Close the assignment that is meant; one that this very decision closed is tied."""
        meant = [one for one in self.assignments if self._is_meant(one)]
        fits = [one for one in meant if one.closed_by is None]
        fits = fits or [one for one in meant if self._closed_here(one)][:1]
        if len(fits) == 1:
            self.made.assignment = fits[0]
        elif fits:
            self.made.obstacles.append(_("Several open assignments fit. Close it by hand."))
        else:
            self.made.obstacles.append(
                _("No open assignment fits. Record the decision that gave it first.")
            )
        own = self._own(asks=False)  # which assignment it is does not hang on the document
        self.made.target = own
        self.made.steps.append(Step(DecisionKind.CLOSE_ASSIGNMENT, own))

    def _closed_here(self, one: Assignment) -> bool:
        if one.closed_by is None:
            return False
        meeting = one.closed_by.meeting
        here = (self.made.body, self.said.day, self.said.section)
        return (meeting.body, meeting.day, one.closed_by.section) == here

    def _is_meant(self, one: Assignment) -> bool:
        given = one.given_by
        meeting = given.meeting
        act = Adoption(meeting.body.name.casefold(), meeting.day.isoformat(), given.section)
        told = next((ended.adopted for ended in self.said.ends if ended.adopted.day), None)
        if told is not None:
            return told.agrees_with(act)
        number = given.matter.diary_no.casefold() if given.matter else ""
        return bool(number) and number == self.said.diary_no.casefold()

    def _own(self, without: Iterable[int] = (), *, asks: bool = True) -> Target | None:
        said = self.said
        if isinstance(said.chosen, int) and said.chosen in self.chosen:
            return self._target(said.chosen, _("chosen by a person"))
        if not said.title:
            if said.action in ADOPTIONS or said.action in NEEDS_KNOWN:
                self.made.obstacles.append(_("The document is not named. Write its title."))
            return None
        type_key = _key_of(said.document_type)
        if said.chosen != NEW:
            fits = [k for k in self.known.values() if k.key not in set(without) and self._may(k)]
            outcome = matched(Sought(said.title, type_key, diary_no=said.diary_no), fits)
            if outcome.match:
                return self._target(outcome.match.document, outcome.match.because)
            if outcome.choices:
                if asks:
                    self._ask("document", said.title, outcome)
                return None
        return self._new(said.title, type_key) if said.action in ADOPTIONS else None

    def _is_recorded(self, own: Target) -> bool:
        """Whether the register has this very adoption, from the document's own file or by hand."""
        known, mine = self.known.get(own.key or 0), self.said.adoption
        return (
            known is not None
            and mine.is_told
            and any(act.is_told and act.agrees_with(mine) for act in known.decided)
        )

    def _may(self, known: Known) -> bool:
        """What has ended is not adopted again, unless it is this very decision that adopted it."""
        if not known.over or self.said.action not in ADOPTIONS:
            return True
        return any(a.is_told and a.agrees_with(self.said.adoption) for a in known.decided)

    def _ended_targets(self) -> list[Target]:
        found = (self._ended(str(n), one) for n, one in enumerate(self.said.ends))
        return [target for target in found if target]

    def _ended(self, slot: str, ended: Ended) -> Target | None:
        if ended.chosen == NONE or not (ended.title or ended.chosen):
            return None
        if isinstance(ended.chosen, int) and ended.chosen in self.chosen:
            return self._target(ended.chosen, _("chosen by a person"))
        type_key = self._type_of_ended(ended)
        if ended.chosen != NEW:
            sought = Sought(ended.title, type_key, ended.adopted)
            outcome = matched(sought, self._before(ended))
            if outcome.match:
                return self._target(outcome.match.document, outcome.match.because)
            if outcome.choices:
                self._ask(slot, ended.title, outcome)
                return None
        return self._new(ended.title, type_key, ended.adopted)

    def _before(self, ended: Ended) -> list[Known]:
        """The documents that can end: not one that this very decision adopted."""
        mine = self.said.adoption
        return [
            known
            for known in self.known.values()
            if not (
                self.said.action in ADOPTIONS
                and mine.section
                and any(a.section == mine.section and a.agrees_with(mine) for a in known.decided)
            )
        ]

    def _target(self, key: int, because: str) -> Target:
        known = self.known.get(key)
        if known is not None:
            return Target(key, known.title, known.document_type, because, bool(known.decided))
        document = self.chosen[key]
        adopted = document.acts.filter(kind="adopted", retracted_at__isnull=True).exists()
        return Target(key, document.title, document.document_type, because, adopted)

    def _new(self, title: str, type_key: str, adopted: Adoption | None = None) -> Target | None:
        if not type_key:
            self.made.obstacles.append(
                _("The type of “{title}” is none of the municipality's. Write it.").format(
                    title=title
                )
            )
        because = _("not in the register; it is entered")
        title = title[:1].upper() + title[1:]
        return Target(None, title, type_key, because, adopted=adopted or Adoption())

    def _type_of_ended(self, ended: Ended) -> str:
        """As its title says, else as the document that takes its place."""
        said = self.said
        if ended.title.casefold() == said.title.casefold():
            return _key_of(said.document_type)
        typed = first_type(ended.title, standard())
        return _key_of(typed.value if typed else "") or _key_of(said.document_type)

    def _ask(self, slot: str, title: str, outcome: Outcome) -> None:
        may_be_new = self.said.action not in NEEDS_KNOWN
        self.made.questions.append(Question(slot, title, outcome.choices, may_be_new))
        self.made.obstacles.append(_("Choose which document “{title}” is.").format(title=title))

    def _not_there(self) -> str:
        return _(
            "The register has no “{title}”. Enter it with its adoption first, or write the title "
            "as the register has it."
        ).format(title=self.said.title)


def _key_of(word: str) -> str:
    """The municipality's type that goes by the word, empty for a word that is none."""
    found = type_meant(word)
    return found.key if found else ""
