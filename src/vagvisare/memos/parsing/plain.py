"""From pasted text to a memo text. General: known headings, short lines alone, numbered points."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vagvisare.memos.memo_text import BASIS, PROPOSAL, RECIPIENTS, MemoText, Said, Section
from vagvisare.memos.parsing.head import Head, read_head
from vagvisare.memos.parsing.headings import is_known, role_of
from vagvisare.memos.parsing.leads import decider_in, is_lead, proposer_in
from vagvisare.memos.sentences import split_sentences

_POINT = re.compile(r"\s*(?:\d{1,2}[.)]|[-–•*])\s+|(?=\s*att\s)")
_LONGEST_HEADING = 90

Block = list[str]


def parse(text: str) -> MemoText:
    """Return what the text says, as far as its layout tells."""
    blocks = list(_blocks(text))
    first = next((number for number, block in enumerate(blocks) if _begins_part(block[0])), None)
    above = blocks if first is None else blocks[:first]
    head = read_head([line for block in above for line in block])
    below = blocks if first is None else blocks[first:]
    sections = tuple(_sections(below))
    return _with_addressed(head, sections, text)


def _with_addressed(head: Head, sections: tuple[Section, ...], text: str) -> MemoText:
    """Where the head names no body, the words above the points may."""
    addressed = head.addressed
    if not addressed:
        leads = [line for line in text.splitlines() if role_of(line) == PROPOSAL or is_lead(line)]
        named = (proposer_in(line) or decider_in(line) for line in leads)
        addressed = next((body for body in named if body), "")
    return MemoText(head.title, addressed, head.day, head.diary_no, sections)


def _blocks(text: str) -> Iterator[Block]:
    """Runs of lines that empty lines or known headings keep apart."""
    block: Block = []
    for line in [*text.replace("\f", "\n\n").splitlines(), ""]:
        alone = _begins_part(line)
        if block and (alone or not line.strip()):
            yield block
            block = []
        if alone:
            yield [line.strip()]
        elif line.strip():
            block.append(line.strip())


def _begins_part(line: str) -> bool:
    return is_known(line) or (role_of(line) == PROPOSAL and len(line) <= _LONGEST_HEADING)


def _sections(blocks: list[Block]) -> Iterator[Section]:
    current = Section("", "")
    decider = ""
    for number, block in enumerate(blocks):
        follows = blocks[number + 1] if number + 1 < len(blocks) else None
        if current.role == PROPOSAL and is_lead(" ".join(block)):
            decider = decider_in(" ".join(block))
        elif _begins_part(block[0]) or (_may_end(current) and _is_heading(block, follows)):
            yield from _kept(current)
            current = Section(block[0].strip(" :"), role_of(block[0]))
            decider = decider_in(block[0]) if current.role == PROPOSAL else ""
        elif current.role == PROPOSAL and current.said and not _is_list(block):
            # Signatures, or the text itself without a heading: the points are over.
            yield from _kept(current)
            current = replace(Section("", ""), said=tuple(_said(block, Section("", ""), "")))
        else:
            said = _said(block, current, decider)
            current = replace(current, said=current.said + tuple(said))
    yield from _kept(current)


def _kept(section: Section) -> Iterator[Section]:
    """Leave out what is neither headed nor says anything."""
    if section.heading or section.said:
        yield section


def _may_end(section: Section) -> bool:
    """Whether an unknown short line can head a new part: not in a list of papers or people."""
    if section.role == PROPOSAL:
        return bool(section.said)
    return section.role not in (BASIS, RECIPIENTS)


def _is_heading(block: Block, follows: Block | None) -> bool:
    if len(block) > 1:
        return False
    line = block[0]
    looks_like = line[:1].isupper() and line[-1] not in ".,;:!?”" and not _POINT.match(line)
    return looks_like and len(line) <= _LONGEST_HEADING and follows is not None


def _is_list(block: Block) -> bool:
    return bool(_POINT.match(block[0]))


def _said(block: Block, section: Section, decider: str) -> Iterator[Said]:
    place = section.heading
    if section.role == PROPOSAL:
        numbered = len(section.said)
        for number, point in enumerate(_points(block), start=numbered + 1):
            yield Said(point, f"{place}, punkt {number}", decider)
    elif section.role in (BASIS, RECIPIENTS):
        for line in block:
            yield Said(_POINT.sub("", line, count=1).strip(), place)
    else:
        for sentence in split_sentences(" ".join(block)):
            yield Said(sentence, place)


def _points(block: Block) -> list[str]:
    """The numbered or bulleted points, with their continuation lines; else the sentences."""
    if not _is_list(block):
        return split_sentences(" ".join(block))
    points: list[list[str]] = []
    for line in block:
        if _POINT.match(line) or not points:
            points.append([_POINT.sub("", line, count=1).strip()])
        else:
            points[-1].append(line)
    return [" ".join(lines) for lines in points]
