"""Tables drawn with bars: a row of labels, a rule, and a row of their values.

| Dokumenttyp | Beslutande organ  | Giltighetstid |
|---|---|---|
| Program     | Kommunfullmäktige | 2022-2026     |
"""

import re
from collections.abc import Sequence

from vagvisare.reading.labels import Labelled
from vagvisare.reading.vocabulary import Vocabulary

_TABLE = re.compile(
    r"^[ \t]*\|(?P<labels>[^\n]+)\|[ \t]*\n[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*\n[ \t]*\|(?P<values>[^\n]+)\|[ \t]*$",
    re.M,
)
_CELL = re.compile(r"[^|\n]+")
_RULE = re.compile(r"\|[ ]?:?--")


def with_tables(text: str, labelled: Sequence[Labelled], vocabulary: Vocabulary) -> list[Labelled]:
    """Return `labelled` with the labels of such tables, each with its own value."""
    out = list(labelled)
    if _RULE.search(text) is None:
        return out
    for table in _TABLE.finditer(text):
        cells = _cells(table, vocabulary)
        if len(cells) > 1:
            outside = [f for f in out if not table.start() <= f.label_start < table.end()]
            out = sorted([*outside, *cells], key=lambda field: field.label_start)
    return out


def _cells(table: re.Match[str], vocabulary: Vocabulary) -> list[Labelled]:
    """Return the cells whose labels are known; none when the rows differ in length."""
    text = table.string
    labels, values = (
        [_trimmed(text, *m.span()) for m in _CELL.finditer(text, *table.span(row))]
        for row in ("labels", "values")
    )
    if len(labels) != len(values):
        return []
    found = []
    for (first, last), (start, end) in zip(labels, values, strict=True):
        name = text[first:last].rstrip(":").casefold()
        if name in vocabulary.labels:
            field = vocabulary.labels[name]
            found.append(Labelled(field, text[first:last], first, start, end, text[start:end]))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a cell's words, without the spaces around them."""
    cell = text[start:end]
    return start + len(cell) - len(cell.lstrip()), end - len(cell) + len(cell.rstrip())
