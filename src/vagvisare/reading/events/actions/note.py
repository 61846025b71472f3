"""A report on a document is noted: "Uppföljningen av Biblioteksplan läggs till handlingarna"."""

import re

from vagvisare.reading.events.deeds import NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import LEAD_IN, phrases_in
from vagvisare.reading.vocabulary import Vocabulary

REPORT = re.compile(
    r"(?i)\b[\wåäö]*(?:uppföljning|utvärdering|slutrapport|delrapport|årsrapport|redovisning|rapport|lägesrapport|återrapportering|avrapportering|kartläggning|aktualitetsprövning)(?:en|ar|arna|s|ering|eringen|t)?\b"
)
_VERB = re.compile(
    r"(?i)(?:[\wåäö-]+\s+(?:och\s+[\wåäö-]+\s+)?)?(?:noterar|notera|antecknar|anteckna|lägger|lägga|tar\s+del\s+av|ta\s+del\s+av|har\s+tagit\s+del\s+av|godkänner|godkänna|mottar|tar\s+emot|tackar\s+för|tacka\s+för|beaktar)\s+(?:till\s+protokollet\s+)?"
)
_REJECTS = re.compile(
    r"(?i)\b(?:avslå[rs]?|avslag|motionen|medborgarförslaget|initiativärendet|yrkandet)\b"
)
_NOT_OWN = re.compile(r"(?i)(?:inkomna|anmälda|kommunfullmäktiges\s+uppdrag|uppdrag|budget)")
# "redovisningen av beslut enligt delegationsordningen" is no report on that order
_ASIDE = re.compile(r"(?i)\b(?:enligt|i enlighet med|utifrån|fattade|beslut)\b")
_PAPERS = ("rapport", "budget", "protokoll", "tjänsteskrivelse")


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    if not REPORT.search(words) or NO_DOCUMENT.search(words) or _REJECTS.search(words):
        return None
    verb = _VERB.match(words)
    rest = words[verb.end() :] if verb else words
    lead = LEAD_IN.match(rest)
    rest = rest[lead.end() :] if lead else rest
    if not (lead and REPORT.search(lead[0])) and not re.match(
        r"(?i)[\wåäö ]*(?:kartläggning)|(?:[\wåäö]+\s+){0,2}rapport", rest
    ):
        return None
    if _NOT_OWN.match(rest):
        return None
    found = [
        p for p in phrases_in(rest, vocabulary) if p.is_named and p.document_type not in _PAPERS
    ]
    if not found or found[0].start > 60 or _ASIDE.search(rest[: found[0].start]):
        return None
    return Deed("note", found[0])


NOTE = Action(
    "note",
    (
        "anteckna",
        "notera",
        "till handlingarna",
        "del av",
        "godkänn",
        "mottar",
        "tar emot",
        "tacka",
        "beakta",
    ),
    (
        Wording(
            r"\bnotera[rs]?\b|\banteckna[rs]?\b",
            "Kommunstyrelsen noterar uppföljningen av Plan för parker 2020-2022.",
            "Plan för parker 2020-2022",
        ),
        Wording(
            r"\bläg(?:gs?|ger|ga)\s[^.]{0,160}till\s+handlingarna\b",
            "Nämnden lägger utvärderingen av Plan för parker till handlingarna.",
            "Plan för parker",
        ),
        Wording(
            r"\b(?:tar|ta|har\s+tagit)\s+del\s+av\b|\bmottar\b|\btacka[rs]?\s+för\b|\bbeaktar\b|\btar\s+emot\b",
            "Kommunfullmäktige tar del av återrapporteringen av Plan för parker.",
            "Plan för parker",
        ),
        Wording(
            r"\bgodkänn(?:er|s|a)\b",
            "Kommunfullmäktige godkänner uppföljningen av Plan för parker.",
            "Plan för parker",
        ),
    ),
    (
        "Redovisningen av delegationsbeslut läggs till handlingarna.",
        "Kommunstyrelsen noterar informationen om översiktsplanen.",
        "Uppföljning av budget per april godkänns.",
    ),
    _read,
)
