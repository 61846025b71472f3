"""A text as lines that know where they stand."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line without the spaces around it, and its place; `gap` tells that an empty line is above."""

    text: str
    start: int
    end: int
    gap: bool = False


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Return the lines between `start` and `end` that have words, in order."""
    out: list[Line] = []
    gap = True
    for match in re.finditer(r"[^\n]*", text[: len(text) if end is None else end]):
        words = match[0].strip()
        if match.end() <= start:
            continue
        if words:
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            out.append(Line(words, begin, begin + len(words), gap))
        gap = gap and not words if match.start() == match.end() else not words
    return out
