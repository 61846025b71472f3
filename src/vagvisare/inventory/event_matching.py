"""Which document of the register an event in minutes speaks of, and why. Values in, value out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from django.utils.translation import gettext as _

Way = Literal["act", "title", "popular", "form", "alike"]
# From the surest: what the decision names by body, day and section; then titles, ever less alike.
WAYS: tuple[Way, ...] = ("act", "title", "popular", "form", "alike")
ALIKE_FROM = 0.75  # of the words of either title that stand in both
NEAR_FROM = 0.5  # enough where the adoption is the same in body, day and section
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "Göteborgs Stads riktlinje", "plan för Tyresö kommun": whose it is tells nothing of what it is.
_OWNER = re.compile(
    r"\b[a-zåäöé-]+\s+(?:stads?|kommuns?|kommunens|stadens)\b|\bstadens|\bkommunens"
)
_SMALL = frozenset(
    [
        "för",
        "i",
        "och",
        "av",
        "om",
        "med",
        "på",
        "till",
        "samt",
        "en",
        "ett",
        "den",
        "det",
        "de",
        "från",
        "vid",
        "inom",
        "mot",
        "år",
        "åren",
    ]
)
_ENDINGS = ("erna", "arna", "orna", "ens", "ets", "en", "et", "er", "ar", "or", "s", "n", "t")
_SHORTEST_STEM = 4


@dataclass(frozen=True)
class Adoption:
    """Where and when something was decided about a document; empty where it is not known.

    body  the name, in lower case
    day   as stated: "2007-12-12", "2007-12" or "2007"
    """

    body: str = ""
    day: str = ""
    section: str = ""

    def agrees_with(self, other: "Adoption") -> bool:
        """Whether nothing that both state differs."""
        bodies = not self.body or not other.body or self.body == other.body
        sections = not self.section or not other.section or self.section == other.section
        return bodies and sections and same_day(self.day, other.day)

    @property
    def is_told(self) -> bool:
        """Whether it could be told from other decisions."""
        return bool(self.body and self.day)

    def __str__(self) -> str:
        section = f"§ {self.section}" if self.section else ""
        return " ".join(part for part in (self.body, self.day, section) if part)


@dataclass(frozen=True)
class Known:
    """A document of the register, as far as it takes to tell it from others."""

    key: int
    title: str
    popular_name: str = ""
    document_type: str = ""
    decided: tuple[Adoption, ...] = ()
    diary_nos: frozenset[str] = frozenset()
    over: bool = False  # a decision has ended it


@dataclass(frozen=True)
class Sought:
    """What the event says of the document it speaks of."""

    title: str
    document_type: str = ""  # the municipality's key, empty where unknown
    adopted: Adoption = field(default_factory=Adoption)
    diary_no: str = ""


@dataclass(frozen=True)
class Match:
    """A document it may be, the surest way first, and the sentence that says why."""

    document: int
    way: Way
    because: str
    over: bool = False


@dataclass(frozen=True)
class Outcome:
    """What matching gave: one document, several to choose from, or none."""

    match: Match | None = None
    choices: tuple[Match, ...] = ()


def matched(sought: Sought, known: Iterable[Known]) -> Outcome:
    """Return the document that is meant where that is clear, else those it may be.

    A title that is only alike is never enough by itself: a person chooses. Of several that are
    as sure, those that no decision has ended go first, then the one whose diary number it is.
    """
    found = [match for one in known if (match := _match(sought, one))]
    if not found:
        return Outcome()
    best = min(WAYS.index(match.way) for match in found)
    first = [match for match in found if WAYS.index(match.way) == best]
    first = [match for match in first if not match.over] or first
    if len(first) == 1 and WAYS[best] != "alike":
        return Outcome(first[0])
    return Outcome(choices=tuple(sorted(found, key=lambda m: (WAYS.index(m.way), m.document))))


def same_day(first: str, second: str) -> bool:
    """Whether two stated days can be the same: "2007" agrees with "2007-12-12", and "" with all."""
    return first.startswith(second) or second.startswith(first)


def words_in(title: str) -> frozenset[str]:
    """Return what a title is about: its words without small ones, owners, years and endings."""
    folded = _OWNER.sub(" ", title.casefold())
    words = (word for word in _WORD.findall(folded) if word not in _SMALL)
    return frozenset(_stem(word) for word in words if not word.isdecimal())


def years_in(title: str) -> frozenset[str]:
    """Return the years a title states, those of a period between too: "2020-22" is three."""
    return frozenset(_YEAR.findall(title))


def likeness(first: str, second: str) -> float:
    """Return how much of the words of either title stand in both, 0..1."""
    one, other = words_in(first), words_in(second)
    return len(one & other) / len(one | other) if one | other else 0.0


def _match(sought: Sought, known: Known) -> Match | None:
    way = _way(sought, known)
    if way is None or _contradicts(sought, known, way):
        return None
    return Match(known.key, way, _because(sought, known, way), known.over)


def _way(sought: Sought, known: Known) -> Way | None:
    same_act = sought.adopted.is_told and any(
        act.is_told
        and act.section
        and act.section == sought.adopted.section
        and act.agrees_with(sought.adopted)
        for act in known.decided
    )
    share = likeness(sought.title, known.title)
    if same_act and share >= NEAR_FROM:
        return "act"
    if _folded(sought.title) == _folded(known.title):
        return "title"
    if known.popular_name and _folded(sought.title) == _folded(known.popular_name):
        return "popular"
    if _is_called(sought.title, known.popular_name):
        return "popular"
    if share == 1.0:
        return "form"
    return "alike" if share >= ALIKE_FROM else None


def _is_called(title: str, popular_name: str) -> bool:
    """Whether the title has the popular name in it: "planen Ett Tyresö för alla"."""
    folded = _folded(popular_name)
    return len(folded.split()) > 1 and folded in _folded(title)


def _contradicts(sought: Sought, known: Known, way: Way) -> bool:
    years, others = years_in(sought.title), years_in(known.title)
    if years and others and years != others:
        return True
    if way == "act":
        return False
    other_day = bool(sought.adopted.day and known.decided) and not any(
        act.agrees_with(sought.adopted) for act in known.decided
    )
    both_typed = bool(sought.document_type and known.document_type)
    other_type = both_typed and sought.document_type != known.document_type
    return other_day or (other_type and way in ("form", "alike"))


def _because(sought: Sought, known: Known, way: Way) -> str:
    parts = [
        {
            "act": _("the same decision"),
            "title": _("the same title"),
            "popular": _("called so"),
            "form": _("the same title in another form"),
            "alike": _("a title much alike"),
        }[way]
    ]
    decided = _decided(sought, known.decided)
    if decided:
        parts.append(_("decided by {decision}").format(decision=decided))
    if sought.diary_no and sought.diary_no.casefold() in known.diary_nos:
        parts.append(_("the same diary number, {number}").format(number=sought.diary_no))
    return "; ".join(parts)


def _decided(sought: Sought, decided: Sequence[Adoption]) -> Adoption | None:
    told = [act for act in decided if act.is_told]
    if sought.adopted.day:
        told = [act for act in told if act.agrees_with(sought.adopted)] or told
    return told[0] if told else None


def _folded(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold()))


def _stem(word: str) -> str:
    """Return the word without its ending: "reglementet", "reglementets" and "reglemente" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > _SHORTEST_STEM else word
