"""From one of our own papers to a memo text."""

from collections.abc import Iterator

from vagvisare.memos.memo_text import PROPOSAL, MemoText, Said, Section
from vagvisare.memos.parsing.headings import role_of
from vagvisare.memos.parsing.leads import decider_in, is_lead
from vagvisare.writing.blocks import (
    Block,
    Bullets,
    Gap,
    Heading,
    NumberedList,
    Paper,
    Paragraph,
)
from vagvisare.writing.words import WORDS

_DATE, _DIARY_NO, _ADDRESSED = "datum", "diarienummer", "till"


def text_of(paper: Paper) -> MemoText:
    """Return what the paper says; a gap stands as its mark, "[saknas: ...]"."""
    meta = {label.casefold(): value or "" for label, value in paper.meta}
    return MemoText(
        title=paper.title,
        addressed=meta.get(_ADDRESSED, ""),
        day=meta.get(_DATE, ""),
        diary_no=meta.get(_DIARY_NO, ""),
        sections=tuple(_sections(paper)),
    )


def _sections(paper: Paper) -> Iterator[Section]:
    """Each heading of level 1 begins a part; deeper ones only say the place."""
    heading, below, blocks = "", "", list[tuple[str, Block]]()
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level == 1:
            if heading:
                yield _section(heading, blocks, paper.language)
            heading, below, blocks = block.text, "", []
        elif isinstance(block, Heading):
            below = block.text
        else:
            blocks.append((below, block))
    if heading:
        yield _section(heading, blocks, paper.language)


def _section(heading: str, blocks: list[tuple[str, Block]], language: str) -> Section:
    role, decider, said = role_of(heading), "", list[Said]()
    for below, block in blocks:
        place = f"{heading}, {below}" if below else heading
        words = _words(block, language)
        if role == PROPOSAL and isinstance(block, Paragraph) and is_lead(" ".join(words)):
            decider = decider_in(" ".join(words))
        elif isinstance(block, NumberedList):
            said += [
                Said(text, f"{place}, punkt {number}", decider)
                for number, text in enumerate(words, start=1)
            ]
        else:
            said += [Said(text, place, decider) for text in words]
    return Section(heading, role, tuple(said))


def _words(block: Block, language: str) -> list[str]:
    if isinstance(block, Paragraph):
        return [sentence.text for sentence in block.sentences]
    if isinstance(block, NumberedList | Bullets):
        return [sentence.text for sentence in block.items]
    return [WORDS[language].gap(block.missing)] if isinstance(block, Gap) else []
