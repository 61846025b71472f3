"""A paper as an accessible page: every sentence with its number, every source with its link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from vagvisare.memos.checks.rule import Remark
from vagvisare.memos.memo_text import MemoText
from vagvisare.register.models import Act
from vagvisare.writing.blocks import (
    Block,
    Bullets,
    Gap,
    Heading,
    NumberedList,
    Paper,
    Sentence,
    SignatureLines,
    Source,
)
from vagvisare.writing.sources import numbered_sources, sentences_of
from vagvisare.writing.words import WORDS


@dataclass(frozen=True)
class ShownSentence:
    """number  of its source; None: the writer's own. first  whether the source is met here."""

    text: str
    number: int | None
    first: bool


@dataclass(frozen=True)
class ShownBlock:
    """kind  heading, subheading, paragraph, points, bullets, gap or signatures."""

    kind: str
    text: str = ""
    anchor: str = ""
    sentences: tuple[ShownSentence, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownSource:
    """A source in the list at the end; without an address it is no page of ours."""

    number: int
    label: str
    address: str


@dataclass(frozen=True)
class ShownPaper:
    """What the template shows."""

    kind: str
    meta: tuple[tuple[str, str | None], ...]
    blocks: tuple[ShownBlock, ...]
    sources: tuple[ShownSource, ...]
    anchors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ShownRemark:
    """A remark, with the anchor of the part it is about, if that is on the page."""

    remark: Remark
    anchor: str


def shown(paper: Paper) -> ShownPaper:
    """Return the paper as the page shows it. One query, for the documents behind decisions."""
    numbers = numbered_sources(paper)
    met: set[int] = set()
    headings = [block for block in paper.blocks if isinstance(block, Heading)]
    anchors = {block.text: f"part-{number}" for number, block in enumerate(headings, start=1)}
    return ShownPaper(
        kind=paper.kind,
        meta=paper.meta,
        blocks=tuple(_block(block, numbers, met, anchors, paper) for block in paper.blocks),
        sources=tuple(_sources(numbers)),
        anchors=anchors,
    )


def placed(remarks: Sequence[Remark], paper: ShownPaper) -> list[ShownRemark]:
    """Return the remarks with their anchors; a place is a heading and what stands below it."""
    return [ShownRemark(remark, _anchor(remark.place, paper.anchors)) for remark in remarks]


def nothing_found(text: MemoText) -> bool:
    """Whether the text has no headings of a memo, so that the remarks say little."""
    return not any(part.role for part in text.sections)


def file_name(kind: str, title: str, ending: str) -> str:
    """Return a name that every file system takes: "Tjänsteskrivelse Upphävande av X.docx"."""
    name = re.sub(r'[\x00-\x1f\\/:*?"<>|]+', " ", f"{kind} {title}")
    return " ".join(name.split())[:120].rstrip(". ") + ending


def _anchor(place: str, anchors: dict[str, str]) -> str:
    below = (anchors[part] for part in (place, place.split(", ")[0]) if part in anchors)
    return next(below, "")


def _block(
    block: Block,
    numbers: dict[Source, int],
    met: set[int],
    anchors: dict[str, str],
    paper: Paper,
) -> ShownBlock:
    match block:
        case Heading():
            kind = "heading" if block.level == 1 else "subheading"
            return ShownBlock(kind, text=block.text, anchor=anchors[block.text])
        case Gap():
            return ShownBlock("gap", text=WORDS[paper.language].gap(block.missing))
        case SignatureLines():
            return ShownBlock("signatures", roles=block.roles)
    kind = {NumberedList: "points", Bullets: "bullets"}.get(type(block), "paragraph")
    sentences = tuple(_sentence(sentence, numbers, met) for sentence in sentences_of(block))
    return ShownBlock(kind, sentences=sentences)


def _sentence(sentence: Sentence, numbers: dict[Source, int], met: set[int]) -> ShownSentence:
    if sentence.source is None:
        return ShownSentence(sentence.text, None, first=False)
    number = numbers[sentence.source]
    first = number not in met
    met.add(number)
    return ShownSentence(sentence.text, number, first)


def _sources(numbers: dict[Source, int]) -> list[ShownSource]:
    acts = [int(source.key) for source in numbers if source.kind == "act"]
    documents = dict(Act.objects.filter(pk__in=acts).values_list("pk", "document_id"))
    return [
        ShownSource(number, source.label, _address(source, documents))
        for source, number in numbers.items()
    ]


def _address(source: Source, documents: dict[int, int]) -> str:
    """Return the page that shows the source, or nothing."""
    match source.kind:
        case "act" if int(source.key) in documents:
            return reverse("desk:register:document", args=[documents[int(source.key)]])
        case "document":
            return reverse("desk:register:document", args=[int(source.key)])
        case "decision":
            return reverse("desk:decisions:assignments")
        case "register":
            standing, _, day = source.key.partition(":")
            return reverse("desk:register:list") + f"?standing={standing}&on={day}"
    return ""
