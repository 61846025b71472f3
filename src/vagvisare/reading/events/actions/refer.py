"""A matter is sent back, put off, or passed on: "Ärendet återremitteras till kommundirektören"."""

import re
from dataclasses import replace

from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.events.deeds import NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import Phrase, phrase_at, without_receivers
from vagvisare.reading.vocabulary import Vocabulary

_VERB = re.compile(
    r"(?i)\b(?:bordlägg(?:s|er|a)|återremittera[rs]?|återremiss\w*|hänskjut(?:s|er|a)|återförvisa[rs]?|lämna[rs]?\s+över|överlämna[rs]?|(?:lämna|skicka)[rs]?\s+tillbaka|skjut(?:s|er|a)\s+upp|utgår)\b\s*"
)
_TO = re.compile(
    r"(?i)(?:återremi\w+|hänskjut\w*|överlämna\w*|återförvisa\w*|lämnas?\s+över|tillbaka)[^.]{0,140}?\btill\s+"
)
# What is sent on without being a draft of one's own.
_OTHER = re.compile(r"(?i)motion|yttrande|svar på|medborgarförslag")
_PURPOSE = re.compile(
    r"(?i),?\s+(?:för|i\s+syfte)\s+(?:komplettering|ytterligare|vidare|fortsatt|förnyad|omarbetning|bearbetning|utredning|beredning|att)\b|,?\s+med\s+(?:motivering|uppdrag)\w*\b"
)
_DECISION_ON = re.compile(r"(?i)(?:att\s+)?beslut(?:et)?\s+(?:om|avseende)\s+")
_MATTER = re.compile(r"(?i)\b(?:ärendet|ärende|förslaget|frågan|paragrafen)\b")


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    verb = _VERB.search(words)
    if verb is None or NO_DOCUMENT.search(words) or _OTHER.search(words):
        return None
    phrase = _sent(words, verb, vocabulary)
    if phrase is None and not _MATTER.search(words):
        return None
    to = _TO.search(words)
    bodies = bodies_in(words, vocabulary, to.end(), to.end() + 80) if to else []
    return Deed("refer", phrase, sent_to=bodies[0].name if bodies else None)


def _sent(words: str, verb: re.Match[str], vocabulary: Vocabulary) -> Phrase | None:
    """Return the document that is sent: before a passive verb, after an active one; None for a matter."""
    active = verb[0].strip()[-1] in "ra"
    if not active and verb.start() < 8:
        return None
    start = verb.end() if active else 0
    about = _DECISION_ON.match(words, start)
    phrase = phrase_at(words, about.end() if about else start, vocabulary)
    if phrase is None or phrase.document_type == "budget" or _MATTER.match(phrase.title):
        return None
    named = without_receivers(words, _without_purpose(words, phrase), vocabulary)
    return named if named.is_named else None


def _without_purpose(words: str, phrase: Phrase) -> Phrase:
    """Return the name without why it is sent: "Plan för parker för komplettering med kostnader"."""
    why = _PURPOSE.search(words, phrase.start, phrase.end)
    if why is None:
        return phrase
    title = words[phrase.start : why.start()].strip(" ,")
    return replace(phrase, title=title, end=why.start())


REFER = Action(
    "refer",
    (
        "bordlägg",
        "återremi",
        "hänskjut",
        "återförvis",
        "lämnas",
        "lämnar",
        "lämna",
        "skjut",
        "utgår",
        "stryks från",
        "tillbaka",
    ),
    (
        Wording(r"\bbordlägg(?:s|er|a)\b", "Rutin för nycklar bordläggs.", "Rutin för nycklar"),
        Wording(
            r"\båterremittera[rs]?\b",
            "Kommunfullmäktige återremitterar Plan för parker till kommunstyrelsen.",
            "Plan för parker",
        ),
        Wording(
            r"\bhänskjut(?:s|er|a)\b|\båterförvisa[rs]?\b",
            "Förslaget till Plan för parker hänskjuts till kommunfullmäktige.",
            "Plan för parker",
        ),
        Wording(
            r"\bärendet\s+(?:om\s+[^.]{3,80}\s+)?(?:överlämnas|lämnas\s+över)\s+till\b|\böverlämna[rs]?\s+ärendet\b",
            "Ärendet om Plan för parker överlämnas till kommunfullmäktige utan eget förslag.",
            "Plan för parker",
        ),
        Wording(
            r"\b(?:ärendet|paragrafen)\s+utgår\b|\bstryks\s+från\s+(?:dagordningen|ärendelistan)|\b(?:ärendet|beslutet|frågan)\b.*\bskjuts\s+upp\b|\bskjut(?:er|a)\s+upp\s+(?:ärendet|beslut)",
            "Ärendet om Plan för parker skjuts upp.",
            "Plan för parker",
        ),
    ),
    (
        "Motionen om en plan för parker bordläggs.",
        "Yttrande över Plan för parker överlämnas till länsstyrelsen.",
    ),
    _read,
)
