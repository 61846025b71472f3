"""The best of the lines of the head, by what a title looks like."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from vagvisare.reading.lines import Line
from vagvisare.reading.text import as_value
from vagvisare.reading.titles.joining import blocks_of, is_first_heading
from vagvisare.reading.titles.title import Title, joined
from vagvisare.reading.titles.unlikely import has_verb, is_contents, typed
from vagvisare.reading.vocabulary import Vocabulary

_HEAD_LINES, _HEAD_LENGTH = 60, 5_000
_PARAGRAPH = 250  # characters: a line as long as this is running text
_SURE, _LIKELY = 3, 1.5  # scores

# What a candidate gets for what it is, and loses.
_TYPED, _BEFORE_HEADING, _FEW_WORDS, _REPEATED = 2.5, 1.5, 0.6, 0.5
_BEFORE_DECISION = 0.8
_EACH_BEFORE, _SENTENCE, _INSIDE, _BARE, _SHORTER = 0.12, 2.5, 2.0, 2.5, 1.5
_MOST = _TYPED + _BEFORE_HEADING + _FEW_WORDS + _REPEATED
_NUMBERS = "#>-– 0123456789"
# The shelf a document stands on, not its name: "Kommunala regler", "Lokala föreskrifter".
_SHELF = re.compile(r"(?:kommunala|lokala|interna|övergripande|gemensamma|gällande) \w+$")


# What stands under a title on a cover: "Antagen av ...", "Beslutsinstans:", "Dokumenttyp".
_DECISION = re.compile(
    r"(?:antag(?:en|et|na)|fastställ(?:d|t|da)|beslut(?:ad|at|ade|sinstans|sdatum|ande)|dokument\w+|gäller)\b"
)


@dataclass(frozen=True)
class Head:
    """The head of a text, and where the text proper begins in it."""

    text: str
    lines: Sequence[Line]
    lower: str
    first_heading: float
    running_text: float
    vocabulary: Vocabulary
    told: frozenset[int]  # the starts of lines that are a label's value


def head_of(text: str, lines: Sequence[Line], vocabulary: Vocabulary, told: frozenset[int]) -> Head:
    """Return the head of the text."""
    head = [line for line in lines[:_HEAD_LINES] if line.start < _HEAD_LENGTH]
    headings = (line.start for line in head if _is_heading(line.text))
    paragraphs = (
        line.start for line in head if len(line.text) > _PARAGRAPH and has_verb(line.text.lower())
    )
    return Head(
        text,
        head,
        text[: head[-1].end if head else 0].lower(),
        next(headings, math.inf),
        next(paragraphs, math.inf),
        vocabulary,
        told,
    )


def _is_heading(words: str) -> bool:
    """Tell whether a line is the first heading, not its entry in the list of contents."""
    return (
        len(words) < 60
        and not words[-1].isdigit()
        and len(words.split()) <= 4
        and is_first_heading(words)
        and not is_contents(words)
    )


def best_of(head: Head) -> tuple[float, int, list[list[Line]]] | None:
    """Return the best score, which of the blocks has it, and the blocks looked at.

    Looks no further than where no line can get more than the best one has.
    """
    best, index = -math.inf, -1
    blocks: list[list[Line]] = []
    for number, block in enumerate(blocks_of(head.lines, head.vocabulary)):
        blocks.append(block)
        place = _for_place(block, number, head)
        if place + _MOST <= best:
            break
        score = place + _for_words(block, blocks, head)
        if score > best:
            best, index = score, number
    return (best, index, blocks) if blocks else None


def _for_place(block: Sequence[Line], number: int, head: Head) -> float:
    """Return what a candidate loses for standing late, and inside the text."""
    start = block[0].start
    inside = (start > head.first_heading) + (start > head.running_text)
    return -_EACH_BEFORE * number - _INSIDE * inside


def _for_words(block: Sequence[Line], blocks: Sequence[Sequence[Line]], head: Head) -> float:
    words = " ".join(line.text for line in block)
    lower, count = words.lower(), len(words.split())
    bare = lower.strip(_NUMBERS)
    before = _before_first_heading(block, head)
    score = _TYPED if typed(words, head.vocabulary) else 0.0
    score += _BEFORE_HEADING if before else _BEFORE_DECISION if _before_decision(block, head) else 0
    score += _FEW_WORDS if 2 <= count <= 14 else -1.0 if count > 22 else 0.0
    if (words[-1] in ".:" and not (count <= 8 and before)) or has_verb(lower):
        score -= _SENTENCE
    if bare in head.vocabulary.types or _SHELF.match(bare):
        score -= _BARE
    if count > 1 and head.text.count(block[0].text) > 1:
        score += _REPEATED
    if " | " in words or block[0].start in head.told:
        score -= 1
    return score - (_SHORTER if _is_shorter(bare, count, block, blocks, head) else 0)


def _is_shorter(
    bare: str,
    count: int,
    block: Sequence[Line],
    blocks: Sequence[Sequence[Line]],
    head: Head,
) -> bool:
    """Tell whether the head has the same name in full, later or before."""
    if count > 8 or len(bare) < 5:
        return False
    if head.lower.find(bare, block[-1].end) >= 0:
        later = (line.text for line in head.lines if line.start > block[-1].end)
        if any(_is_longer_name(line, bare) for line in later):
            return True
    earlier = (" ".join(line.text for line in other).lower() for other in blocks[:-1])
    return any(other.startswith(bare) and len(other) > len(bare) + 3 for other in earlier)


def _is_longer_name(line: str, bare: str) -> bool:
    """Tell whether a later line of the head is the same name in full."""
    full = line.lower().lstrip(_NUMBERS)
    return (
        bare in full
        and len(full) > len(bare) + 3
        and " | " not in full
        and not has_verb(full)
        and not is_contents(line)
    )


def _before_first_heading(block: Sequence[Line], head: Head) -> bool:
    """Tell whether the first heading of the text proper follows right after the block."""
    after = next((line for line in head.lines if line.start > block[-1].end), None)
    return after is not None and is_first_heading(after.text)


def _before_decision(block: Sequence[Line], head: Head) -> bool:
    """Tell whether the line after the block says who adopted the document, or is a cover's label."""
    after = next((line for line in head.lines if line.start > block[-1].end), None)
    return after is not None and bool(_DECISION.match(after.text.lower()))


