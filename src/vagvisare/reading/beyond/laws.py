"""The statutes cited by number, and whether each is repealed on the day asked about."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from vagvisare.reading.near import lowered, places
from vagvisare.reading.reading import Finding
from vagvisare.reading.source import Source
from vagvisare.reading.text import as_value

FACT = "laws"
Status = Literal["in_force", "upcoming", "repealed", "unknown", "misquoted"]
_STEMS = ("(", "sfs", "lagen ")
_NUMBER = re.compile(
    r"\(?(?P<sfs>SFS\s*(?:nr\.?\s*)?)?(?P<number>(?:1[6-9]|20)\d\d:\s?[1-9]\d{0,3})(?![\d:]|\.\d)"
)
_NAMED = re.compile(
    r"(?i:(?P<name>(?:\w+-\s*och\s+|plan\s+och\s+)?\w*(?:lag|balk|förordning)(?:en|ens|s)?|regeringsformen))"
    r"\s*(?:[,(]?\s*[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6}\)?,?\s*)?$"
)
_ABOUT = re.compile(
    r"\)?\s+(?P<about>(?:om|med|angående)\s[^.,;:()]{3,140}?)(?=[.,;:()]|\s*\n\s*(?:\n|[A-ZÅÄÖ•-])|\s*$"
    r"|\s(?:ska|skall|är|gäller|har|får|kan|bör|måste|samt|som|där|innebär|reglerar|anger|ställer|kräver|finns|framgår"
    r"|i|enligt|trädde|träder|och\s+\w*(?:lag|förordning|balk)\w*)\b)"
)
_MERE = re.compile(r"(?i)(?:lag|förordning)(?:en|ens|s)?")
_OTHER_NUMBER = re.compile(r"(?i)(?:\b(?:dnr|nr|nummer|diarienummer|sou|prop\.?|ds)|\d)\W*$")
_SURE, _BARE, _CONFLICTING = 0.95, 0.7, 0.6


@dataclass(frozen=True)
class Statute:
    """A row of the table: ISO days, None where not known for sure."""

    name: str
    source: str
    also: str = ""
    first: str | None = None
    repealed: str | None = None
    by: str | None = None

    def status_on(self, day: date) -> Status:
        """Return how the statute stands on `day`."""
        if self.repealed and self.repealed <= day.isoformat():
            return "repealed"
        return "upcoming" if self.first and day.isoformat() < self.first else "in_force"


@dataclass(frozen=True)
class Law(Finding):
    """A cited statute.

    name    as the text has it, None when only the number stands there
    law     the name of the statute with that number, None when the number is not known
    status  misquoted: the number is that of another statute than the one named
    as_known_on  the day up to which repeals are known
    """

    number: str
    name: str | None
    law: str | None
    status: Status
    repealed_from: str | None
    replaced_by: str | None
    as_known_on: str


def find(source: Source) -> Iterable[Finding]:
    """Yield each cited number once, where it is first named."""
    found: dict[str, Law] = {}
    for match in _numbers(source):
        number = re.sub(r"\s", "", match["number"])
        before = found.get(number)
        if before is None or before.name is None:
            law = _law(source, number, match)
            if law and (before is None or law.name):
                found[number] = law
    return found.values()


def _numbers(source: Source) -> Iterator[re.Match[str]]:
    text = source.clean
    lower = lowered(text)
    hits = {place for stem in _STEMS for place in places(stem, lower)}
    for place in sorted(hits):
        direct = text[place] == "(" or lower.startswith("sfs", place)
        begin = place if direct else text.find(" ", place) + 1
        match = _NUMBER.match(text, begin)
        if match and not (begin and text[begin - 1].isalpha() and text[begin] != "("):
            yield match


def _law(source: Source, number: str, match: re.Match[str]) -> Law | None:
    text = source.clean
    named = _NAMED.search(text[max(0, match.start() - 80) : match.start()])
    statute = table().get(number)
    bracketed = match[0].startswith("(")
    is_known = statute is not None and bracketed and not _is_other_number(text, match.start())
    if not (named or match["sfs"] or is_known):
        return None
    if int(number[:4]) > source.on.year + 1:
        return None
    start, end = match.span()
    name = None
    if named:
        start = max(0, match.start() - 80) + named.start("name")
        name, end = _name(text, named["name"], match)
    else:
        start += bracketed
    place = (start, end + text.startswith(")", end))
    return _told(source, number, name, place, statute, _SURE if named or match["sfs"] else _BARE)


def _is_other_number(text: str, place: int) -> bool:
    """Tell whether a number of another kind is announced before `place`: "dnr (2017:725)"."""
    return bool(_OTHER_NUMBER.search(text[max(0, place - 20) : place]))


def _name(text: str, word: str, match: re.Match[str]) -> tuple[str | None, int]:
    """Return the name as printed, and where the citation ends: "lag (2006:544) om ..."."""
    if not _MERE.fullmatch(word):
        return as_value(word), match.end()
    about = _ABOUT.match(text, match.end())
    if about is None:
        return None, match.end()
    return as_value(f"{word} {about['about']}"), about.end("about")


def _told(
    source: Source,
    number: str,
    name: str | None,
    place: tuple[int, int],
    statute: Statute | None,
    sure: float,
) -> Law:
    status: Status = statute.status_on(source.on) if statute else "unknown"
    if statute and name and _is_another(name, statute):
        status, sure = "misquoted", _CONFLICTING
    repealed = statute if statute and status == "repealed" else None
    return Law(
        source.text.evidence(*place, sure),
        number,
        name,
        statute.name if statute else None,
        status,
        repealed.repealed if repealed else None,
        repealed.by if repealed else None,
        as_known_on(),
    )


def _is_another(name: str, statute: Statute) -> bool:
    """Tell whether `name` is that of another statute of the table than `statute`."""
    plain = _plain(name)
    return plain in _names() and plain not in (_plain(statute.name), _plain(statute.also))


def _plain(name: str) -> str:
    """Return the name in the definite form without hyphens: "plan och bygglagen"."""
    plain = " ".join(re.sub(r"[-\s]+", " ", name.casefold()).split()).removesuffix("s")
    return plain + "en" if plain.endswith(("lag", "balk", "förordning")) else plain


@cache
def _names() -> frozenset[str]:
    statutes = table().values()
    return frozenset(_plain(name) for s in statutes for name in (s.name, s.also) if name)


@cache
def _data() -> dict[str, Any]:
    text = (files("vagvisare.reading") / "data" / "laws.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def as_known_on() -> str:
    """Return the day up to which the table knows of repeals."""
    return str(_data()["as_known_on"])


@cache
def table() -> Mapping[str, Statute]:
    """Return the statutes of data/laws.toml by their number."""
    return {
        number: Statute(
            row["name"],
            row["source"],
            row.get("also", ""),
            row.get("from"),
            row.get("until"),
            row.get("by"),
        )
        for number, row in _data()["laws"].items()
    }
