"""Which type of document a text is: by its own type field, its title, or its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vagvisare.reading.kinds import Kind
from vagvisare.reading.labels import Labelled
from vagvisare.reading.vocabulary import Vocabulary

_WORD = re.compile(r"[A-Za-zÅÄÖåäöéü]+(?:-[A-Za-zÅÄÖåäöéü]+)*")
_PAPERS = {
    "memo": (
        "tjänsteskrivelse",
        r"tjänsteskrivelse|tjänsteutlåtande|förslag till (?:beslut|kommun\w+)",
    ),
    "minutes": ("protokoll", r"\w*protokoll\w*|§\s?\d+|beslut"),
    "summons": ("kallelse", r"kallelse|föredragningslista|dagordning|förslag till beslut"),
    "report": ("rapport", r"\w*rapport\w*|\w*bokslut|årsredovisning|revisorerna"),
}


@dataclass(frozen=True)
class Typed:
    """The base form of a type, where the word stands, and how sure it is."""

    value: str
    start: int
    end: int
    confidence: float


def first_type(
    text: str, vocabulary: Vocabulary, start: int = 0, end: int | None = None
) -> Typed | None:
    """Return the first word between `start` and `end` that names a type of document."""
    for word in _WORD.finditer(text, start, len(text) if end is None else end):
        base = vocabulary.type_of(word[0])
        if base:
            return Typed(base, word.start(), word.end(), 0.92)
    return None


def type_of_document(
    text: str,
    kind: Kind,
    title: str,
    title_start: int,
    labelled: Sequence[Labelled],
    vocabulary: Vocabulary,
) -> Typed | None:
    """Return the type of the document, None when nothing in the text names one."""
    if kind != "steering":
        value, words = _PAPERS[kind]
        match = re.search(words, text, re.I)
        start, end = match.span() if match else (0, 0)
        return Typed(value, start, end, 0.95 if kind != "report" else 0.85)
    return (
        _by_field(text, labelled, vocabulary)
        or _above_title(text, title_start, vocabulary)
        or _by_title(text, title, title_start, vocabulary)
        or _by_heading(text, vocabulary)
        or _by_name(text, vocabulary)
    )


def _by_field(text: str, labelled: Sequence[Labelled], vocabulary: Vocabulary) -> Typed | None:
    for field in labelled:
        if field.field == "document_type" and not field.is_empty:
            words = [
                (w, vocabulary.type_of(w[0])) for w in _WORD.finditer(text, field.start, field.end)
            ]
            bases = {base for _, base in words if base}
            if len(bases) == 1:  # several: a menu of all types
                word = next(w for w, base in words if base)
                return Typed(bases.pop(), word.start(), word.end(), 0.97)
    return None


def _above_title(text: str, title_start: int, vocabulary: Vocabulary) -> Typed | None:
    """Return the type that stands alone, in capitals, on the line above the title: RUTIN."""
    above = [line for line in text[:title_start].rstrip().split("\n")[-3:] if line.strip()]
    word = above[-1].strip("# >»") if above else ""
    base = vocabulary.types.get(word.casefold()) if word.isupper() else None
    if base is None or (len(above) > 1 and above[-2].strip().casefold() in vocabulary.types):
        return None  # one of several above: a menu of all types
    start = text.rfind(word, 0, title_start)
    return Typed(base, start, start + len(word), 0.94)


def _by_title(text: str, title: str, start: int, vocabulary: Vocabulary) -> Typed | None:
    return first_type(text, vocabulary, start, start + len(title) + 8) if title else None


def _by_heading(text: str, vocabulary: Vocabulary) -> Typed | None:
    """Return the type that stands alone on a line of the head (RUTIN), unless all types do."""
    found = []
    for line in re.compile(r"^[ \t>»]*([A-ZÅÄÖ][A-Za-zÅÄÖåäö]+)\b[^\n]{0,40}$", re.M).finditer(
        text, 0, 3000
    ):
        base = vocabulary.types.get(line[1].casefold())
        if base and not line[0].rstrip().endswith("."):
            found.append(Typed(base, line.start(1), line.end(1), 0.9))
    return found[0] if len({typed.value for typed in found}) in (1, 2) else None


def _by_name(text: str, vocabulary: Vocabulary) -> Typed | None:
    """Return the type the text calls itself: "denna taxa", "syftet med rutinen"."""
    for match in re.finditer(
        r"(?i)\b(?:denna|detta|dessa|syftet med(?: denna| detta| dessa)?)\s+([a-zåäö]+)",
        text[:4000],
    ):
        base = vocabulary.type_of(match[1])
        if base:
            return Typed(base, match.start(1), match.end(1), 0.7)
    return None
