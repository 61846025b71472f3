"""From the words behind a confirmed claim to how long a document stands. Pure.

The reading finds the days and the words; here they are told apart: until further notice, until a
successor, until it is repealed, and whether the passed term ends the document.
"""

import re
from dataclasses import dataclass

from vagvisare.register.states import Term

# "tills en ny plan antas", "till dess att nytt program är beslutat", "tills den ersätts"
_SUCCESSOR = re.compile(
    r"(?i)till(?:s|\s+dess)(?:\s+att)?\s+(?:en\s+|ett\s+)?(?:nästa|ny|nytt|nya)\b(?!\w*\s*beslut)"
    r"|till(?:s|\s+dess)(?:\s+att)?\s+(?:den|det|de|planen|programmet|policyn|dokumentet)\s+ersätts"
)
# "till beslut om upphörande", "tills den upphävs", "till dess fullmäktige beslutar annat"
_REPEALED = re.compile(
    r"(?i)till(?:s|\s+dess)?(?:\s+att)?\s+[^.\n]{0,40}?(?:upphävs|upphäver|upphävts|upphävande|om\s+upphörande)"
    r"|till(?:s|\s+dess)(?:\s+att)?\s+[^.\n]{0,30}?(?:beslut\w*\s+(?:om\s+)?annat|nytt\s+beslut|annat\s+beslut)"
)
# "upphör att gälla den 31 december 2010", "upphör därefter utan särskilt beslut"
_LAPSES = re.compile(r"(?i)\bupphör\b[^.\n]{0,40}?(?:gälla|automatiskt|av\s+sig\s+själv|utan\s)")
# "upphör inte att gälla förrän", "fortsätter att gälla", "gäller därefter tills"
_STANDS = re.compile(
    r"(?i)\bupphör\s+(?:inte|ej)\b|\bfortsätter\s+(?:därefter\s+|sedan\s+)?(?:att\s+)?gälla\b"
)
_STOP = re.compile(r"(?<=[a-zåäö0-9)])[.!?](?=\s)|\n\s*\n")
_LONGEST = 400  # characters; what is longer is no sentence but a page without stops


@dataclass(frozen=True)
class Wording:
    """What the text says of how long it stands, and the sentence that says so.

    lapses  the wording says that the passed term ends it, or does not; None: it says neither
    """

    term: str = ""
    words: str = ""
    lapses: bool | None = None


def wording_of(sentence: str, *, until_day: bool) -> Wording:
    """Return what `sentence`, which the reading found a day or an open end in, says.

    until_day  what was found is a last day, else that the document stands until further notice
    """
    words = " ".join(sentence.split())
    if until_day:
        return Wording(Term.UNTIL_DAY, words, _lapses(words))
    if _SUCCESSOR.search(words):
        return Wording(Term.UNTIL_SUCCESSOR, words)
    if _REPEALED.search(words):
        return Wording(Term.UNTIL_REPEALED, words)
    return Wording(Term.UNTIL_FURTHER_NOTICE, words)


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence of `text` that holds the characters from `start` to `end`."""
    before = [stop.end() for stop in _STOP.finditer(text, max(0, start - _LONGEST), start)]
    after = _STOP.search(text, end, end + _LONGEST)
    first = before[-1] if before else max(0, start - _LONGEST)
    last = after.end() if after else min(len(text), end + _LONGEST)
    return text[first:last].strip()


def _lapses(words: str) -> bool | None:
    if _STANDS.search(words):
        return False
    return True if _LAPSES.search(words) else None
