"""The text of a document: its pages as one string, and the way back to a page."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from vagvisare.reading.reading import Evidence

# Marks that are not words of the document. Each is blanked out by as many characters, so that
# a place in the cleaned text is the same place in the text as found.
_LINE_MARKS = re.compile(r"<br\s*/?>", re.I)
_MARKS = re.compile(r"<!--.{0,300}?-->|^#{1,6}(?= )", re.S | re.M)
_PLAIN_MARKS = ("**", "\u00ad", "\u200b", "\ufeff")
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
# What no document needs but a hostile file may have, for ever: empty lines, words without an end.
_EMPTY_LINES = re.compile(r"\n\n\n\n+")
_LONG_WORD = re.compile(r"\b\w{160,}")
_LONGEST = 160  # characters of a word
_BREAK = re.compile(
    r"[-\u2010](?<=\w.)(?<![A-ZÅÄÖ]{2}.)\s*\n\s*(?!(?:och|eller|samt|respektive)\b)(?=[a-zåäöé])"
)


@dataclass(frozen=True)
class Text:
    """The pages of a document. `clean` and `full` have the same length, page breaks are \\f."""

    pages: tuple[str, ...]

    @cached_property
    def full(self) -> str:
        """The pages as found, in one string."""
        return "\f".join(self.pages)

    @cached_property
    def clean(self) -> str:
        """The same text with marks blanked out: what the grammars read."""
        text = self.full.replace("\r\n", " \n").replace("\r", "\n")
        for space in _SPACES:
            text = text.replace(space, " ")
        if "<" in text:
            text = _LINE_MARKS.sub(lambda m: "\n" + " " * (len(m[0]) - 1), text)
        if "<!--" in text or "# " in text:
            text = _MARKS.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)
        for mark in _PLAIN_MARKS:
            text = text.replace(mark, " " * len(mark))
        text = _EMPTY_LINES.sub(
            lambda m: m[0][:3] + " " * (len(m[0]) - 4) + "\n", text.replace("\f", "\n")
        )
        if _may_have_long_word(text):
            text = _LONG_WORD.sub(lambda m: re.sub(r"(.{79}).", r"\1 ", m[0]), text)
        return text

    @cached_property
    def _starts(self) -> list[int]:
        """Where each page begins in `full`."""
        return list(accumulate((len(page) + 1 for page in self.pages[:-1]), initial=0))

    def evidence(self, start: int, end: int, confidence: float) -> Evidence:
        """Return the evidence for the characters `start` to `end`, cut at the page's end."""
        page = max(0, bisect_right(self._starts, start) - 1)
        first = self._starts[page]
        own = self.pages[page] if self.pages else ""
        begin, stop = start - first, min(end - first, len(own))
        return Evidence(own[begin:stop], page + 1, begin, stop, confidence)


def _may_have_long_word(text: str) -> bool:
    """Tell whether some stretch of the text is without spaces for long enough."""
    place = 0
    while place + _LONGEST <= len(text):
        place = text.rfind(" ", place, place + _LONGEST) + 1
        if place == 0:
            return True
    return False


def as_value(words: str) -> str:
    """Return `words` as a value: broken words joined, line breaks and runs of spaces as one."""
    joined = _BREAK.sub("", words) if "\n" in words else words
    return " ".join(joined.split()).strip(" ,;:|")
