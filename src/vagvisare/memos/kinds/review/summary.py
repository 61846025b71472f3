"""Sammanfattning: what has happened, in a few sentences that can stand in the minutes."""

from collections.abc import Iterator

from vagvisare.memos.facts import ReviewFacts
from vagvisare.memos.kinds.review.sources import of_document, of_register, told
from vagvisare.memos.kinds.review.wording import counted, forms_of, quoted, say, spelled
from vagvisare.writing.blocks import Block, Paragraph, Sentence


def summary(facts: ReviewFacts) -> list[Block]:
    """Return one paragraph: over, not ended, proposed to be ended."""
    return [Paragraph(tuple(_one(facts) if len(facts.documents) == 1 else _many(facts)))]


def _one(facts: ReviewFacts) -> Iterator[Sentence]:
    (document,) = facts.documents
    last_day = spelled(document.last_day)
    span = of_document("span", document, facts)
    yield told(say("summary", "one", title=quoted(document.title), last_day=last_day), span)
    silence = of_document("silence", document, facts)
    yield told(say("summary", "one_then", **forms_of(document)), silence)
    yield told(say("summary", "propose_one"), span)


def _many(facts: ReviewFacts) -> Iterator[Sentence]:
    source = of_register(facts)
    yield told(say("summary", "many", count=counted(len(facts.documents))), source)
    yield told(say("summary", "propose_many"), source)
