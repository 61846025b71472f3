"""Whether a sentence speaks of the document at hand or of another one."""

import re
from dataclasses import dataclass

from vagvisare.reading.vocabulary import Vocabulary

# For small letters; the letters that its words begin with spare the engine most places.
_OTHERS = re.compile(
    r"\b(?=[gftnuslyam])(?:gamla|förra|förre|föregående|tidigare|nuvarande|tillsatte|uppdrag|förslag|ska anta|föreslår|yrka\w*|antas som|som antas|motion|lagen|lag om)\b"
)
_PRONOUN = re.compile(
    r"(?i)(?<![\wåäö])(?:den|det|de|detta dokument|dokumentet|dokument|denna \w+|dessa \w+)(?![\wåäö])"
)
# Sorts of documents whose names are used for one another within a document.
_ALIKE = {"plan", "handlingsplan", "program", "strategi"}
_THIS = re.compile(
    r"(?i)[\s\d.]*(?:denna|detta|dessa)\s+[\wåäö]+\s+(?:är|har|gäller|antogs|träder)\b"
)
_NAMED = re.compile(r"(?<![\wåäö-])(?P<type>[\wåäö-]++)\s+(?:för|mot|om)\s+(?P<about>[\wåäö]{4,})")


@dataclass(frozen=True)
class Subject:
    """The document at hand as sentences may call it: by its type, by its title."""

    document_type: str | None
    title: str


def concern(sentence: str, subject: Subject, vocabulary: Vocabulary) -> float:
    """Return how surely `sentence` is about the document at hand; 0 when it is about another."""
    if _OTHERS.search(sentence.lower()):
        return 0
    if _names(sentence, subject.title):
        return 0.9
    if _THIS.match(sentence) and not re.search(r"(?i)\bersätt", sentence):
        return 0.85
    if _names_another(sentence, subject, vocabulary):
        return 0
    words = re.findall(r"[\wåäö-]+", sentence)
    types = [base for word in words if (base := vocabulary.type_of(word))]
    if types:
        return 0.85 if all(_is_own(base, subject.document_type) for base in types) else 0
    return 0.8 if _PRONOUN.search(sentence) else 0


def _names_another(sentence: str, subject: Subject, vocabulary: Vocabulary) -> bool:
    """Tell whether a document of a like sort, about something else, is named: "program för X"."""
    for named in _NAMED.finditer(sentence):
        base = vocabulary.type_of(named["type"])
        like = base in _ALIKE and subject.document_type in _ALIKE and base != subject.document_type
        if like and named["about"][:6].casefold() not in subject.title.casefold():
            return True
    return False


def _is_own(base: str, own: str | None) -> bool:
    return (
        own is None
        or base == own
        or (base in _ALIKE and own in _ALIKE)
        or own in ("protokoll", "tjänsteskrivelse")
    )


def _names(sentence: str, title: str) -> bool:
    words = [word for word in re.findall(r"[\wåäö]+", title.casefold()) if len(word) > 2]
    present = set(re.findall(r"[\wåäö]+", sentence.casefold()))
    return len(words) >= 2 and all(
        word in present or any(p.startswith(word) and len(p) - len(word) < 4 for p in present)
        for word in words
    )
