"""The decision calls it a revision: "Riktlinje för resor revideras", "Reviderad taxa antas"."""

import re

from vagvisare.reading.dates import dates_in
from vagvisare.reading.events.days import force_date
from vagvisare.reading.events.deeds import DATED, NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import phrase_at
from vagvisare.reading.vocabulary import Vocabulary

_ACTIVE = re.compile(r"(?i)\b(?:reviderar|revidera|uppdaterar|uppdatera)\s+")


# "planen ska revideras vart fjärde år" tells of a later day.
_DUTY = re.compile(
    r"(?i)\bska\s+(?:revideras|uppdateras)\b(?!\s+(?:enligt|i\s+enlighet))|\b(?:minst|vart|varje|vid\s+behov|årligen|löpande)\b"
)


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    verb = _ACTIVE.search(words)
    phrase = phrase_at(words, verb.end() if verb else 0, vocabulary)
    if _DUTY.search(words):
        return None
    if phrase is None or NO_DOCUMENT.search(words[: phrase.end]):
        return None
    dated = DATED.search(words, phrase.end)
    days = dates_in(words, dated.end(), dated.end() + 22) if dated else []
    return Deed(
        "revise",
        phrase,
        draft_dated=days[0].value if days else None,
        in_force=force_date(words),
        called_revised=True,
    )


REVISE = Action(
    "revise",
    ("revidera", "uppdatera"),
    (
        Wording(
            r"\brevidera[rs]?\b|\bska\s+revideras\b",
            "Riktlinje för resor revideras i enlighet med bilaga 1.",
            "Riktlinje för resor",
        ),
        Wording(
            r"\buppdatera[rs]?\b",
            "Nämnden uppdaterar Riktlinje för resor enligt bilaga 1.",
            "Riktlinje för resor",
        ),
    ),
    (
        "Detaljplan för kvarteret Björken revideras.",
        "Planen ska revideras minst vart fjärde år.",
    ),
    _read,
)
