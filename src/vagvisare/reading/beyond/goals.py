"""Goals and focus areas: what stands listed under such headings, or numbered as a heading."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from vagvisare.reading.beyond.listed import headings, items_under
from vagvisare.reading.reading import Finding
from vagvisare.reading.repair import repaired
from vagvisare.reading.source import Source
from vagvisare.reading.text import as_value

FACT = "goals"
Kind = Literal["goal", "subgoal", "focus_area"]
_AREA = r"(?:prioriterade\s+(?:områden|målområden|utvecklingsområden)|(?:fokus|mål|insats|utvecklings)områden|strategiska\s+områden)"
_HEADING = re.compile(
    r"(?i)^(?:#+\s*)?(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:våra|kommunens|övergripande|strategiska|långsiktiga|kortsiktiga|lokala|kommunala|gemensamma)\s+)*"
    rf"(?:(?P<area>{_AREA})|(?P<sub>delmål)|(?P<goal>(?:inriktnings|effekt|nämnd|verksamhets|huvud|kommun|resultat|process)?mål(?:en|sättning(?:ar)?)?|(?-i:Mal)))"
    r"(?:\s+(?:för|inom|under|med|och\s+delmål|och\s+fokusområden)\b[^.:…\t]*|\s+(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?\s*:?$"
)
_NUMBERED = re.compile(
    r"(?i)^(?:#+\s*)?(?:\d+(?:\.\d+)*\.?\s+)?(?:(?P<area>(?:fokus|mål|insats|utvecklings)område|prioriterat\s+område)|(?P<sub>delmål)|(?P<goal>(?:inriktnings|effekt|nämnd|verksamhets|huvud|kommun)?mål))"
    r"\s+(?P<number>\d{1,2}(?:\.\d{1,2})?|[A-H])\s*(?:[:.–-]\s*|\s)(?P<words>[A-ZÅÄÖ”\"][^…\t]{3,160}?)(?:\.{3}.*)?$"
)
_LEFT_OUT = re.compile(r"\.{3,}|…|\t|\s\d{1,3}$|^https?:|^www\.")
_LISTED, _UNSURE, _AS_HEADING = 0.85, 0.65, 0.8


@dataclass(frozen=True)
class Goal(Finding):
    """A goal, a part of one, or an area the document sets before others; in its own words."""

    kind: Kind
    value: str


def find(source: Source) -> Iterable[Finding]:
    """Yield each goal and focus area once, in the order they stand."""
    if source.kind != "steering":
        return ()
    found: dict[str, Goal] = {}
    for goal in (*_listed(source), *_numbered(source)):
        found.setdefault(goal.value.casefold(), goal)
    return sorted(found.values(), key=lambda goal: (goal.evidence.page, goal.evidence.start))


def _listed(source: Source) -> Iterator[Goal]:
    for number, match in headings(source, _HEADING):
        items = items_under(source.lines, number)
        least = 1 if match["goal"] or match["sub"] else 2
        if len(items) < least or any(_LEFT_OUT.search(item.words) for item in items):
            continue
        for item in items:
            if 4 <= len(item.words) <= 400 and not item.words.endswith((":", "?")):
                evidence = source.text.evidence(
                    item.start, item.end, _LISTED if item.whole else _UNSURE
                )
                yield Goal(evidence, _kind(match), repaired(item.words))


def _numbered(source: Source) -> Iterator[Goal]:
    for number, match in headings(source, _NUMBERED):
        line = source.lines[number]
        words = as_value(match["words"])
        if _LEFT_OUT.search(line.text) or words.endswith((",", "-")):
            continue
        start = line.start + match.start("words")
        yield Goal(
            source.text.evidence(start, start + len(words), _AS_HEADING), _kind(match), words
        )


def _kind(match: re.Match[str]) -> Kind:
    if match["area"]:
        return "focus_area"
    return "subgoal" if match["sub"] else "goal"
