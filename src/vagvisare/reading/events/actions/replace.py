"""An adoption that says itself what it takes the place of: "fastställs och ersätter tidigare taxa"."""

import re

from vagvisare.reading.events.deeds import Action, Deed, Wording
from vagvisare.reading.events.phrases import ended_document, name_at
from vagvisare.reading.reading import EndedDocument
from vagvisare.reading.vocabulary import Vocabulary

_REPLACES = re.compile(
    r"(?i)\b(?:ersätter|ersätta|varvid|som\s+ersättning\s+för|i\s+stället\s+för)\s+(?:därmed\s+|samtidigt\s+|den\s+|de\s+)?(?:nuvarande\s+|nu\s+gällande\s+)?"
)
_ITSELF = re.compile(
    r"(?i)^(?:(?:den|det|de|denna|detta|dessa)\s+)?(?:nya\s+)?[\wåäö]*(?:taxan|planen|programmet|policyn|riktlinjen|riktlinjerna|reglementet|reglerna|strategin|föreskrifterna|ordningen|dokumentet|rutinen|de|den|det|dessa|detta|denna)\s+(?:ska\s+)?(?:därmed\s+|samtidigt\s+|och\s+)?ersätt"
)


def superseded(rest: str, vocabulary: Vocabulary) -> tuple[EndedDocument, ...]:
    """Return what the rest of an adoption says it takes the place of."""
    verb = _REPLACES.search(rest)
    if verb is None:
        return ()
    phrase = name_at(rest, verb.end(), vocabulary)
    return (ended_document(rest, phrase, vocabulary),) if phrase else ()


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    """Return what "Planen ersätter ..." ends; the adoption before it takes it over."""
    if not _ITSELF.match(words):
        return None
    verb = _REPLACES.search(words)
    ends = superseded(words, vocabulary)
    phrase = name_at(words, verb.end(), vocabulary) if verb else None
    return Deed("repeal", phrase, ends) if phrase else None


REPLACE = Action(
    "replace",
    ("ersätt",),
    (
        Wording(
            r"\bersätt(?:er|a)\b",
            "Riktlinje för stöd antas. Riktlinjen ersätter Regler för stöd från 2016.",
            "Riktlinje för stöd",
        ),
    ),
    ("Kommunen ersätter NN för skadan enligt gällande riktlinjer.",),
    _read,
)
