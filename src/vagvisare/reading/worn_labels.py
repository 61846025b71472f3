"""Labels that are known only by their colon: worn by OCR, longer than a known one, or too common.

"Dokumentansvang ar: Kanslichef" is "Dokumentansvarig är", "Beslutad av (organ)" is "Beslutad av".
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from vagvisare.reading.vocabulary import Vocabulary

_HEAD = 4_000  # characters: headers stand first, or on a last page as long as that
_LONGEST = 46  # characters of a label
# What a label begins after: the start of its line, a tab, a bar, or a column's gap.
_WORDS = re.compile(
    r"(?:[\n\t|]|[ ]{2})[ *•-]*(?P<words>[^\W\d_](?:[^\s|:;]|[ ](?![ ])){2,45}?)[ ]?$"
)
# Letters that OCR takes for one another, as one of them.
_ALIKE = str.maketrans("åäöéüàlj1!|fc0", "aaoeuaiiiiiteo")
_SHORTEST = 5  # letters of a label that may be worn
# Fields whose label may be a known one and a few words more: "Dokumentansvarig person/funktion".
_LENGTHENED = {
    *("deciding_body", "decision", "registry_number", "responsible"),
    *("valid_until", "valid_from", "revised", "review_due"),
}
_WHOSE = re.compile(r"^(?:beslutets|dokumentets|styrdokumentets|planens|policyns)\s+")
_SHORTEST_KNOWN, _MOST_MORE = 7, 2  # letters of the known label, words more


def worn_labels(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str, int, int]]:
    """Yield field, words, start and end of each such label, its colon within."""
    colon = text.find(":", 0, _HEAD)
    while colon >= 0:
        first = max(0, colon - _LONGEST - 4)
        before = _WORDS.search(text[first:colon] if first else f"\n{text[:colon]}")
        if before and text[colon + 1 : colon + 2] in ("", " ", "\t", "\n", "["):
            words = " ".join(before["words"].split())
            field = _field(words, vocabulary)
            if field:
                yield field, words, colon - len(before[0]) + _indent(before), colon + 1
        colon = text.find(":", colon + 1, _HEAD)


def _indent(before: re.Match[str]) -> int:
    """Return how far into the match the words begin."""
    return before.start("words") - before.start()


def _field(words: str, vocabulary: Vocabulary) -> str | None:
    """Return the field that the words before a colon name; none where the plain label is known."""
    small = words.casefold()
    if small in vocabulary.labels:
        return None
    small = _WHOSE.sub("", small.rstrip("."))
    if small in vocabulary.labels:
        return vocabulary.labels[small]  # "Dnr.:", "Beslutets diarienummer:"
    return (
        _with_colon().get(small)
        or _by_letters(vocabulary).get(_plain(small))
        or _lengthened(small, vocabulary)
    )


def _lengthened(small: str, vocabulary: Vocabulary) -> str | None:
    """Return the field of the longest known label that the words begin with."""
    for end in [m.start() for m in re.finditer(r"[ /(,]", small)][::-1]:
        known = vocabulary.labels.get(small[:end].rstrip(" /(,"))
        if known is None:
            continue
        more = re.findall(r"[\w.]+", small[end:])
        if known in _LENGTHENED and end >= _SHORTEST_KNOWN and len(more) <= _MOST_MORE:
            return known
        return None
    return None


def _plain(small: str) -> str:
    return small.translate(_ALIKE).replace("rn", "m").replace("ri", "n").replace(" ", "")


@cache
def _by_letters(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the fields of the labels by their letters as OCR may have them; those of one field."""
    fields: dict[str, set[str]] = {}
    for label, field in vocabulary.labels.items():
        if len(label) >= _SHORTEST:
            fields.setdefault(_plain(label), set()).add(field)
    return {letters: found.pop() for letters, found in fields.items() if len(found) == 1}


@cache
def _with_colon() -> Mapping[str, str]:
    path = files("vagvisare.reading") / "data" / "labels_with_colon.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {label.casefold(): field for field, labels in table.items() for label in labels}
