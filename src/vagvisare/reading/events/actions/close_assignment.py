"""An assignment is declared completed: "Uppdraget ... förklaras fullgjort"."""

import re

from vagvisare.reading.bodies import Body, bodies_in
from vagvisare.reading.dates import dates_in
from vagvisare.reading.events.deeds import Action, Deed, Wording
from vagvisare.reading.events.phrases import Phrase, phrases_in
from vagvisare.reading.numbers import sections_in
from vagvisare.reading.reading import EndedDocument
from vagvisare.reading.vocabulary import Vocabulary

_ASSIGNMENT = re.compile(r"(?i)uppdrag\w*")
_LENT = re.compile(
    r"(?i)(?:lämnades|lämnat|gavs|givet|givits|lämnats|beslutades|gav)\s+(?:(?:av|i|på)\s+|(?=den\s|\d))"
)
# "som kommunstyrelsen gav den 3 mars 2021"
_GAVE = re.compile(r"(?i)\bsom\s+[^,.]{4,60}?\s+(?:gav|lämnade|beslutade)\b")
_DAY_FIRST = re.compile(r"den\s|\d")


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    given = _ASSIGNMENT.search(words)
    if given is None:
        return None
    lent = _LENT.search(words)
    giver = _giver(words, given, lent, vocabulary)
    days = dates_in(words, lent.end() if lent else given.start()) or dates_in(words)
    sections = [s for s in sections_in(words) if days and abs(s.start - days[0].end) < 8]
    named = _named(words, given.start(), vocabulary)
    printed = giver and (days or giver.genitive or lent) and "från budget" not in words.lower()
    ended = EndedDocument(
        None,
        giver.name if giver and printed else None,
        days[0].value if days else None,
        sections[0].value if sections else None,
    )
    has_giver = ended.adopted_by or ended.adopted_on
    return Deed("close_assignment", named, (ended,) if has_giver else ())


def _giver(
    words: str, given: re.Match[str], lent: re.Match[str] | None, vocabulary: Vocabulary
) -> Body | None:
    """Return who gave the assignment: who it was lent by, else who is named around the word."""
    gave = _GAVE.search(words)
    if gave:
        giving = bodies_in(words, vocabulary, gave.start(), gave.end())
        return giving[0] if giving else None
    if lent:
        by = [b for b in bodies_in(words, vocabulary) if 0 <= b.start - lent.end() < 3]
        if by or _DAY_FIRST.match(words[lent.end() :]):
            return by[0] if by else None
    first = max(0, given.start() - 60)
    return next(
        (
            b
            for b in bodies_in(words, vocabulary, first)
            if (b.genitive or b.start > 0)  # at the start stands who closes it
            and not re.search(r"(?i)\b(?:till|åt)\s+$", words[: b.start])
        ),
        None,
    )


def _named(words: str, start: int, vocabulary: Vocabulary) -> Phrase | None:
    """Return the document that the assignment concerned, when it has a name of its own."""
    for phrase in phrases_in(words, vocabulary):
        capital = re.match(r"[A-ZÅÄÖ]", phrase.title)
        if capital and phrase.is_named and len(phrase.title.split()) > 2 and phrase.start > start:
            return phrase
    return None


CLOSE_ASSIGNMENT = Action(
    "close_assignment",
    ("fullgj", "avsluta", "avskriv", "slutför", "verkställ", "utför", "besvara", "genomför"),
    (
        Wording(
            r"\b(?:förklara[rs]?|anse[rs]?|är|betraktas?|bedöms?|därmed)\b.*\b(?:fullgjort|fullgjorda|avslutat|avslutade|slutfört|slutförda|verkställt|utfört|genomfört)\b",
            "Uppdraget att ta fram en cykelplan, som gavs av kommunfullmäktige 2019-02-25, § 14, förklaras slutfört.",
            None,
        ),
        Wording(
            r"\bavsluta(?:r|s)?\s+(?:\w+\s+)?uppdrag|\buppdrag\w*\b.*\b(?:avslutas|avskrivs)\b|\bavskriv(?:er|a)\s+uppdrag",
            "Uppdraget om lokaler avslutas.",
            None,
        ),
    ),
    ("Motionen anses besvarad.", "Ärendet är avslutat."),
    _read,
)
