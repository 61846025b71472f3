"""Beslutsunderlag and Beslutet skickas till: what the decision leans on, and who is told."""

from collections.abc import Iterator

from vagvisare.memos.facts import DecisionFacts, DocumentFacts, ReviewFacts
from vagvisare.memos.kinds.review.sources import of_decision, of_document, of_rule, told
from vagvisare.memos.kinds.review.wording import named, quoted, say
from vagvisare.memos.rules import decider_of
from vagvisare.writing.blocks import Block, Bullets, Gap, Sentence, Source


def basis(facts: ReviewFacts) -> list[Block]:
    """Return the papers behind the decision, the memo itself first, dated where a day is known."""
    kind, day = facts.layout.kind_name, facts.day.isoformat()
    source = Source("matter", str(facts.matter_key), say("source", "memo", kind=kind.lower()))
    memo = told(say("basis", "memo", kind=kind, day=day), source)
    return [Bullets((memo, *_decisions(facts)))]


def recipients(facts: ReviewFacts) -> list[Block]:
    """Return the bodies that decide further and the departments concerned, each once."""
    found = {sentence.text: sentence for sentence in _recipients(facts)}
    if not found:
        return [Gap(say("gap", "recipients"))]
    return [Bullets(tuple(found.values()))]


def _decisions(facts: ReviewFacts) -> Iterator[Sentence]:
    for document in facts.documents:
        if document.adoption:
            yield from _paper("adopted", document.adoption, quoted(document.title))
        for decision in document.changes:
            yield from _paper(decision.kind, decision, quoted(document.title))
        for decision in document.follow_ups:
            yield from _paper("followed_up", decision, quoted(document.title))
    if facts.assignment:
        yield from _paper("assignment", facts.assignment.given, facts.assignment.subject)


def _paper(key: str, decision: DecisionFacts, about: str) -> Iterator[Sentence]:
    """A decision nothing is known of is no paper; the background says what is missing."""
    known = named(decision)
    if known:
        text = say("basis", key, known=known, title=about, subject=about)
        yield told(text, of_decision(decision, about))


def _recipients(facts: ReviewFacts) -> Iterator[Sentence]:
    for document in facts.documents:
        decider = decider_of(document, facts.addressed)
        if decider and decider != facts.addressed:
            yield told(decider.name, of_rule(facts))
    for document in facts.documents:
        if document.department:
            yield told(document.department, _department(document, facts))
    assignment = facts.assignment
    if assignment and assignment.department:
        source = of_decision(assignment.given, assignment.subject)
        yield told(assignment.department, source)


def _department(document: DocumentFacts, facts: ReviewFacts) -> Source:
    return of_document("department", document, facts)
