"""A document is adopted: "antas", "fastställs", "godkänns", "Kommunfullmäktige antar"."""

import re

from vagvisare.reading.dates import StatedDate, dates_in
from vagvisare.reading.events.actions.note import REPORT
from vagvisare.reading.events.actions.replace import superseded
from vagvisare.reading.events.days import force_date, last_date
from vagvisare.reading.events.deeds import DATED, NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import Phrase, phrase_at
from vagvisare.reading.types import first_type
from vagvisare.reading.vocabulary import Vocabulary

_ACTIVE = re.compile(
    r"(?i)\b(?:antar|anta|fastställer|fastställa|godkänner|godkänna|antagit|antager|antaga|fastslår|ställ(?:er|a)\s+sig\s+bakom|beslutar\s+om(?=\s+[A-ZÅÄÖ])|beslutar\s+(?:att\s+)?(?:anta|fastställa|godkänna))\s+"
)
_PROPOSAL = re.compile(
    r"(?i)[^.]{0,80}föreslår\s+(?:att\s+)?(?:kommunfullmäktige\s+)?(?:besluta[r]?\s+)?(?:att\s+)?"
)
_REVISED = re.compile(
    r"(?i)\b(?:revider(?:ad|ade|at)|uppdater(?:ad|ade|at))\s+(?!(?:19|20)\d\d)|\brevidering(?:en|ar|arna)?\s+av\b"
)
_REJECTS = re.compile(
    r"(?i)\b(?:avslå[rs]?|avslag|motionen|medborgarförslaget|initiativärendet|yrkandet)\b"
)
# "den redovisade uppföljningen" is a report too
LEADING = re.compile(
    r"(?i)^(?:(?:den|det|de|en|redovisa\w*|genomför\w*|upprätta\w*|bifoga\w*|årlig\w*)\s+)+"
)
_MEMO = re.compile(r"(?i)tjänsteskrivelse|tjänsteutlåtande")
# "en utökad budget", "underlag till budget": an amount or a paper, no document adopted
_AMOUNT = re.compile(
    r"(?i)(?:en\s+|den\s+)?(?:utökad|ökad|minskad|total|totala|den\s+totala|slutlig\s+kostnad)\s|underlag\s|avgift(?:en)?\s+(?:till|för\s+bygglov)|dagordning|föredragningslist|ärendelist|protokoll|medel\b|val\s+av\b|svar(?:et)?\b|kommunens\s+svar|nämndens\s+svar"
)
# "medel om 4 miljoner kronor i budget 2024", "inom ramen för direktivet"
_BESIDE = re.compile(
    r"(?i)\s(?:som|ur|med\s+ett?n?|i\s+enlighet\s+med|enligt|inom\s+ramen\s+för|om\s+\d[\d ,]*)\s"
)


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    active = _ACTIVE.search(words)
    proposal = None if active else _PROPOSAL.match(words)
    start = active.end() if active else proposal.end() if proposal else 0
    phrase = phrase_at(words, start, vocabulary)
    if phrase is None or not _is_adopted(words, start, phrase, vocabulary):
        return None
    days = _draft_days(words, phrase)
    return Deed(
        "adopt",
        phrase,
        draft_dated=days[0].value if days else None,
        in_force=force_date(words),
        valid_until=last_date(words[phrase.end :]),
        called_revised=bool(_REVISED.search(words[start : phrase.end])),
        ends=superseded(words[phrase.end :], vocabulary),
    )


def _is_adopted(words: str, start: int, phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Tell whether what is adopted is the document, and not a report, an amount or an answer."""
    named = words[start : phrase.end]
    if NO_DOCUMENT.search(named) or _REJECTS.match(named) or REPORT.match(LEADING.sub("", named)):
        return False
    if phrase.document_type in ("rapport", "protokoll") or _AMOUNT.match(named):
        return False
    typed = first_type(named, vocabulary)
    return not (typed and _BESIDE.search(named[: typed.start]))


def _draft_days(words: str, phrase: Phrase) -> list[StatedDate]:
    dated = DATED.search(words)
    if dated and not _MEMO.search(words[phrase.end : dated.start()]):  # else the memo's own day
        return dates_in(words, dated.end(), dated.end() + 22)
    return [
        d
        for d in dates_in(words, phrase.end, phrase.end + 20)
        if d.start - phrase.end < 3 and not d.is_day
    ]


ADOPT = Action(
    "adopt",
    ("anta", "fastst", "godkänn", "beslutas", "sig bakom", "fastslår", "beslutar om"),
    (
        Wording(
            r"\b(?:antas|antages|fastställs|godkänns|beslutas)\b",
            "Biblioteksplan för Exempelby 2025-2028 antas.",
            "Biblioteksplan för Exempelby 2025-2028",
        ),
        Wording(
            r"\bställ(?:er|a)\s+sig\s+bakom\b|\bfastslår\b|\bantager\b|\bantaga\b|\bbeslutar\s+om\b",
            "Kommunfullmäktige ställer sig bakom Policy för resor.",
            "Policy för resor",
        ),
        Wording(
            r"\b(?:antar|anta|antagit|fastställer|fastställa|godkänner|godkänna)\s",
            "Kommunfullmäktige antar Policy för resor, daterad 2024-03-01.",
            "Policy för resor",
        ),
    ),
    (
        "Kommunstyrelsen antar yttrandet som sitt svar på remissen om regional utvecklingsplan.",
        "Kommunfullmäktige fastställer sammanträdesplan för 2025.",
        "Kommunstyrelsen godkänner en utökad budget för projektet med 10 miljoner kronor.",
        "Detaljplan för kvarteret Björken antas.",
    ),
    _read,
)
