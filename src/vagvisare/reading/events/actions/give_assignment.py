"""Somebody is to draft, revise, review or follow up a document: "får i uppdrag att ta fram"."""

import re
from itertools import pairwise

from vagvisare.reading.events.deeds import NO_DOCUMENT, Action, Deed, Wording
from vagvisare.reading.events.phrases import Phrase, phrases_in
from vagvisare.reading.vocabulary import Vocabulary

_WORK = re.compile(
    r"(?i)\b(?:ta(?:r|s)?\s+fram|upprätta|utarbeta|utforma|arbeta\s+(?:fram|om)|revidera|se\s+över|uppdatera|följa\s+upp|utvärdera|redovisa|inkludera|samordna|aktualisera|aktualitetspröva|(?:återkomma|inkomma|komma)\s+med|skriva|omarbeta|bearbeta|komplettera|framtagande(?:t)?\s+av|genomföra\s+(?:en\s+)?(?:översyn|uppföljning|utvärdering|revidering|aktualitetsprövning)|(?:göra|påbörja)\s+(?:en\s+)?(?:översyn|revidering)|överväga|formulera|stryka|förtydliga|lägga\s+(?:fram|till)|anpassa|ta\s+ställning\s+till|initiera|inleda|påbörja|starta|presentera|föreslå|lämna\s+(?:ett\s+)?förslag|modernisera|harmonisera|översätta|tillämpa\s+och\s+följa\s+upp)\b"
)
# "till riktlinjer eller policy": not one document that somebody is to write.
_ANY = re.compile(r"(?i)(?:riktlinje|regel|policy|plan)\b\s*(?:eller|$)")
_IN_BALANCE = re.compile(r"(?i)(?:budget|ekonomi)\w*\s+i\s+balans")
_LISTED = re.compile(r"\s*(?:,|samt|och|,\s*samt)?\s*(?:[A-ZÅÄÖ][\wåäö]*s?\s+)*")


def _read(words: str, vocabulary: Vocabulary) -> Deed | None:
    given = GIVE_ASSIGNMENT.pattern.search(words.lower())
    work = _WORK.search(words, given.end() if given else 0)
    if given is None or work is None:
        return None
    rest = words[work.start() :]
    found = [p for p in phrases_in(rest, vocabulary) if not _ANY.match(p.title)]
    if not found or _IN_BALANCE.match(found[0].title) or NO_DOCUMENT.search(rest[: found[0].end]):
        return None
    first = found[0]
    if len(found) > 1 and _lists(rest, found):
        title = rest[first.start : found[-1].end].strip(" ,.")
        first = Phrase(title, None, first.start, found[-1].end)
    return Deed("give_assignment", first)


def _lists(rest: str, found: list[Phrase]) -> bool:
    between = [rest[a.end : b.start] for a, b in pairwise(found)]
    return len(found) > 2 and all(_LISTED.fullmatch(gap) for gap in between)


GIVE_ASSIGNMENT = Action(
    "give_assignment",
    ("uppdrag", "uppdra", "igångsättning", "åläggs", "uppmanas", "anmodas", "i uppgift"),
    (
        Wording(
            r"\b(?:få[rt]?|ges|ger|gav|lämnar|ge|lämna)\b[^.]{0,160}?\bi\s+uppdrag\b|\bi\s+uppdrag\s+(?:åt|till)\b",
            "Kommunstyrelsen ger kommundirektören i uppdrag att ta fram en cykelplan för Exempelby.",
            "cykelplan för Exempelby",
        ),
        Wording(
            r"\buppdra(?:r|s|ga)?\s+(?:åt|till|i)\b|\buppdra[rs]\b",
            "Kommunstyrelsen uppdrar åt kommunchefen att se över Policy för resor.",
            "Policy för resor",
        ),
        Wording(
            r"\b(?:åläggs|uppmanas|anmodas|får\s+i\s+uppgift)\b",
            "Nämnden uppmanas att revidera Plan för parker.",
            "Plan för parker",
        ),
        Wording(
            r"\bigångsättningsbeslut\b",
            "Igångsättningsbeslut för framtagande av Plan för parker lämnas.",
            "Plan för parker",
        ),
        Wording(
            r"\buppdrag\s+(?:ges|lämnas|ska\s+ges)\b",
            "Uppdrag ges till skolnämnden att revidera Plan för parker.",
            "Plan för parker",
        ),
    ),
    (
        "Förvaltningen får i uppdrag att upprätta förslag till detaljplan.",
        "Kommundirektören får i uppdrag att teckna hyresavtal för lokalen.",
    ),
    _read,
)
