"""Running a slow pattern only where one of its words stands."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile

_MOST = 300  # a document says a thing once, or a few times
_AROUND = 260  # characters before and after a word, out to the ends of their lines


def near(
    pattern: re.Pattern[str],
    words: Sequence[str],
    text: str,
    around: int = _AROUND,
    head: int | None = None,
) -> Iterator[re.Match[str]]:
    """Yield the matches of `pattern` in the neighbourhood of `words`, the first _MOST of them.

    words   in lower case; each match must hold one of them
    around  characters that a match may reach from the word, to either side
    head    a match begins within so many characters; anywhere in the text when left out
    """
    found = _matches(pattern, words, text, around)
    if head is not None:
        found = takewhile(lambda match: match.start() <= head, found)
    return islice(found, _MOST)


def _matches(
    pattern: re.Pattern[str], words: Sequence[str], text: str, around: int
) -> Iterator[re.Match[str]]:
    for start, end in _windows(words, text, around):
        yield from pattern.finditer(text, start, end)


def _windows(words: Sequence[str], text: str, around: int) -> list[tuple[int, int]]:
    """Return the stretches around the words, those that overlap as one."""
    low = lowered(text)
    out: list[tuple[int, int]] = []
    for place in sorted(place for word in words for place in places(word, low)):
        if out and place + around < out[-1][1]:
            continue
        start = text.rfind("\n", 0, max(0, place - around)) + 1
        end = text.find("\n", place + around)
        end = len(text) if end < 0 else end + 1
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


@lru_cache(maxsize=1)
def lowered(text: str) -> str:
    """Return the text in lower case, each letter in its place; worked out once for the text at hand."""
    low = text.lower()
    if len(low) == len(text):
        return low
    # A letter whose small form is two letters stays as it is.
    return "".join(a if len(a := letter.lower()) == 1 else letter for letter in text)


def places(word: str, text: str) -> Sequence[int]:
    """Return where `word` stands in `text`; many facts ask for the same words of the same text."""
    known = _known(text)
    if word not in known.places:
        known.places[word] = tuple(known.find(word))
    return known.places[word]


class _Known:
    """The places that were asked for in a text in lower case."""

    def __init__(self, text: str) -> None:
        # A sign a byte is looked through at twice the speed; the words have none of the others.
        self.text = text.encode("latin-1", "replace").decode("latin-1")
        self.places: dict[str, tuple[int, ...]] = {}

    def find(self, word: str) -> Iterator[int]:
        """Return where the word stands; a longer word only where its beginning does."""
        for end in range(3, len(word)):
            if word[:end] in self.places:
                places = self.places[word[:end]]
                return (place for place in places if self.text.startswith(word, place))
        return _found(word, self.text)


@lru_cache(maxsize=1)
def _known(text: str) -> _Known:
    return _Known(text)


def _found(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)
