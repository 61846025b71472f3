"""A text as lines that know where they stand."""

from typing import NamedTuple


class Line(NamedTuple):
    """A line without the spaces around it, and its place; `gap` tells that an empty line is above."""

    text: str
    start: int
    end: int
    gap: bool = False


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Return the lines between `start` and `end` that have words, in order."""
    out: list[Line] = []
    gap, place = True, 0
    for line in text[: len(text) if end is None else end].split("\n"):
        words = line.strip()
        length = len(line)
        if words and place + length > start:
            begin = place if len(words) == length else place + line.index(words)
            out.append(Line(words, begin, begin + len(words), gap))
        gap = not words
        place += length + 1
    return out
