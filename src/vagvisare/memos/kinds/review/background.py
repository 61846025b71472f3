"""Bakgrund: what the register knows of each document, told in order."""

from collections.abc import Iterator

from vagvisare.memos.facts import DecisionFacts, DocumentFacts, ReviewFacts
from vagvisare.memos.kinds.review.sources import decision_gaps, of_decision, of_document, told
from vagvisare.memos.kinds.review.wording import (
    duration,
    forms_of,
    in_text,
    quoted,
    say,
    spelled,
    when_told,
)
from vagvisare.writing.blocks import Block, Heading, Paragraph, Sentence


def background(facts: ReviewFacts) -> list[Block]:
    """Return the story of each document, under a heading of its own when there are several."""
    blocks: list[Block] = []
    for document in facts.documents:
        if len(facts.documents) > 1:
            blocks.append(Heading(document.title, level=2))
        blocks += _story(document, facts)
    if facts.assignment:
        blocks += _assignment(facts)
    return blocks


def _story(document: DocumentFacts, facts: ReviewFacts) -> Iterator[Block]:
    yield Paragraph((*_beginning(document, facts), *_changes(document)))
    if document.adoption:
        yield from decision_gaps(document.adoption, _of("of_adoption", document))
    for decision in document.changes:
        yield from decision_gaps(decision, _of("of_change", document))
    for follow_up in document.follow_ups:
        yield Paragraph(tuple(_follow_up(follow_up, document)))
        yield from decision_gaps(follow_up, _of("of_follow_up", document), number=False)
    if not document.follow_ups:
        silence = of_document("no_follow_up", document, facts)
        yield Paragraph((told(say("background", "no_follow_up"), silence),))
    yield Paragraph((_over(document, facts),))


def _beginning(document: DocumentFacts, facts: ReviewFacts) -> Iterator[Sentence]:
    adoption, term = document.adoption, of_document("span", document, facts)
    if adoption:
        dnr = f" (dnr {adoption.diary_no})" if adoption.diary_no else ""
        text = say(
            "background",
            "adopted",
            body=in_text(adoption.body),
            title=quoted(document.title),
            told=when_told(adoption),
            dnr=dnr,
        )
        yield told(text, of_decision(adoption, _of("of_adoption", document)))
    else:
        yield told(say("background", "adopted_unknown", title=quoted(document.title)), term)
    first_end = adoption.last_day if adoption else None
    last_day, forms = spelled(first_end or document.last_day), forms_of(document)
    if document.first_day:
        first_day = spelled(document.first_day)
        text = say("background", "term", first_day=first_day, last_day=last_day, **forms)
    else:
        text = say("background", "term_end", last_day=last_day, **forms)
    yield told(text, term)


def _changes(document: DocumentFacts) -> Iterator[Sentence]:
    for decision in document.changes:
        until = decision.kind == "revised" and decision.last_day
        text = say(
            "background",
            "revised_until" if until else decision.kind,
            body=in_text(decision.body),
            told=when_told(decision),
            last_day=spelled(decision.last_day or document.last_day),
        )
        yield told(text, of_decision(decision, _of("of_change", document)))


def _follow_up(decision: DecisionFacts, document: DocumentFacts) -> Iterator[Sentence]:
    source = of_decision(decision, _of("of_follow_up", document))
    text = say("background", "followed_up", body=in_text(decision.body), told=when_told(decision))
    yield told(text, source)
    if decision.because:
        because = " ".join(decision.because.split())
        yield told(say("background", "followed_up_because", because=because), source)


def _over(document: DocumentFacts, facts: ReviewFacts) -> Sentence:
    source = of_document("span", document, facts)
    if not document.years and not document.days:
        return told(say("background", "over_yesterday"), source)
    text = say(
        "background",
        "over",
        day=spelled(facts.day),
        duration=duration(document.years, document.days),
    )
    return told(text, source)


def _assignment(facts: ReviewFacts) -> Iterator[Block]:
    assignment = facts.assignment
    assert assignment is not None  # the caller asked
    given = assignment.given
    text = say(
        "background",
        "assignment",
        body=in_text(given.body),
        told=when_told(given),
        subject=assignment.subject,
    )
    of = say("gap", "of_assignment")
    yield Paragraph((told(text, of_decision(given, of)),))
    yield from decision_gaps(given, of, number=False)


def _of(key: str, document: DocumentFacts) -> str:
    return say("gap", key, title=quoted(document.title))
