"""A document ceases: "upphävs", "upphör att gälla", "utgår"."""

import re
from dataclasses import replace

from vagvisare.reading.events.days import ending_date, last_date
from vagvisare.reading.events.deeds import NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import (
    LEAD_IN,
    Phrase,
    ended_document,
    phrase_at,
    phrases_in,
)
from vagvisare.reading.reading import EndedDocument
from vagvisare.reading.types import first_type
from vagvisare.reading.vocabulary import Vocabulary

_END = re.compile(
    r"(?i)\b(?:upphör|upphöra|upphävs|upphäver|upphäva|upphävas|utgår|utgå|arkiveras|avslutas|avskaffa[rs]?|tas\s+bort|tas\s+ur\s+bruk|slutar|makuleras|återkallas|sätts\s+ur\s+kraft|inte\s+längre|utmönstras)\b"
)
_ACTIVE = re.compile(r"(?i)(?:upphäver|upphäva|avskaffar|avskaffa)$")
_RUNS_OUT = re.compile(r"(?i)\blöper\s+ut\b(?:\s+(?P<year>(?:19|20)\d\d))?")
# "godkänns med den ändringen att bilaga 3 utgår" ends no document
_WITH_CHANGE = re.compile(r"(?i)\bmed\s+(?:den|de|följande)\s+(?:ändring|tillägg)")
_DECISION_ONLY = re.compile(
    r"(?i)(?:tidigare|äldre|sitt|kommun\w+s|nämndens|beslut)\s*(?:eget\s+)?beslut\b|beslut(?:et)?\b"
)
_REPORT_NOTED = re.compile(
    r"(?i)\b(?:antecknas|antecknar|noteras|noterar|notera)\b.*\b(?:uppföljning|utvärdering|slutrapport|delrapport|redovisning|rapport)|\b(?:uppföljning|utvärdering|slutrapport|delrapport|redovisning|rapport)\w*\b.*\b(?:antecknas|noteras)\b"
)
_INTRO = re.compile(
    r"(?i)(?:att\s+|i\s+och\s+med\s+(?:detta|beslutet|antagandet)\s+|i\s+samband\s+med\s+(?:detta|det)\s+|genom\s+beslutet\s+|härigenom\s+|från\s+samma\s+(?:dag|datum)\s+|vid\s+samma\s+tidpunkt\s+|därmed\s+|samtidigt\s+|från\s+och\s+med\s+(?:den\s+)?(?:samma\s+dag|\d[\d-]*(?:\s\w+\s\d{4})?)\s+)*(?:upphör|upphävs|upphäva)?\s*(?:därmed\s+|samtidigt\s+)*(?:följande\s+\w+:?\s+)?(?:(?:den|det|de)\s+(?:tidigare|nuvarande|gamla|äldre)\s+)?(?:(?:tidigare|nu|nuvarande)\s+(?:antag\w+|gällande|beslutad\w*|fastställ\w+)\s+(?=[A-ZÅÄÖ]))?"
)
# After its own adoption another may stand: "..., § 11, och Anvisning för resor, beslutad ...".
_NEXT = re.compile(r"(?:\d|fullmäktige|styrelsen|nämnden),?\s+(?:och|samt)\s+(?=[A-ZÅÄÖ])")


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    verb = _END.search(words)
    if verb is None:
        return _runs_out(words, vocabulary)
    if _WITH_CHANGE.search(words, 0, verb.start()):
        return None
    if _REPORT_NOTED.search(words):
        return _runs_out(words, vocabulary)
    start = verb.end() + 1 if _ACTIVE.search(verb[0]) else 0
    listed = _ended_list(words[start:], vocabulary)
    if not listed or NO_DOCUMENT.search(words[: listed[0][1].end + start]):
        return None
    if _DECISION_ONLY.match(listed[0][0].title or ""):
        return None
    ends = tuple(ended for ended, _ in listed)
    return Deed("repeal", listed[0][1], ends, valid_until=ending_date(words[verb.end() :]))


