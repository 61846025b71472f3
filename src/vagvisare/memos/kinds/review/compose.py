"""From what the register says to the whole memo. Values in, a paper out."""

from collections.abc import Callable, Mapping

from vagvisare.memos.facts import Layout, ReviewFacts
from vagvisare.memos.kinds.review.assessment import assessment
from vagvisare.memos.kinds.review.background import background
from vagvisare.memos.kinds.review.lists import basis, recipients
from vagvisare.memos.kinds.review.proposal import proposal
from vagvisare.memos.kinds.review.summary import summary
from vagvisare.memos.kinds.review.wording import LANGUAGE, counted, say, wording
from vagvisare.memos.sentences import split_paragraphs, split_sentences
from vagvisare.writing.blocks import (
    Block,
    Gap,
    Heading,
    Paper,
    Paragraph,
    Sentence,
    SignatureLines,
)

# Role in the profile's headings -> what the register gives. "sources" is left to the writers of
# Word and PDF, which list them last.
SECTIONS: dict[str, Callable[[ReviewFacts], list[Block]]] = {
    "proposal": proposal,
    "summary": summary,
    "background": background,
    "assessment": assessment,
    "consequences": lambda facts: [],
    "basis": basis,
    "recipients": recipients,
}
WITH_OWN_TEXT = ("summary", "background", "assessment")


def title_of(facts: ReviewFacts) -> str:
    """Return the memo's title: one document by name, several by number."""
    number = len(facts.documents)
    if number == 1:
        return say("title", "one", title=facts.documents[0].title)
    return say("title", "many", count=counted(number))


def own_fields(layout: Layout) -> dict[str, str]:
    """Return key -> heading of the places where the writer adds words, in the paper's order."""
    fields: dict[str, str] = {}
    for role, heading in layout.headings.items():
        if role in WITH_OWN_TEXT:
            fields[role] = heading
        elif role == "consequences":
            fields |= {_consequence_key(name): name for name in layout.consequences}
    return fields


def compose(facts: ReviewFacts, own: Mapping[str, str]) -> Paper:
    """Return the memo: the register's sentences with their sources, `own` marked as the writer's.

    own  key of `own_fields` -> text; paragraphs are kept apart by empty lines
    """
    blocks: list[Block] = []
    for role, heading in facts.layout.headings.items():
        if role in SECTIONS:
            blocks.append(Heading(heading))
            blocks += SECTIONS[role](facts)
            blocks += _own(own.get(role, "")) if role in WITH_OWN_TEXT else []
        if role == "consequences":
            blocks += _consequences(facts.layout, own)
    blocks.append(SignatureLines(facts.layout.signatories))
    return Paper(
        title=title_of(facts),
        language=LANGUAGE,
        kind=facts.layout.kind_name,
        sender=facts.layout.municipality,
        meta=_meta(facts),
        blocks=tuple(blocks),
    )


def _meta(facts: ReviewFacts) -> tuple[tuple[str, str | None], ...]:
    labels = wording()["meta"]
    return (
        (labels["date"], facts.day.isoformat()),
        (labels["diary_no"], facts.diary_no or None),
        (labels["addressed"], facts.addressed.name),
    )


def _consequences(layout: Layout, own: Mapping[str, str]) -> list[Block]:
    """The register knows no consequences: the writer's words, or a gap that says so."""
    blocks: list[Block] = []
    for name in layout.consequences:
        written = _own(own.get(_consequence_key(name), ""))
        gap = Gap(say("gap", "consequence", name=name.lower()))
        blocks += [Heading(name, level=2), *(written or [gap])]
    return blocks


def _own(text: str) -> list[Block]:
    return [
        Paragraph(tuple(Sentence(sentence, own=True) for sentence in split_sentences(paragraph)))
        for paragraph in split_paragraphs(text)
    ]


def _consequence_key(name: str) -> str:
    return f"consequences:{name}"
