"""How candidates are scored: a title names a type, in few words, above what it is the title of."""

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from vagvisare.reading.lines import Line
from vagvisare.reading.titles.joining import blocks_of, is_first_heading
from vagvisare.reading.titles.unlikely import has_verb, is_contents, typed
from vagvisare.reading.vocabulary import Vocabulary

NUMBERS = "#>-– 0123456789"  # what may stand before a name: "3 Mål", "# Plan", "> Riktlinje"
_HEAD_LINES, _HEAD_LENGTH = 60, 5_000  # lines, characters
_PARAGRAPH = 250  # characters: a line as long as this is running text
_EACH_BEFORE, _INSIDE = 0.12, 2.0  # points lost: for each candidate above, for standing in the text

# The shelf a document stands on, not its name: "Kommunala regler", "Lokala föreskrifter".
_SHELF = re.compile(
    r"(?:kommunala|lokala|lagstadgad|lagstadgade|interna|övergripande|gemensamma|gällande) \w+$"
)
_YEAR_LAST = re.compile(r"\s(?:19|20)\d\d$")  # "Vision 2030" is a name
# What stands under a title on a cover: "Antagen av ...", "Beslutsinstans:", "Dokumenttyp".
_COVER = re.compile(
    r"(?:antag(?:en|et|na)|fastställ(?:d|t|da)|beslut(?:ad|at|ade|sinstans|sdatum|ande)|dokument\w+|gäller)\b"
)


@dataclass(frozen=True)
class Head:
    """The head of a text, and where the text proper begins in it."""

    text: str
    lines: Sequence[Line]
    starts: Sequence[int]  # of the lines
    lower: str
    first_heading: float
    running_text: float
    vocabulary: Vocabulary
    told: frozenset[int]  # the starts of what the labels of the cover say


@dataclass(frozen=True, eq=False)
class _Candidate:
    """Lines that may be the title, and the candidates above them."""

    block: Sequence[Line]
    above: Sequence[Sequence[Line]]
    head: Head

    @cached_property
    def words(self) -> str:
        return " ".join(line.text for line in self.block)

    @cached_property
    def count(self) -> int:
        return len(self.words.split())

    @cached_property
    def bare(self) -> str:
        """The words in lower case, without a number before them."""
        return self.words.lower().strip(NUMBERS)

    @cached_property
    def following(self) -> str:
        """The line that stands under the candidate."""
        place = bisect_right(self.head.starts, self.block[-1].end)
        return self.head.lines[place].text if place < len(self.head.lines) else ""

    @cached_property
    def over_heading(self) -> bool:
        return is_first_heading(self.following)


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
        [line.start for line in head],
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

    Looks no further than where no line can get more than the best one has: further down the page
    a place is only worse.
    """
    best, index = -math.inf, -1
    blocks: list[list[Line]] = []
    for number, block in enumerate(blocks_of(head.lines, head.vocabulary)):
        place = _for_place(block[0].start, number, head)
        if place + _MOST <= best:
            break
        candidate = _Candidate(block, tuple(blocks), head)
        blocks.append(block)
        score = _scored(candidate, place, best)
        if score > best:
            best, index = score, number
    return (best, index, blocks) if blocks else None


def _scored(candidate: _Candidate, place: float, best: float) -> float:
    """Return the score; something below it or `best`, once the candidate cannot get more."""
    score, most = place, place + _MOST
    for points, holds in _POINTS:
        if holds(candidate):
            score += points
            most += min(points, 0)
        else:
            most -= max(points, 0)
        if most <= best:
            return most
    return score


def _for_place(start: int, number: int, head: Head) -> float:
    """Return the points for standing late and inside the text: none, or less."""
    inside = (start > head.first_heading) + (start > head.running_text)
    if start == head.first_heading and number > 0:
        inside = 2  # a heading of the text, under something that may be its title
    return -_EACH_BEFORE * number - _INSIDE * inside


def _names_type(candidate: _Candidate) -> bool:
    return typed(candidate.words, candidate.head.vocabulary)


def _is_over_cover(candidate: _Candidate) -> bool:
    return candidate.over_heading or bool(_COVER.match(candidate.following.lower()))


def _is_over_heading(candidate: _Candidate) -> bool:
    return candidate.over_heading


def _has_few_words(candidate: _Candidate) -> bool:
    return 2 <= candidate.count <= 14


def _has_many_words(candidate: _Candidate) -> bool:
    return candidate.count > 22


def _is_repeated(candidate: _Candidate) -> bool:
    if candidate.count < 2:
        return False
    text, words = candidate.head.text, candidate.block[0].text
    return text.find(words, text.find(words) + len(words)) >= 0


def _is_sentence(candidate: _Candidate) -> bool:
    ends = candidate.words[-1] in ".:" and not (candidate.count <= 8 and candidate.over_heading)
    return ends or has_verb(candidate.words.lower())


def _is_only_type(candidate: _Candidate) -> bool:
    if _YEAR_LAST.search(candidate.words):
        return False
    return candidate.bare in candidate.head.vocabulary.types or bool(_SHELF.match(candidate.bare))


def _is_page_header(candidate: _Candidate) -> bool:
    """Tell whether the words are a row of a page's head, or what a label of the cover says."""
    return " | " in candidate.words or candidate.block[0].start in candidate.head.told


def _is_shorter(candidate: _Candidate) -> bool:
    """Tell whether the head has the same name in full, later or before."""
    bare, end, head = candidate.bare, candidate.block[-1].end, candidate.head
    if candidate.count > 8 or len(bare) < 5:
        return False
    if head.lower.find(bare, end) >= 0:
        later = (line.text for line in head.lines if line.start > end)
        if any(_is_longer_name(line, bare) for line in later):
            return True
    names = (" ".join(line.text for line in other).lower() for other in candidate.above)
    return any(name.startswith(bare) and len(name) > len(bare) + 3 for name in names)


def _is_longer_name(line: str, bare: str) -> bool:
    full = line.lower().lstrip(NUMBERS)
    return (
        bare in full
        and len(full) > len(bare) + 3
        and " | " not in full
        and not has_verb(full)
        and not is_contents(line)
    )


# What a candidate gets and loses for what it is.
_POINTS: tuple[tuple[float, Callable[[_Candidate], bool]], ...] = (
    (2.5, _names_type),
    (0.2, _is_over_cover),
    (1.3, _is_over_heading),
    (0.6, _has_few_words),
    (0.5, _is_repeated),
    (-1.0, _has_many_words),
    (-1.0, _is_page_header),
    (-1.5, _is_shorter),
    (-3.0, _is_only_type),
    (-2.5, _is_sentence),
)
_MOST = sum(points for points, _ in _POINTS if points > 0)
