"""Two texts side by side: paragraphs first, then the words inside those that were reworded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from vagvisare.register.text.paragraphs import Paragraph, paragraphs_of

SAME, STRUCK, INSERTED, REWORDED = "same", "struck", "inserted", "reworded"
# The share of words in common from which a paragraph counts as reworded and not as another one.
LIKENESS = 0.35
MOST_PAIRS = 40_000  # more than this in one gap: only labels are followed


@dataclass(frozen=True)
class Piece:
    """Words that stand in both (same), only before (struck) or only after (inserted)."""

    change: str
    text: str


@dataclass(frozen=True)
class Row:
    """A paragraph before and after; one of them is missing where it was inserted or struck."""

    change: str
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    place: str = ""
    level: int = 0


def compared(before: str, after: str) -> list[Row]:
    """Return the paragraphs of both texts in order, paired."""
    old = [p for p in paragraphs_of(before) if p.words]
    new = [p for p in paragraphs_of(after) if p.words]
    matcher = SequenceMatcher(None, [p.words for p in old], [p.words for p in new], autojunk=False)
    rows: list[Row] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            rows += [_same(paragraph) for paragraph in new[j1:j2]]
        else:
            rows += _paired(old[i1:i2], new[j1:j2])
    return rows


def counted(rows: Sequence[Row]) -> dict[str, int]:
    """Return how many paragraphs were reworded, inserted and struck."""
    return {kind: sum(row.change == kind for row in rows) for kind in (REWORDED, INSERTED, STRUCK)}


def _same(paragraph: Paragraph) -> Row:
    piece = (Piece(SAME, paragraph.words),)
    return Row(SAME, piece, piece, paragraph.place, paragraph.level)


def _paired(old: list[Paragraph], new: list[Paragraph]) -> Iterator[Row]:
    """What changed between two equal stretches: the best pairs in order, the rest by themselves."""
    i = j = 0
    for a, b in [*_pairs(old, new), (len(old), len(new))]:
        yield from (_one_sided(STRUCK, p) for p in old[i:a])
        yield from (_one_sided(INSERTED, p) for p in new[j:b])
        if a < len(old) and b < len(new):
            before, after = words_compared(old[a].words, new[b].words)
            yield Row(REWORDED, before, after, new[b].place, new[b].level)
        i, j = a + 1, b + 1


def _one_sided(change: str, paragraph: Paragraph) -> Row:
    pieces = (Piece(change, paragraph.words),)
    before, after = (pieces, ()) if change == STRUCK else ((), pieces)
    return Row(change, before, after, paragraph.place, paragraph.level)


def _pairs(old: list[Paragraph], new: list[Paragraph]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that are most alike taken together."""
    if len(old) * len(new) > MOST_PAIRS:
        labels = SequenceMatcher(None, [p.place for p in old], [p.place for p in new], False)
        blocks = labels.get_matching_blocks()
        return [(m.a + k, m.b + k) for m in blocks for k in range(m.size)]
    sets = [[set(p.words.casefold().split()) for p in side] for side in (old, new)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(p, q, a, b) for q, b in zip(new, sets[1], strict=True)]
             for p, a in zip(old, sets[0], strict=True)]  # fmt: skip
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return list(_walked(best, alike))


def _walked(best: list[list[float]], alike: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(alike) and j < len(alike[i]):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(p: Paragraph, q: Paragraph, a: set[str], b: set[str]) -> float:
    """0 where they are two different paragraphs; the same label says that they are one."""
    shared = 2 * len(a & b) / (len(a) + len(b))
    if p.label and p.label == q.label and p.level == q.level:
        return 1 + shared
    return shared if shared >= LIKENESS and p.level == q.level else 0.0


def words_compared(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both wordings cut into what they share and what only one has."""
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    matcher = SequenceMatcher(
        None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False
    )
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        same = kind == "equal"
        if i1 < i2:
            left.append(Piece(SAME if same else STRUCK, "".join(old[i1:i2])))
        if j1 < j2:
            right.append(Piece(SAME if same else INSERTED, "".join(new[j1:j2])))
    return tuple(left), tuple(right)
