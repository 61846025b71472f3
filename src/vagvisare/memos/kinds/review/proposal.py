"""Förslag till beslut: one point for each measure, under the body that decides it."""

from collections.abc import Iterator

from vagvisare.memos.facts import AssignmentFacts, BodyFacts, DocumentFacts, ReviewFacts
from vagvisare.memos.kinds.review.sources import (
    of_decision,
    of_document,
    of_register,
    of_rule,
    told,
)
from vagvisare.memos.kinds.review.wording import (
    forms_of,
    gap,
    in_text,
    needs_section,
    say,
    when_exactly,
)
from vagvisare.memos.rules import closer_of, decider_of, orderer_of_review
from vagvisare.writing.blocks import Block, NumberedList, Paragraph, Sentence

Point = tuple[BodyFacts | None, Sentence]


def proposal(facts: ReviewFacts) -> list[Block]:
    """Return the points, what others decide first, each group after the words that address it."""
    groups: dict[BodyFacts | None, list[Sentence]] = {}
    for decider, point in _points(facts):
        groups.setdefault(decider, []).append(point)
    own = groups.pop(facts.addressed, None)
    ordered = sorted(groups.items(), key=lambda group: group[0].rank if group[0] else 0)
    blocks: list[Block] = []
    for decider, points in [*ordered, *([(facts.addressed, own)] if own else [])]:
        blocks += [_lead(decider, facts), NumberedList(tuple(points))]
    return blocks


def _points(facts: ReviewFacts) -> Iterator[Point]:
    for document in facts.documents:
        yield decider_of(document, facts.addressed), _repeal(document, facts)
    if facts.propose_review:
        orderer = orderer_of_review(facts.addressed, facts.assembly)
        yield orderer, told(_styled(say("point", "review"), facts), of_register(facts))
    if facts.assignment:
        closer = closer_of(facts.assignment.given.body, facts.addressed)
        yield closer, _closing(facts.assignment, facts)


def _lead(decider: BodyFacts | None, facts: ReviewFacts) -> Paragraph:
    key = "own" if decider == facts.addressed else "propose"
    if facts.layout.proposal_style == "att":
        key += "_att"
    words = say("lead", key, body=in_text(decider), addressed=in_text(facts.addressed))
    return Paragraph((told(words, of_rule(facts)),))


def _styled(text: str, facts: ReviewFacts, *, begins_with_a_name: bool = False) -> str:
    """A whole sentence, or a clause that begins with "att", as the municipality writes."""
    if facts.layout.proposal_style != "att":
        return text
    return f"att {text if begins_with_a_name else text[:1].lower() + text[1:]}"


def _repeal(document: DocumentFacts, facts: ReviewFacts) -> Sentence:
    adoption = document.adoption
    if adoption is None:
        text = say("point", "unknown", title=document.title, missing=gap("adoption"))
        text = _styled(text, facts, begins_with_a_name=True)
        return told(text, of_document("span", document, facts))
    key = "repeal" if needs_section(adoption) else "repeal_delegated"
    text = say(
        "point",
        key,
        title=document.title,
        body=in_text(adoption.body),
        when=when_exactly(adoption),
        date=when_exactly(adoption),
        **forms_of(document),
    )
    text = _styled(text, facts, begins_with_a_name=True)
    return told(text, of_decision(adoption, document.title))


def _closing(assignment: AssignmentFacts, facts: ReviewFacts) -> Sentence:
    given = assignment.given
    text = say(
        "point",
        "close",
        subject=assignment.subject,
        body=in_text(given.body),
        when=when_exactly(given),
    )
    return told(_styled(text, facts), of_decision(given, assignment.subject))
