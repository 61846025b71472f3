"""Förvaltningens bedömning: what follows from what the register knows."""

from collections.abc import Iterator

from vagvisare.memos.facts import BodyFacts, DocumentFacts, ReviewFacts
from vagvisare.memos.kinds.review.sources import (
    of_decision,
    of_document,
    of_register,
    of_rule,
    told,
)
from vagvisare.memos.kinds.review.wording import forms_of, in_text, quoted, say, spelled
from vagvisare.memos.rules import decider_of
from vagvisare.writing.blocks import Block, Paragraph, Sentence


def assessment(facts: ReviewFacts) -> list[Block]:
    """Return the conclusion on each document, on a review of all, and on the assignment."""
    blocks: list[Block] = [
        Paragraph(tuple(_conclusion(document, facts))) for document in facts.documents
    ]
    competence = tuple(_competence(facts))
    if competence:
        blocks.append(Paragraph(competence))
    if facts.propose_review:
        source = of_register(facts)
        count, day = str(facts.over_count), spelled(facts.day)
        counted = told(say("assessment", "review", count=count, day=day), source)
        blocks.append(Paragraph((counted, told(say("assessment", "review_then"), source))))
    if facts.assignment:
        subject = facts.assignment.subject
        source = of_decision(facts.assignment.given, subject)
        answered = told(say("assessment", "assignment", subject=subject), source)
        blocks.append(Paragraph((answered,)))
    return blocks


def _conclusion(document: DocumentFacts, facts: ReviewFacts) -> Iterator[Sentence]:
    title, forms = quoted(document.title), forms_of(document)
    silence = of_document("silence", document, facts)
    yield told(say("assessment", "conclude", title=title), silence)
    yield told(say("assessment", "repeal", **forms), silence)
    if decider_of(document, facts.addressed) is None:
        text = say("assessment", "competence_unknown", title=title, **forms)
        yield told(text, silence)


def _competence(facts: ReviewFacts) -> Iterator[Sentence]:
    """Why the memo's body only proposes, once for each body that decides instead."""
    by_decider: dict[BodyFacts, list[str]] = {}
    for document in facts.documents:
        decider = decider_of(document, facts.addressed)
        if decider and decider != facts.addressed:
            by_decider.setdefault(decider, []).append(quoted(document.title))
    for decider, titles in by_decider.items():
        text = say(
            "assessment",
            "competence_other" if len(titles) == 1 else "competence_other_many",
            title=titles[0],
            body=in_text(decider),
            addressed=in_text(facts.addressed),
        )
        yield told(text, of_rule(facts))
