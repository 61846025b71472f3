"""Labels on lines of their own, and under them as many lines with their values in the same order.

"Beslutad av:" over "Beslutsdatum:" over "Kommunstyrelsen" over "2019-03-05".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from vagvisare.reading.dates import first_date
from vagvisare.reading.labels import Labelled, is_placeholder
from vagvisare.reading.numbers import diary_numbers_in
from vagvisare.reading.periods import open_ended

_LONGEST = 80  # characters of a value
_DAYS = {"decision", "revised", "valid_from", "valid_until", "validity"}
_NAMES = {"deciding_body", "responsible", "title", "document_type"}
_LINE = re.compile(r"[^\n]*")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def stacked(text: str, labelled: Sequence[Labelled], index: int) -> list[Labelled]:
    """Return the labels from `index` on with the lines under them; none where a line does not fit."""
    group = _group(text, labelled, index)
    if len(group) < 2:
        return []
    following = labelled[index + len(group) :][:1]
    stop = following[0].label_start if following else len(text)
    lines = _lines(text, group[-1].label_start + len(group[-1].label), stop, len(group))
    if len(lines) < len(group):
        return []
    fits = [
        _fits(label.field, text[slice(*line)]) for label, line in zip(group, lines, strict=True)
    ]
    if False in fits or True not in fits:
        return []
    return [
        replace(label, start=start, end=end, value=text[start:end], in_group=False)
        for label, (start, end) in zip(group, lines, strict=True)
    ]


def _group(text: str, labelled: Sequence[Labelled], index: int) -> Sequence[Labelled]:
    """Return the run of labels from `index` that have each a line of their own."""
    stop = index
    while stop < len(labelled) and labelled[stop].in_group:
        label = labelled[stop]
        before = text[text.rfind("\n", 0, label.label_start) + 1 : label.label_start]
        after = _LINE.match(text, label.label_start + len(label.label))
        if before.strip() or (after and after[0].strip(" :;\t")):
            return []
        stop += 1
    return labelled[index:stop]


def _lines(text: str, start: int, stop: int, count: int) -> list[tuple[int, int]]:
    """Return the places of the first `count` lines after the labels; empty lines only before them."""
    found: list[tuple[int, int]] = []
    place = text.find("\n", start) + 1
    while 0 < place < stop and len(found) < count:
        end = min(text.find("\n", place) % (len(text) + 1), stop)
        words = text[place:end].strip()
        if words:
            begin = place + text[place:end].index(words)
            found.append((begin, begin + len(words)))
        elif found:
            break
        place = end + 1
    return found


def _fits(field: str, value: str) -> bool | None:
    """Tell whether a line may be the value of `field`; None where most lines may."""
    if len(value) > _LONGEST or "   " in value:
        return False
    if is_placeholder(value):
        return None
    if field in _DAYS:
        return bool(first_date(value) or open_ended(value))
    if field == "registry_number":
        return bool(diary_numbers_in(value))
    if field in _NAMES:
        stated = first_date(value)
        named = _LETTERS.search(value) and not (stated and stated.start == 0)
        return None if named and value[-1] not in ".," else False
    return None
