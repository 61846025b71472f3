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
_LONGEST_VALUES = 400
_MOST_WORDS = 5  # in one label
# What a row of labels may hold beside labels: the body whose day stands below.
_BESIDE = frozenset(("kf", "ks"))
_VALUES = re.compile(r"\n[ \t]*(?P<values>[^\n]+)")
_CELL = re.compile(r"[^\s|](?:[^\n\t|]*?[^\s|])??(?=[ ]{2,}|[ ]*(?:\t|\||\n|$))")
_GAP = re.compile(r"[ ]{2}|\t|\|")
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


def aligned(text: str, labelled: Sequence[Labelled], index: int) -> list[Labelled]:
    """Return the labels of the line at `index` with the values under them; none if they do not fit.

    "Fastställd av     Datum       Dokumentansvarig"
    "Kommunstyrelsen   2019-03-05  Ekonomichef"
    """
    line_end = text.find("\n", labelled[index].label_start)
    group: list[Labelled] = []
    for label in labelled[index:]:
        if not label.in_group or label.label_start > line_end:
            break
        group.append(label)
    row = _VALUES.match(text, line_end) if line_end >= 0 and len(group) > 1 else None
    if row is None or len(row[0]) > _LONGEST_VALUES or text[group[-1].end : line_end].strip():
        return []
    following = labelled[index + len(group) :][:1]
    width = group[1].label_start - group[0].label_start
    if _goes_on(text, row.end(), following[0].label_start if following else len(text), width):
        return []
    cells = [m.span() for m in _CELL.finditer(text, row.start("values"), row.end("values"))]
    if len(cells) != len(group):
        return []
    asks_who = {label.field for label in group}
    labels = [_dated(label) for label in group] if _undated(asks_who) else list(group)
    return [
        replace(label, start=start, end=end, value=text[start:end], in_group=False)
        for label, (start, end) in zip(labels, cells, strict=True)
    ]


def _goes_on(text: str, end: int, following: int, width: int) -> bool:
    """Tell whether the values fill more lines than the one that ends at `end`.

    A line of words wider than the first column stands under the table, not in it.
    """
    line = text[end + 1 : _line_end(text, end + 1)]
    if len(line.rstrip()) > width and _GAP.search(line.strip()) is None and line[:1].strip():
        return False
    return bool(line.strip()) and not end < following <= end + 1 + len(line)


def _undated(fields: set[str]) -> bool:
    """Tell whether a row asks who decided, and for the day only by "Datum"."""
    return "deciding_body" in fields and "decision" not in fields


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
    if _undated(fields):
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


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
