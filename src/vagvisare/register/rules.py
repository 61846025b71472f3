"""From a document's acts to how it stands on any day. Values in, value out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeVar

from vagvisare.kernel.partial_dates import first_day_of, last_day_of
from vagvisare.register.states import ENDINGS, STANDS_ON, ActKind, Origin, Reason, Standing

ONE_DAY = timedelta(1)


@dataclass(frozen=True)
class ActFacts:
    """What counts of an act.

    decided_on  when the decision was taken, as stated: "2007-12-12", "2007-12", "2007" or ""
    first_day   from when it works, where the decision says so; counts
    last_day    through which day the document then stands; counts; None: nothing said
    open_ended  the decision says until further notice
    term        how long the wording says that it stands: a Term, or "" where it says nothing
    lapses      the wording says that the passed term ends it, or does not; None: as the type
    """

    kind: str
    decided_on: str = ""
    first_day: date | None = None
    last_day: date | None = None
    open_ended: bool = False
    term: str = ""
    lapses: bool | None = None

    @property
    def effect_day(self) -> date | None:
        """The day it begins to work: never before it was decided."""
        decided = last_day_of(self.decided_on) if self.decided_on else None
        days = [day for day in (decided, self.first_day) if day is not None]
        return max(days, default=None)

    @property
    def stands_on(self) -> bool:
        """Whether it stands until something happens, whatever day its wording also names."""
        return self.open_ended or self.term in STANDS_ON

    @property
    def term_end(self) -> date | None:
        """The last day of its term; None: no day ends it, or none is named."""
        return None if self.stands_on else self.last_day

    @property
    def known_day(self) -> date | None:
        """The day from which anyone could know of it."""
        return last_day_of(self.decided_on) if self.decided_on else self.first_day


@dataclass(frozen=True)
class Span:
    """How a document stands from first_day through last_day; both count, None is open.

    since          when it began to stand so (may lie before first_day when an act came between)
    term_last_day  the last day of its term as then known
    act            index of the act that made it so, in the sequence given
    """

    standing: Standing
    first_day: date | None
    last_day: date | None
    since: date | None = None
    term_last_day: date | None = None
    act: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class _Term:
    """What holds between two acts."""

    first_day: date
    last_day: date | None
    act: int
    lapses: bool


def timeline(
    acts: Sequence[ActFacts], *, origin: str, lapses_by_itself: bool, notice_days: int
) -> list[Span]:
    """Return the spans of a document, in order; together they cover every day once.

    notice_days       days before the last day when review starts; from the document type
    lapses_by_itself  whether the passed term ends the document without a decision; from the type,
                      for acts whose wording says nothing of it
    """
    order = sorted(
        (i for i, act in enumerate(acts) if act.kind not in (ActKind.NOTED, ActKind.REVIEWED)),
        key=lambda i: (_order_day(acts[i]) or date.min, i),
    )
    adopted = next((i for i in order if acts[i].kind == ActKind.ADOPTED), None)
    if adopted is None:
        return _without_adoption(acts, order, origin)
    if acts[adopted].effect_day is None:
        return _without_day(acts, order, adopted)
    spans = list(_spans(acts, order, adopted, lapses_by_itself, notice_days))
    return _joined(spans)


def _order_day(act: ActFacts) -> date | None:
    """An adoption of which the year at most is known comes before all that may come after it."""
    if act.kind == ActKind.ADOPTED:
        return first_day_of(act.decided_on) if act.decided_on else None
    return act.known_day


class Stretch(Protocol):
    """Anything that runs from one day through another; both count, None is open."""

    @property
    def first_day(self) -> date | None: ...

    @property
    def last_day(self) -> date | None: ...


AnyStretch = TypeVar("AnyStretch", bound=Stretch)


def standing_on(day: date, spans: Sequence[AnyStretch]) -> AnyStretch:
    """Return the span of `spans` that covers `day`.

    :raises LookupError: when none does, which a timeline never lets happen
    """
    for span in spans:
        starts = span.first_day is None or span.first_day <= day
        if starts and (span.last_day is None or day <= span.last_day):
            return span
    raise LookupError(f"no span covers {day}")


def _without_adoption(acts: Sequence[ActFacts], order: list[int], origin: str) -> list[Span]:
    drafted = origin == Origin.DRAFTED
    before = Span(
        Standing.DRAFT if drafted else Standing.UNKNOWN,
        None,
        None,
        reason="" if drafted else Reason.NO_DECISION,
    )
    return _cut_by_ending(before, acts, order)


def _without_day(acts: Sequence[ActFacts], order: list[int], adopted: int) -> list[Span]:
    before = Span(Standing.UNKNOWN, None, None, act=adopted, reason=Reason.NO_DAY)
    before = replace(before, term_last_day=acts[adopted].term_end)
    return _cut_by_ending(before, acts, order)


def _cut_by_ending(before: Span, acts: Sequence[ActFacts], order: list[int]) -> list[Span]:
    """An ending is certain even where the beginning is not."""
    for i in order:
        day = acts[i].effect_day
        if acts[i].kind in ENDINGS and day is not None:
            ended = Span(ENDINGS[acts[i].kind], day, None, since=day, act=i)
            if before.first_day is not None and day <= before.first_day:
                return [ended]
            return [replace(before, last_day=day - ONE_DAY), ended]
    return [before]


def _spans(
    acts: Sequence[ActFacts],
    order: list[int],
    adopted: int,
    lapses_by_itself: bool,
    notice_days: int,
) -> Iterator[Span]:
    """Walk the acts in order; between two of them the term is fixed."""
    first = acts[adopted]
    later = order[order.index(adopted) + 1 :]
    known, effect = first.known_day, first.effect_day
    assert known is not None and effect is not None  # narrowed by the caller
    before = list(_before(first, adopted))
    early = [i for i in later if (acts[i].effect_day or known) < known]
    if any(acts[i].kind in ENDINGS for i in early):
        yield from before[:-1]
        yield from _cut_by_ending(before[-1], acts, early)
        return
    yield from before
    lapses = lapses_by_itself if first.lapses is None else first.lapses
    term = _Term(effect, first.term_end, adopted, lapses)
    start = known
    for i in later:
        act = acts[i]
        changed, effect = act.known_day, act.effect_day
        if changed is None or effect is None:
            continue
        if changed > start:
            yield from _within(term, start, changed - ONE_DAY, notice_days)
            start = changed
        if act.kind in ENDINGS:
            if effect > start:
                closing = replace(term, last_day=_earlier(term.last_day, effect - ONE_DAY))
                yield from _within(closing, start, effect - ONE_DAY, notice_days)
            yield Span(ENDINGS[act.kind], max(effect, start), None, since=effect, act=i)
            return
        term = _after(term, act, i)
    yield from _within(term, start, None, notice_days)


def _before(first: ActFacts, adopted: int) -> Iterator[Span]:
    """Not decided, then (where only month or year is known) perhaps."""
    known = first.known_day
    assert known is not None  # narrowed by the caller
    earliest = first_day_of(first.decided_on) if first.decided_on else known
    yield Span(Standing.DRAFT, None, earliest - ONE_DAY)
    if earliest < known:
        yield Span(
            Standing.UNKNOWN,
            earliest,
            known - ONE_DAY,
            since=earliest,
            act=adopted,
            reason=Reason.DAY_NOT_STATED,
        )


def _after(term: _Term, act: ActFacts, index: int) -> _Term:
    """The term as the act leaves it: what the act does not speak of stays."""
    if act.kind == ActKind.AMENDED:
        return term
    if act.lapses is not None:
        term = replace(term, lapses=act.lapses, act=index)
    if act.stands_on or act.last_day is not None:
        return replace(term, last_day=act.term_end, act=index)
    return term


def _within(term: _Term, start: date, end: date | None, notice_days: int) -> Iterator[Span]:
    """The spans of one fixed term, cut to start..end."""
    for span in _phases(term, notice_days):
        first = start if span.first_day is None else max(start, span.first_day)
        last = _earlier(span.last_day, end)
        if last is None or first <= last:
            yield replace(span, first_day=first, last_day=last)


def _phases(term: _Term, notice_days: int) -> Iterator[Span]:
    """Upcoming, in force, ending soon, over: of a term seen alone."""
    begin, end = term.first_day, term.last_day

    def span(standing: Standing, first: date | None, last: date | None, since: date | None) -> Span:
        return Span(standing, first, last, since=since, term_last_day=end, act=term.act)

    yield span(Standing.UPCOMING, None, begin - ONE_DAY, None)
    if end is None:
        yield span(Standing.IN_FORCE, begin, None, begin)
        return
    notice = max(begin, end - timedelta(notice_days) + ONE_DAY)
    yield span(Standing.IN_FORCE, begin, notice - ONE_DAY, begin)
    yield span(Standing.ENDING_SOON, notice, end, begin)
    over = Standing.ENDED if term.lapses else Standing.OVER_BUT_STANDING
    after = max(begin, end + ONE_DAY)
    yield span(over, after, None, after)


def _earlier(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return min(days, default=None)


def _joined(spans: list[Span]) -> list[Span]:
    """Join neighbours that say the same."""
    joined: list[Span] = []
    for span in spans:
        if joined and replace(joined[-1], first_day=None, last_day=None) == replace(
            span, first_day=None, last_day=None
        ):
            joined[-1] = replace(joined[-1], last_day=span.last_day)
        else:
            joined.append(span)
    return joined


def years_and_days(first: date, day: date) -> tuple[int, int]:
    """Return the whole years and the days left over from `first` to `day`.

    A year is full on the same date; from 29 February it is full on 1 March.

    :raises ValueError: when `day` comes before `first`
    """
    if day < first:
        raise ValueError(f"{day} comes before {first}")
    years = day.year - first.year
    if _anniversary(first, years) > day:
        years -= 1
    return years, (day - _anniversary(first, years)).days


def _anniversary(first: date, years: int) -> date:
    try:
        return first.replace(year=first.year + years)
    except ValueError:
        return date(first.year + years, 3, 1)
