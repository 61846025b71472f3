"""What a memo is written from, gathered from the rooms below; and the memos there are."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from django.db.models import QuerySet

from vagvisare.decisions.models import Assignment, Decision, Matter
from vagvisare.kernel.partial_dates import last_day_of
from vagvisare.memos.facts import (
    AssignmentFacts,
    BodyFacts,
    DecisionFacts,
    DocumentFacts,
    Layout,
    ReviewFacts,
)
from vagvisare.memos.models import Memo
from vagvisare.organization.models import Body
from vagvisare.organization.profile import Profile, current_profile
from vagvisare.organization.queries import bodies_that_may_decide
from vagvisare.register.models import Act, StandingSpan, SteeringDocument
from vagvisare.register.queries import over_but_standing_on
from vagvisare.register.rules import years_and_days
from vagvisare.register.states import ActKind

CHANGES = frozenset({ActKind.PROLONGED, ActKind.REVISED, ActKind.AMENDED})


def memos() -> QuerySet[Memo]:
    """Return all memos, latest first, with what a list shows of them."""
    return Memo.objects.select_related("matter", "addressed_to").defer("paper", "own_text")


def layout_of(profile: Profile) -> Layout:
    """Return how the municipality writes its memos."""
    memo = profile.memo
    return Layout(
        municipality=profile.name,
        kind_name=memo["kind_name"],
        headings=dict(memo["headings"]),
        proposal_style=memo["proposal_style"],
        signatories=tuple(memo["signatories"]),
        consequences=tuple(memo["consequences"]),
    )


def over_on(documents: Iterable[SteeringDocument], day: date) -> dict[int, StandingSpan]:
    """Return the spans of those of `documents` that are over but stand on `day`, by document."""
    wanted = [document.pk for document in documents]
    spans = over_but_standing_on(day).filter(document__in=wanted)
    return {span.document_id: span for span in spans}


def review_facts(
    *,
    documents: Sequence[SteeringDocument],
    matter: Matter,
    addressed_to: Body,
    day: date,
    assignment: Assignment | None,
    propose_review: bool,
) -> ReviewFacts:
    """Return what the register says on `day`. Each of `documents` is over but stands then."""
    spans, acts = over_on(documents, day), _acts_through(day, documents)
    return ReviewFacts(
        day=day,
        matter_key=matter.pk,
        diary_no=matter.diary_no,
        addressed=body_facts(addressed_to),
        documents=tuple(_document(spans[one.pk], acts.get(one.pk, []), day) for one in documents),
        over_count=over_but_standing_on(day).count(),
        layout=layout_of(current_profile()),
        assembly=_assembly(day),
        assignment=_assignment(assignment) if assignment else None,
        propose_review=propose_review,
    )


def facts_of(memo: Memo) -> ReviewFacts:
    """Return what the memo is written from, as the register now has it for the memo's day."""
    return review_facts(
        documents=list(memo.documents.order_by("title", "pk")),
        matter=memo.matter,
        addressed_to=memo.addressed_to,
        day=memo.day,
        assignment=memo.assignment,
        propose_review=memo.propose_review,
    )


def body_facts(body: Body) -> BodyFacts:
    """Return the body as plain values."""
    return BodyFacts(body.key, body.name, body.kind, body.rank)


def _acts_through(day: date, documents: Sequence[SteeringDocument]) -> dict[int, list[Act]]:
    """The acts known by `day`, by document, oldest first."""
    found: dict[int, list[Act]] = {}
    acts = Act.objects.filter(document__in=documents).select_related("body__successor")
    for act in acts.order_by("decided_on", "pk"):
        if not act.decided_on or last_day_of(act.decided_on) <= day:
            found.setdefault(act.document_id, []).append(act)
    return found


def _document(span: StandingSpan, acts: list[Act], day: date) -> DocumentFacts:
    document = span.document
    adoption = next((act for act in acts if act.kind == ActKind.ADOPTED), None)
    if span.term_last_day is None or span.since is None:
        raise LookupError(f"document {document.pk} is over without a last day")
    years, days = years_and_days(span.since, day)
    return DocumentFacts(
        key=document.pk,
        title=document.title,
        document_type=document.document_type,
        department=document.department.name if document.department else "",
        adoption=_decision(adoption) if adoption else None,
        ends_by=_heir(adoption, document.document_type, day),
        first_day=adoption.first_day if adoption else None,
        last_day=span.term_last_day,
        years=years,
        days=days,
        changes=tuple(_of_kinds(acts, CHANGES)),
        follow_ups=tuple(_of_kinds(acts, {ActKind.NOTED})),
    )


def _of_kinds(acts: list[Act], kinds: Collection[str]) -> Iterator[DecisionFacts]:
    return (_decision(act) for act in acts if act.kind in kinds)


def _decision(act: Act) -> DecisionFacts:
    return DecisionFacts(
        key=f"act:{act.pk}",
        body=body_facts(act.body) if act.body else None,
        decided_on=act.decided_on,
        section=act.section,
        diary_no=act.diary_no,
        because=act.because,
        last_day=act.last_day,
        kind=act.kind,
    )


def _heir(adoption: Act | None, document_type: str, day: date) -> BodyFacts | None:
    """Who can end the document: its adopter, the one that took over, or who decides the type."""
    body = adoption.body if adoption else None
    if body is None:
        only = list(bodies_that_may_decide(document_type)[:2])
        return body_facts(only[0]) if len(only) == 1 else None
    while body.last_day and body.last_day < day and body.successor:
        body = body.successor
    return body_facts(body)


def _assembly(day: date) -> BodyFacts | None:
    body = Body.objects.existing_on(day).filter(kind="assembly").order_by("rank").first()
    return body_facts(body) if body else None


def _assignment(assignment: Assignment) -> AssignmentFacts:
    return AssignmentFacts(
        key=assignment.pk,
        subject=" ".join(assignment.subject.split()).rstrip("."),
        department=assignment.department.name if assignment.department else "",
        given=_given(assignment.given_by),
    )


def _given(decision: Decision) -> DecisionFacts:
    return DecisionFacts(
        key=f"decision:{decision.pk}",
        body=body_facts(decision.meeting.body),
        decided_on=decision.meeting.day.isoformat(),
        section=decision.section,
        diary_no=decision.matter.diary_no if decision.matter else "",
    )
