"""Who may decide, when a decision has legal force, what answers a proposal. Values in, value out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from vagvisare.decisions.states import (
    CHANGING,
    PREPARATORY,
    DecisionKind,
    DecisionStatus,
    Force,
    ForceReason,
    Rule,
    Ruling,
)
from vagvisare.decisions.working_days import next_working_day

ONE_DAY = timedelta(1)
APPEAL_TIME = timedelta(weeks=3)  # kommunallagen 13 kap. 5 §
APPROVAL_DAYS = 14  # kommunallagen 5 kap. 69 §
ANNOUNCED_WITHIN_DAYS = 2  # kommunallagen 8 kap. 12 §
ASSEMBLY_RANK = 1


@dataclass(frozen=True)
class BodyFacts:
    """What counts of a body.

    rank       1 is the assembly; a higher number decides less
    took_over  keys of the bodies it has taken over from, in any number of steps
    """

    key: str
    kind: str
    rank: int
    took_over: frozenset[str] = frozenset()

    def is_or_took_over(self, key: str) -> bool:
        """Whether this is the body, or one that came after it."""
        return key == self.key or key in self.took_over


def competence(
    kind: str,
    body: BodyFacts,
    *,
    adopter: BodyFacts | None,
    deciders: Collection[str],
    kinds_taken_over: Collection[str] = (),
) -> Rule:
    """Return the rule by which `body` may decide so about a document, or may not.

    adopter           the highest body that adopted the document or a revision; None: nobody yet
    deciders          keys and kinds of the bodies that may decide on its type; from the profile
    kinds_taken_over  kinds of the bodies that `body` took over from
    """
    if kind in CHANGING and adopter is not None:
        return over(body, adopter)
    if kind in CHANGING or kind == DecisionKind.ADOPT:
        its_own = {body.key, body.kind, *body.took_over, *kinds_taken_over}
        return Rule.TYPE if its_own & set(deciders) else Rule.NOT_ITS_TYPE
    return Rule.NO_DOCUMENT


def over(body: BodyFacts, first: BodyFacts) -> Rule:
    """Return the rule by which `body` may change what `first` decided, or may not."""
    if body.key == first.key:
        return Rule.ADOPTER
    if first.key in body.took_over:
        return Rule.SUCCESSOR
    return Rule.HIGHER if body.rank < first.rank else Rule.OTHERS_DOCUMENT


@dataclass(frozen=True)
class LegalForce:
    """Whether a decision has legal force on a day.

    last_appeal_day  the last day to appeal, which counts; None where no notice is known
    since            from when it has legal force
    """

    state: Force
    reason: str = ""
    last_appeal_day: date | None = None
    since: date | None = None


def last_appeal_day(posted: date) -> date:
    """Return the last day to appeal: three weeks after the notice, or the next working day."""
    return next_working_day(posted + APPEAL_TIME)


def legal_force(
    day: date,
    *,
    posted: date | None,
    taken_down: date | None = None,
    appealed: date | None = None,
    appeal_closed: date | None = None,
    ruling: str = "",
) -> LegalForce:
    """Return whether a decision has legal force on `day`, as far as was known then.

    posted, taken_down       days of the notice that the minutes are approved; both count as up
    appealed, appeal_closed  days an appeal came in and was settled for good
    """
    if posted is None or day < posted:
        return _before_any_notice(day, appealed, appeal_closed, ruling)
    end = last_appeal_day(posted)
    if appealed is not None and appealed <= day:
        if appeal_closed is None or day < appeal_closed:
            return LegalForce(Force.APPEALED, last_appeal_day=end)
        if ruling == Ruling.ANNULLED:
            return LegalForce(Force.ANNULLED, last_appeal_day=end, since=appeal_closed)
    if taken_down is not None and taken_down <= end and taken_down <= day:
        return LegalForce(Force.UNKNOWN, ForceReason.NOTICE_BROKEN, end)
    settled = appeal_closed if appealed is not None and appeal_closed is not None else None
    since = max(filter(None, [end + ONE_DAY, settled]))
    if day < since:
        return LegalForce(Force.RUNNING, last_appeal_day=end)
    return LegalForce(Force.IN_FORCE, last_appeal_day=end, since=since)


def _before_any_notice(
    day: date, appealed: date | None, appeal_closed: date | None, ruling: str
) -> LegalForce:
    """Without a notice the time does not run, but a court may have spoken all the same."""
    if appealed is not None and appealed <= day:
        if appeal_closed is None or day < appeal_closed:
            return LegalForce(Force.APPEALED)
        if ruling == Ruling.ANNULLED:
            return LegalForce(Force.ANNULLED, since=appeal_closed)
    return LegalForce(Force.UNKNOWN, ForceReason.NO_NOTICE)


def why_not_appealable(kind: str, status: str, rank: int) -> str:
    """Return the reason why nobody can appeal the decision, or nothing when somebody can."""
    if status == DecisionStatus.PROPOSED:
        return ForceReason.PROPOSAL
    if kind in PREPARATORY and rank > ASSEMBLY_RANK:
        return ForceReason.PREPARATORY
    return ""


@dataclass(frozen=True)
class PointFacts:
    """What counts when decisions are put in order.

    addressee  key of the body a proposal goes to; empty: the paper does not say
    """

    day: date
    body: BodyFacts
    kind: str
    status: str
    matter: int | None = None
    document: int | None = None
    addressee: str = ""


def is_answer(proposal: PointFacts, later: PointFacts) -> bool:
    """Whether `later` is what became of `proposal`: decided, passed on or referred back."""
    if proposal.status != DecisionStatus.PROPOSED or later.day < proposal.day:
        return False
    return _reaches(proposal, later) and _same_question(proposal, later)


def _reaches(proposal: PointFacts, later: PointFacts) -> bool:
    """The addressee answers, or who took over from it; what the assembly decides settles it too."""
    if later.status == DecisionStatus.PROPOSED and proposal.body.key == later.body.key:
        # A body's own proposal is answered by itself only when it stood on its agenda.
        return proposal.addressee == later.body.key
    if not proposal.addressee or later.body.is_or_took_over(proposal.addressee):
        return True
    return later.status == DecisionStatus.DECIDED and later.body.rank == ASSEMBLY_RANK


def _same_question(proposal: PointFacts, later: PointFacts) -> bool:
    same_matter = proposal.matter is not None and proposal.matter == later.matter
    if later.kind == DecisionKind.REFER_BACK:
        about_it = proposal.document is not None and proposal.document == later.document
        return same_matter or about_it
    if proposal.document != later.document:
        return False
    if proposal.kind == later.kind:
        return same_matter or proposal.document is not None
    works = {proposal.kind, later.kind} <= CHANGING | {DecisionKind.ADOPT}
    return same_matter and proposal.document is not None and works


def differing(proposed: dict[str, object], decided: dict[str, object]) -> list[str]:
    """Return the names of what the decision settled otherwise than was proposed, in their order.

    Words differ only where both have some: a line of minutes often leaves them out.
    """

    def same(name: str) -> bool:
        first, second = proposed[name], decided[name]
        if isinstance(first, str) and isinstance(second, str) and name == "text":
            first, second = " ".join(first.split()).casefold(), " ".join(second.split()).casefold()
            return not (first and second) or first == second
        return first == second

    return [name for name in proposed if not same(name)]
