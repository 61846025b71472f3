"""Rows of labels with single spaces between them, their values on the next line.

"Antagen KF Diarienr Giltig t.o.m." above "2021-06-14 § 77 KS 2021/211 2025-12-31".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from vagvisare.reading.labels import Labelled
from vagvisare.reading.vocabulary import Vocabulary

_HEAD = 3_000
_LONGEST_ROW = 140
_MOST_WORDS = 5  # in one label
# What a row of labels may hold beside labels: the body whose day stands below.
_BESIDE = frozenset(("kf", "ks"))
_DIGIT = re.compile(r"\d")


def with_rows(text: str, labelled: Sequence[Labelled], vocabulary: Vocabulary) -> list[Labelled]:
    """Return `labelled` with the labels of such rows as groups; the rest as it is."""
    out = list(labelled)
    for start, end in _rows(text):
        row = _labels(text, start, end, vocabulary)
        if row and not _is_known(out, start, end):
            outside = [f for f in out if not start <= f.label_start < end]
            # A value that was taken to run on into the row ends before it.
            out = sorted([*outside, *row], key=lambda field: field.label_start)
    return out


def _rows(text: str) -> list[tuple[int, int]]:
    """Return the lines that may be rows: several words, no figure, no colon, figures below."""
    found, start = [], 0
    while start < min(len(text), _HEAD):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].strip()
        if (
            10 < len(line) < _LONGEST_ROW
            and line[0].isupper()
            and " " in line
            and line[-1] not in ":;,"
            and not _DIGIT.search(line)
        ):
            found.append((start, end))
        start = end + 1
    return found


def _labels(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Labelled]:
    """Return the labels that fill the line and name at least two fields; else none."""
    words = [(m[0], m.start(), m.end()) for m in re.compile(r"\S+").finditer(text, start, end)]
    found: list[Labelled] = []
    index = 0
    while index < len(words):
        count = _longest(words[index:], vocabulary)
        if count == 0:
            if not found or words[index][0].casefold() not in _BESIDE:
                return []
            found[-1] = replace(found[-1], label=text[found[-1].label_start : words[index][2]])
            index += 1
            continue
        first, last = words[index][1], words[index + count - 1][2]
        name = text[first:last]
        field = vocabulary.labels[_plain(name)]
        found.append(Labelled(field, name, first, end, end, "", True))
        index += count
    fields = {label.field for label in found} - {"other"}
    if "deciding_body" in fields and "decision" not in fields:
        found = [_dated(label) for label in found]
    return found if len(found) > 1 and len(fields) > 1 else []


def _dated(label: Labelled) -> Labelled:
    """Return "Datum" beside "Beslutad av" as the day of the decision."""
    return replace(label, field="decision") if label.label.casefold() == "datum" else label


def _longest(words: Sequence[tuple[str, int, int]], vocabulary: Vocabulary) -> int:
    """Return how many of the first words make the longest label; 0 when they make none."""
    if not words[0][0][0].isupper():
        return 0
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        if _plain(" ".join(word for word, _, _ in words[:count])) in _known(vocabulary):
            return count
    return 0


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


@cache
def _known(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(vocabulary.labels)


def _is_known(labelled: Sequence[Labelled], start: int, end: int) -> bool:
    """Tell whether the row was found already, its cells standing well apart."""
    return sum(start <= field.label_start < end for field in labelled if field.in_group) > 1
