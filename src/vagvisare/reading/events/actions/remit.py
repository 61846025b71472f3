"""A draft is sent out for opinions: "Förslag till Kulturplan skickas på remiss till nämnderna"."""

import re

from vagvisare.reading.bodies import Body, bodies_in
from vagvisare.reading.dates import dates_in
from vagvisare.reading.events.deeds import DATED, NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import phrase_at, without_receivers
from vagvisare.reading.vocabulary import Vocabulary

_SENDS = re.compile(
    r"(?i)\b(?:skicka|skickar|sända|sänder|översända|översänder|remittera|remitterar|godkänna|godkänner|ställa\s+ut|ställer\s+ut|låta|lägga\s+ut)\s+(?:ut\s+)?(?:utan\s+eget\s+ställningstagande\s+)?(?:på\s+remiss\s+)?"
    r"(?:[\wåäö]+s\s+tjänste(?:utlåtande|skrivelse)\s+(?:och|samt|med)\s+)?(?:remissversion(?:en)?\s+av\s+|remissförslag(?:et)?\s+(?:till|på)\s+|samrådsversion(?:en)?\s+av\s+|samrådsförslag(?:et)?\s+(?:till|på)\s+)?"
)
_CONSULT = re.compile(
    r"(?i)\b(?:inhämta\s+(?:synpunkter|yttranden?)\s+(?:på|över)|samråda\s+(?:om|kring)|ställa\s+ut|genomföra\s+samråd\s+(?:om|av|för|kring))\s+(?:(?:gransknings|samråds)?förslag(?:et)?\s+till\s+)?"
)
_TO = re.compile(r"(?i)(?:remitteras|remitterar|remittera|remiss|yttrande)[^.]{0,40}?\btill\s+")
_NO_DRAFT = re.compile(
    r"(?i)\bmotion|medborgarförslag|initiativ|svar\s+på\s+remiss|remissvar|som\s+svar\b|remissen\s+(?:av|om|från|angående)\b|yttrande\s+(?:över|med\s+anledning)|till\s+(?:länsstyrelsen|regeringen)"
)


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    if _NO_DRAFT.search(words):
        return None
    consult = _CONSULT.search(words)
    if consult:
        return _consulted(words, consult.end(), vocabulary)
    if NO_DOCUMENT.search(re.sub(r"(?i)för\s+yttrande", "", words)):
        return None
    active = _SENDS.search(words)
    phrase = phrase_at(words, active.end() if active else 0, vocabulary)
    phrase = without_receivers(words, phrase, vocabulary) if phrase else None
    to = _TO.search(words)
    bodies = bodies_in(words, vocabulary, to.end(), to.end() + 200) if to else []
    return Deed(
        "remit",
        phrase if phrase and phrase.is_named else None,
        sent_to=bodies[0].name if len(bodies) == 1 and not _among(words, bodies[0]) else None,
    )


def _among(words: str, body: Body) -> bool:
    """Tell whether the body is one of several receivers: "kommunstyrelsen, pensionärsrådet och"."""
    return bool(
        re.match(r"(?:,\s+|\s+(?:och|samt)\s+)(?!senast|med|för)[a-zåäö]", words[body.end :])
    )


def _consulted(words: str, start: int, vocabulary: Vocabulary) -> Deed | None:
    """Return the draft that somebody is told to consult others on."""
    phrase = phrase_at(words, start, vocabulary)
    if phrase is None or not phrase.is_named or NO_DOCUMENT.search(words):
        return None
    dated = DATED.match(words[phrase.end :].lstrip(", "))
    days = dates_in(words, phrase.end, phrase.end + 35) if dated else []
    return Deed("remit", phrase, draft_dated=days[0].value if days else None)


REMIT = Action(
    "remit",
    (
        "remitter",
        "remiss",
        "yttrande",
        "samråd",
        "ställa ut",
        "ställs ut",
        "synpunkter",
        "granskning",
    ),
    (
        Wording(
            r"(?<!åter)\bremittera[rs]?\b",
            "Kommunstyrelsen remitterar Plan för parker till nämnderna.",
            "Plan för parker",
        ),
        Wording(
            r"\b(?:skicka|sänd|översänd)\w*\b[^.]{0,160}\b(?:på\s+remiss|för\s+yttrande|på\s+samråd|för\s+synpunkter)\b|\bremiss\b.*\bsänds\b|\bgå(?:r)?\s+ut\s+på\s+remiss\b|\b(?:skicka|sänd)\w*\s+(?:ut\s+)?på\s+remiss\b|\blämnas\s+(?:ut\s+)?på\s+remiss\b|\blägga\s+ut\b.*\bpå\s+remiss\b",
            "Förslag till Plan för parker skickas ut på remiss till nämnderna.",
            "Plan för parker",
        ),
        Wording(
            r"\bgodkänn(?:s|er|a)\b[^.]{0,160}\b(?:för|som\s+underlag\s+för)\s+(?:samråd|remiss|utställning|granskning)\b|\bgodkänn(?:s|er|a)\b[^.]{0,160}\bsom\s+remissversion\b",
            "Förslag till Plan för parker godkänns för samråd.",
            "Plan för parker",
        ),
        Wording(
            r"\bsamråda\s+(?:om|kring)\b|\bställa\s+ut\b|\bställs\s+ut\b|\binhämta\s+(?:synpunkter|yttranden?)\s+(?:på|över)\b|\bgenomföra\s+samråd\b",
            "Kommunstyrelsen ger kommundirektören i uppdrag att samråda om Plan för parker.",
            "Plan för parker",
        ),
    ),
    (
        "Motionen om en plan för parker remitteras till kommunstyrelsen.",
        "Detaljplan för kvarteret Björken sänds ut på samråd och remiss.",
        "Yttrandet översänds som svar på remiss om regional plan.",
    ),
    _read,
)
