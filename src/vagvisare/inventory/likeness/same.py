"""Are two files versions of one document? Pure."""

import difflib
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from vagvisare.inventory.likeness.signature import HASHES, band_of, folded_words, likeness

# Measured on generated papers (tests/inventory/likeness): a plan and its revision have 0.24 to 1.0
# in common, a scan and its original 0.4 to 0.75, one text as Word and PDF 0.9 to 1.0; papers of one
# template 0.8 to 0.95, so that only their titles part them. Among 140 real papers no two different
# ones had more than 0.62.
ALIKE_TITLED = 0.2
UNTITLED = 0.8
# Four rows a band: two texts that have 0.6 in common share a band in 99 cases of 100.
_ROWS = 4
_MOST_COMPARED = 12  # of those that share a band; more are of one template, or joined already
_LIKE_WORD = 0.8  # of two spellings, one of them by OCR: "biblioteksplan", "bibliotekspian"
_TELLS_NOTHING = ("kommun", "kommuns", "kommunens", "for", "i")  # of what a title is about
_FEWEST_LETTERS = 6  # of a title that may name a document by itself


@dataclass(frozen=True)
class Paper:
    """What is known of a file that may be a version of another's document."""

    key: int
    signature: bytes = b""
    title: str = ""
    municipality: str = ""
    body: str = ""
    document_type: str = ""

    @cached_property
    def title_words(self) -> tuple[str, ...]:
        """The words of the title without the years, and without whose it is."""
        whose = {*_folded(self.municipality), *_TELLS_NOTHING}
        return tuple(w for w in _folded(self.title) if w not in whose)

    @cached_property
    def name(self) -> Hashable | None:
        """What two versions have in common where their texts do not tell; None where too little."""
        letters = sum(map(len, self.title_words))
        only_type = self.title_words == _folded(self.document_type)
        if not (self.body and self.document_type) or only_type or letters < _FEWEST_LETTERS:
            return None
        return (*map(_folded, (self.municipality, self.body, self.document_type)), self.title_words)


@lru_cache(maxsize=2**14)
def _folded(value: str) -> tuple[str, ...]:
    """The words of a value that many papers have in common, for all of them the same tuple."""
    return tuple(map(sys.intern, folded_words(value)))


def are_versions(one: Paper, other: Paper) -> bool:
    """Tell whether two files are versions of one document.

    A title that names something else parts papers however alike their texts are: they are of one
    template, and the name of a school may be the only word that differs.
    """
    if one.municipality and other.municipality and one.municipality != other.municipality:
        return False
    if one.name is not None and one.name == other.name:
        return True
    titled = bool(one.title_words and other.title_words)
    if titled and not _alike_titled(one, other):
        return False
    return likeness(one.signature, other.signature) >= (ALIKE_TITLED if titled else UNTITLED)


def _alike_titled(one: Paper, other: Paper) -> bool:
    if len(one.title_words) != len(other.title_words):
        return False
    pairs = zip(one.title_words, other.title_words, strict=True)
    return all(a == b or _one_word(a, b) for a, b in pairs)


@lru_cache(maxsize=2**16)
def _one_word(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other).ratio() >= _LIKE_WORD


def groups_of(papers: Sequence[Paper]) -> list[list[int]]:
    """Return the keys of each document with more than one file, lowest first.

    Near-linear: a file is compared with the few that share a band or a title with it. Beside the
    papers, one band's table is in memory at a time.
    """
    roots = {paper.key: paper.key for paper in papers}
    for bucket in _buckets(papers):
        _join(bucket, roots)
    groups: Mapping[int, list[int]] = _by_root(roots)
    return sorted(sorted(keys) for keys in groups.values() if len(keys) > 1)


def _buckets(papers: Sequence[Paper]) -> Iterator[Iterable[list[Paper]]]:
    """The papers that may be one document, table after table."""
    yield _table((paper.title_words, paper) for paper in papers if paper.title_words)
    signed = [paper for paper in papers if paper.signature]
    for band in range(HASHES // _ROWS):
        yield _table((band_of(p.signature, band, _ROWS), p) for p in signed)


def _table(pairs: Iterable[tuple[Hashable, Paper]]) -> list[list[Paper]]:
    table: dict[Hashable, list[Paper]] = defaultdict(list)
    for key, paper in pairs:
        table[key].append(paper)
    return [papers for papers in table.values() if len(papers) > 1]


def _join(buckets: Iterable[list[Paper]], roots: dict[int, int]) -> None:
    for papers in buckets:
        seen: dict[int, Paper] = {}  # one of each document met in this bucket, the latest last
        for paper in papers:
            root = _root(roots, paper.key)
            for other in list(islice(reversed(seen.values()), _MOST_COMPARED)):
                others = _root(roots, other.key)
                if root != others and are_versions(paper, other):
                    root, high = sorted((root, others))
                    roots[high] = root
            seen[root] = paper


def _root(roots: dict[int, int], key: int) -> int:
    while roots[key] != key:
        roots[key] = roots[roots[key]]
        key = roots[key]
    return key


def _by_root(roots: dict[int, int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for key in roots:
        groups[_root(roots, key)].append(key)
    return groups
