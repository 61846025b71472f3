"""Statements that send a matter on: out for opinions, back, to a later meeting, to another body."""

import re

from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.dates import dates_in
from vagvisare.reading.events.deeds import DATED, NO_DOCUMENT, Deed
from vagvisare.reading.events.phrases import Phrase, phrase_at
from vagvisare.reading.types import first_type
from vagvisare.reading.vocabulary import Vocabulary

REFER = re.compile(
    r"(?i)\b(?:bordläggs|bordlägger|bordlägga|återremitteras|återremitterar|återremittera|hänskjuts|återförvisas)\b|\bärendet\s+(?:överlämnas|lämnas\s+över)\s+till\b|\büberlämnar\b"
)
REMIT = re.compile(
    r"(?i)\b(?:remitteras|remitterar|remittera)\b|\b(?:skicka\w*|sänd\w*|översänd\w*)\b[^.]{0,80}\b(?:på\s+remiss|för\s+yttrande)\b|\bremiss\b.*\bsänds\b"
)
_SENDS = re.compile(
    r"(?i)\b(?:skicka|skickar|sända|sänder|översända|remittera|remitterar)\s+(?:ut\s+)?(?:utan\s+eget\s+ställningstagande\s+)?"
    r"(?:[\wåäö]+s\s+tjänste(?:utlåtande|skrivelse)\s+(?:och|samt|med)\s+)?"
)
CONSULT = re.compile(
    r"(?i)\b(?:samråda\s+(?:om|kring)|ställa\s+ut|genomföra\s+samråd\s+(?:om|av|för|kring))\s+(?:(?:gransknings|samråds)?förslag(?:et)?\s+till\s+)?"
)


def remit(words: str, vocabulary: Vocabulary) -> Deed | None:
    active = _SENDS.search(words)
    phrase = phrase_at(words, active.end() if active else 0, vocabulary)
    phrase = _without_receivers(words, phrase, vocabulary) if phrase else None
    to = re.search(r"(?i)(?:remitteras|remitterar|remiss|yttrande)[^.]{0,40}?\btill\s+", words)
    bodies = bodies_in(words, vocabulary, to.end(), to.end() + 200) if to else []
    return Deed(
        "remit",
        phrase if phrase and phrase.is_named else None,
        sent_to=bodies[0].name if len(bodies) == 1 else None,
    )


def _without_receivers(words: str, phrase: Phrase, vocabulary: Vocabulary) -> Phrase:
    """Return the name without whom it is sent to: "riktlinjer för bidrag till kulturnämnden"."""
    for body in bodies_in(words, vocabulary, phrase.start, phrase.end):
        before = re.search(
            r"\s+till\s+(?:[\wåäö,-]+\s+(?:och|samt)\s+)*$", words[phrase.start : body.start]
        )
        if before:
            end = phrase.start + before.start()
            return Phrase(
                words[phrase.start : end].strip(" ,"), phrase.document_type, phrase.start, end
            )
    return phrase


def consult(words: str, vocabulary: Vocabulary) -> Deed | None:
    """Return the draft that somebody is told to consult others on."""
    verb = CONSULT.search(words)
    phrase = phrase_at(words, verb.end(), vocabulary) if verb else None
    if phrase is None or not phrase.is_named or NO_DOCUMENT.search(words):
        return None
    dated = DATED.match(words[phrase.end :].lstrip(", "))
    days = dates_in(words, phrase.end, phrase.end + 35) if dated else []
    return Deed("remit", phrase, draft_dated=days[0].value if days else None)


def refer(words: str, vocabulary: Vocabulary) -> Deed | None:
    verb = REFER.search(words)
    subject = words[: verb.start()] if verb else ""
    if (
        not re.search(r"(?i)\b(?:ärendet|ärende|förslaget|frågan|paragrafen)\b", words)
        and first_type(subject, vocabulary) is None
    ):
        return None
    to = re.search(
        r"(?i)(?:återremitteras|hänskjuts|överlämnas|återförvisas|lämnas\s+över)[^.]{0,20}?\btill\s+",
        words,
    )
    bodies = bodies_in(words, vocabulary, to.end(), to.end() + 80) if to else []
    return Deed("refer", None, sent_to=bodies[0].name if bodies else None)