def _ended_list(words: str, vocabulary: Vocabulary) -> list[tuple[EndedDocument, Phrase]]:
    """Return the documents that a statement ends; several stand with "samt" or "och" between."""
    out: list[tuple[EndedDocument, Phrase]] = []
    intro = _INTRO.match(words)
    phrase = phrase_at(words, intro.end() if intro else 0, vocabulary)
    while phrase and len(out) < 20:
        out.extend(_pair(words, phrase, vocabulary))
        following = _NEXT.search(words, phrase.end)
        phrase = phrase_at(words, following.end(), vocabulary) if following else None
    return out


def _pair(words: str, phrase: Phrase, vocabulary: Vocabulary) -> list[tuple[EndedDocument, Phrase]]:
    """Return the ended document, or both of "Regler för X och Taxa för Y, antagen ..."."""
    last = ended_document(words, phrase, vocabulary)
    both = re.fullmatch(r"(?P<a>.{8,}?)\s(?:och|samt)\s(?P<b>[A-ZÅÄÖ].{8,})", phrase.title)
    if not (both and all(first_type(both[name], vocabulary) for name in "ab")):
        return [(last, phrase)]
    shared = re.match(r",?\s*(?:antagna|fastställda|beslutade)\b", words[phrase.end :])
    first = replace(last, title=both["a"]) if shared else EndedDocument(both["a"])
    return [(first, replace(phrase, title=both["a"])), (replace(last, title=both["b"]), phrase)]


def _runs_out(words: str, vocabulary: Vocabulary) -> Deed | None:
    """Return the document whose noted report says that it "löper ut 2023"."""
    found = [
        p
        for p in phrases_in(LEAD_IN.sub("", words), vocabulary)
        if p.is_named and p.document_type != "rapport"
    ]
    if not found:
        return None
    out = _RUNS_OUT.search(words)
    until = out["year"] if out else last_date(words)
    return Deed("repeal", found[0], (EndedDocument(found[0].title),), valid_until=until)


REPEAL = Action(
    "repeal",
    (
        "upphör",
        "upphäv",
        "inte längre",
        "ur bruk",
        "slutar",
        "makuleras",
        "återkallas",
        "ur kraft",
        "utgå",
        "arkiveras",
        "löper ut",
        "avskaffa",
        "tas bort",
        "utmönstras",
        "avslutas",
    ),
    (
        Wording(
            r"\bupphäv(?:s|er|a|as)\b",
            "Kommunfullmäktige upphäver Policy för e-post, antagen 2009-03-30, § 21.",
            "Policy för e-post",
        ),
        Wording(
            r"\bupphöra?\b",
            "Plan för vatten 2018-2020 ska upphöra att gälla från och med 2022-11-01.",
            "Plan för vatten 2018-2020",
        ),
        Wording(
            r"\binte\s+längre\s+(?:ska\s+)?(?:gälla|gäller|tillämpas)|\b(?:gäller|tillämpas)\s+inte\s+längre|\btas\s+ur\s+bruk\b|\bslutar\s+gälla|\bmakuleras\b|\båterkallas\b|\bsätts\s+ur\s+kraft|\bska\s+inte\s+längre\s+(?:gälla|tillämpas)",
            "Rutin för nycklar ska inte längre gälla.",
            "Rutin för nycklar",
        ),
        Wording(
            r"\butgår\b|\bska\s+utgå\b|\barkiveras\b|\bavskaffa[rs]?\b|\btas\s+bort\b|\butmönstras\b",
            "Policy för faxar utgår ur kommunens författningssamling.",
            "Policy för faxar",
        ),
        Wording(
            r"\blöper\s+ut\b", "Plan för vatten löper ut 2023, vilket antecknas.", "Plan för vatten"
        ),
    ),
    (
        "Tidigare beslut om taxor för lån upphör att gälla.",
        "Kommunstyrelsens beslut 2022-01-12, § 4, om plan för lokaler upphävs.",
        "Riktlinjer för gåvor godkänns med den ändringen att bilaga 3 Plan för lån utgår.",
    ),
    _read,
)