_LEADING_NUMBER = re.compile(r"^(?:\d{1,2}\s+|[-–•]\s*)(?=[A-ZÅÄÖa-zåäö])")
# What hangs on a name without being of it: "( )", "Flik 3.3", ", rev", "(SFS 1998:1)".
_HANGS_ON = re.compile(r"^Flik\s+\d+(?:\.\d+)*\s+|\s*\(\s*\)$|,\s*rev\.?$|\s*\(SFS \d{4}:\d+\)")
_NAME_AND_YEAR = re.compile(r"[A-ZÅÄÖ]\w+\s+(?:19|20)\d\d")


def heading(
    text: str, lines: Sequence[Line], vocabulary: Vocabulary, told: frozenset[int] = frozenset()
) -> Title | None:
    """Return the title that stands in the head of the text, None when no line can be one."""
    head = head_of(text, lines, vocabulary, told)
    found = best_of(head)
    if found is None:
        return None
    score, index, blocks = found
    if score < 0 and blocks[index][0].start > head.first_heading:
        return None  # a text that begins without its title
    title = joined(
        text, blocks[index], 0.88 if score >= _SURE else 0.75 if score >= _LIKELY else 0.55
    )
    title = _with_years(title, text, vocabulary)
    if index == 1 and _NAME_AND_YEAR.fullmatch(title.value):
        title = _with_name_above(title, blocks[0][0].start, text)
    return _bare(title)


def _with_name_above(title: Title, start: int, text: str) -> Title:
    """Return "Taxa 2025" with the name that stands on the line above it at the very top."""
    return Title(as_value(text[start : title.end]), start, title.end, 0.75)


def _with_years(title: Title, text: str, vocabulary: Vocabulary) -> Title:
    """Return a bare name ("Biblioteksplan") as the text itself prints it with place and years."""
    bare = title.value.strip(_NUMBERS)
    if " " in bare or vocabulary.type_of(bare) is None or bare.casefold() in vocabulary.types:
        return title
    full = re.search(
        rf"{re.escape(bare)}\s(?:(?:för\s)?[A-ZÅÄÖ]\w+s?\s(?:kommun|stad)s?,?\s)(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d",
        text,
    )
    return Title(as_value(full[0]), full.start(), full.end(), 0.75) if full else title


def _bare(title: Title) -> Title:
    """Return the title without its number and what hangs on it."""
    number = _LEADING_NUMBER.match(title.value)
    skip = number.end() if number else 0
    value = _HANGS_ON.sub("", title.value[skip:])
    return Title(value.rstrip(" -–."), title.start + skip, title.end, title.confidence)
