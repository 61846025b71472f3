"""The shared step that ties a proposal to what became of it, in whichever order they are recorded."""

from django.db.models import F, Q, QuerySet

from vagvisare.decisions.models import Decision
from vagvisare.decisions.policies import facts_of
from vagvisare.decisions.rules import PointFacts, is_answer
from vagvisare.decisions.states import DecisionStatus
from vagvisare.organization.queries import Succession


def answer(decision: Decision) -> None:
    """Mark the proposals that `decision` answers, and what answers it where it is one itself."""
    if decision.matter_id is None and decision.document_id is None:
        return
    succession = Succession()
    here = point_facts(decision, succession)
    for proposal in _unanswered_by_then(decision):
        if is_answer(point_facts(proposal, succession), here):
            proposal.answered_by = decision
            proposal.save(update_fields=["answered_by"])
    if decision.status == DecisionStatus.PROPOSED:
        _find_answer(decision, here, succession)


def point_facts(decision: Decision, succession: Succession) -> PointFacts:
    """Return what the rules count with."""
    return PointFacts(
        day=decision.meeting.day,
        body=facts_of(decision.meeting.body, succession),
        kind=decision.kind,
        status=decision.status,
        matter=decision.matter_id,
        document=decision.document_id,
        addressee=decision.proposed_to.key if decision.proposed_to else "",
    )


def _find_answer(proposal: Decision, here: PointFacts, succession: Succession) -> None:
    later = _about_the_same(proposal).filter(meeting__day__gte=proposal.meeting.day)
    # Of one day, the lower body met first: it passes on what the higher one decides.
    for decision in later.order_by("meeting__day", F("meeting__body__rank").desc(), "pk"):
        if is_answer(here, point_facts(decision, succession)):
            proposal.answered_by = decision
            proposal.save(update_fields=["answered_by"])
            return


def _unanswered_by_then(decision: Decision) -> QuerySet[Decision]:
    """Proposals without an answer, or with one that came later than this decision."""
    later = Q(answered_by__meeting__day__gt=decision.meeting.day)
    proposals = _about_the_same(decision).filter(status=DecisionStatus.PROPOSED)
    return proposals.filter(Q(answered_by__isnull=True) | later)


def _about_the_same(decision: Decision) -> QuerySet[Decision]:
    same = Q()
    if decision.matter_id is not None:
        same |= Q(matter=decision.matter_id)
    if decision.document_id is not None:
        same |= Q(document=decision.document_id)
    found = Decision.objects.filter(same).exclude(pk=decision.pk)
    return found.select_related("meeting__body", "proposed_to")
