"""How Swedish memos conclude, propose and tell what was decided before."""

import re
from collections.abc import Iterator

from vagvisare.memos.memo_text import PROPOSAL, MemoText, Said
from vagvisare.memos.parsing.head import DAY
from vagvisare.memos.parsing.leads import BODY, decider_in

_MODAL = r"\b(?:bör|ska|skall|borde|behöver|måste|föreslås|rekommenderas|föreslår|rekommenderar)\b"
_END = r"(?:tas bort|plockas bort|upphäv\w*|upphör\w*|utgå\w*|avvecklas|avskaffas|slopas)"
_LOOK_AGAIN = r"(?:ses över|\böversyn\b|revideras|uppdateras|omarbetas|göras om|skrivas om)"

# What is concluded -> how a proposal carries it out.
CONCLUSIONS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "repeal": (
        re.compile(rf"{_MODAL}[^.]{{0,300}}?{_END}", re.IGNORECASE),
        re.compile(r"upphäv|upphör|tas bort|utgå|avvecklas|avskaffas|slopas", re.IGNORECASE),
    ),
    "review": (
        re.compile(rf"{_MODAL}[^.]{{0,300}}?{_LOOK_AGAIN}", re.IGNORECASE),
        re.compile(
            r"se(?:s|r)? över|översyn|revider|uppdatera|omarbeta|ta(?:s)? fram|i uppdrag",
            re.IGNORECASE,
        ),
    ),
}
_NOT = re.compile(r"\b(?:inte|ej|aldrig)\b", re.IGNORECASE)
ENDS = re.compile(r"\b(?:upphäv(?:s|er|as|a)?|upphör(?:a)?|tas bort)\b", re.IGNORECASE)
_ADOPTED = re.compile(
    rf"\b(?:antog(?:s)?|antagen|antaget|antagna|antagits|antogs|fastställ\w*|beslutad\w*|beslutats)\b"
    rf"[^.]{{0,40}}?\b(?:i|av|genom delegationsbeslut av)\s+(?P<by>{BODY})",
    re.IGNORECASE,
)
_ADOPTED_ACTIVE = re.compile(
    rf"(?P<by>{BODY})\s+(?:antog|fastställde|har antagit)\b", re.IGNORECASE
)
DAY_SAID = re.compile(DAY, re.IGNORECASE)
SECTION_SAID = re.compile(r"§+\s*\d")
_RANKS = (
    ("fullmäktige", 1),
    ("styrelse", 2),
    ("nämnd", 3),
    ("utskott", 4),
    ("beredning", 4),
    ("direktör", 5),
)
_INDEFINITE = {
    "nämnden": "nämnd",
    "styrelsen": "styrelse",
    "utskottet": "utskott",
    "beredningen": "beredning",
    "direktören": "direktör",
}
OFFICE = 5


def conclusions(text: MemoText, kind: str) -> Iterator[Said]:
    """Return the sentences outside the proposal that conclude something of this kind."""
    concludes, _ = CONCLUSIONS[kind]
    for said in text.argued():
        found = concludes.search(said.text)
        if found and not _NOT.search(found.group()):
            yield said


def proposes(text: MemoText, kind: str) -> bool:
    """Whether some point of the proposal carries out a conclusion of this kind."""
    _, carries_out = CONCLUSIONS[kind]
    return any(carries_out.search(point.text) for point in text.under(PROPOSAL))


def repeal_points(text: MemoText) -> list[Said]:
    """Return the points that end a document."""
    return [point for point in text.under(PROPOSAL) if ENDS.search(point.text)]


def adopter_in(words: str) -> str:
    """Return the body that the words say adopted something, or an empty text."""
    found = _ADOPTED.search(words) or _ADOPTED_ACTIVE.search(words)
    return found["by"] if found else ""


def rank_of(body: str) -> int | None:
    """Return 1 for the assembly, 2 for the board and so on; None: not a body we know."""
    name = _stem(body)
    return next((rank for ending, rank in _RANKS if name.endswith(ending)), None)


def may_end(body: str, adopter: str) -> bool:
    """Whether the body may end what the adopter adopted: the same one, or one above it."""
    if not body or not adopter or _same(body, adopter):
        return True
    one, other = rank_of(body), rank_of(adopter)
    return one is None or other is None or one < other


def decider_of(point: Said, text: MemoText) -> str:
    """Return who decides the point: as the point or the words above it say, else the addressed."""
    named = decider_in(point.text) if re.search(r"föreslår|föreslå", point.text) else ""
    return named or point.decider or text.addressed


def _same(one: str, other: str) -> bool:
    """Also "nämnden" for a committee called by its whole name elsewhere."""
    one, other = _stem(one), _stem(other)
    return one.endswith(other) or other.endswith(one)


def _stem(body: str) -> str:
    name = body.casefold().strip()
    definite = next((ending for ending in _INDEFINITE if name.endswith(ending)), "")
    return name.removesuffix(definite) + _INDEFINITE.get(definite, "")
