"""How often something is promised, in months, and when it is due, as sentences word it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vagvisare.reading.dates import MONTHS, first_date

YEAR, TERM = 12, 48  # months; a term of office (mandatperiod) is four years
_YEAR_ALONE = 4  # characters
_NUMBERS = {
    "annat": 2,
    "andra": 2,
    "tredje": 3,
    "fjärde": 4,
    "femte": 5,
    "sjätte": 6,
    "sjunde": 7,
    "åttonde": 8,
    "tionde": 10,
    "tolfte": 12,
}
_TIMES = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4}
_SPANS = {"år": YEAR, "mandatperiod": TERM, "halvår": 6, "kvartal": 3, "tertial": 4, "månad": 1}
_SPAN = r"(?P<span>mandatperiod|halvår|kvartal|tertial|månad|år)(?:en|et)?\b"
_EVERY = re.compile(
    r"(?P<yearly>\bårligen\b|\bårsvis\b|\bvarje års?\b(?!tid))"
    rf"|\bvar(?:t|je)?\s?(?P<nth>annat|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|tionde|tolfte|[2-9](?::[ea])?)\s+{_SPAN.replace('span', 'span1')}"
    rf"|\b(?P<times>en|ett|två|tre|fyra|[1-4])\s*(?:gång(?:er)?|ggr)\s*(?:/|per|om|under|varje|i)\s*(?:varje\s+)?{_SPAN.replace('span', 'span2')}"
    rf"|\b(?:under\s+)?varje\s+(?:ny\s+)?{_SPAN.replace('span', 'span3')}"
    r"|\b(?P<named>kvartalsvis|halvårsvis|månadsvis|tertialvis)\b",
    re.I,
)
_NAMED = {"kvartalsvis": 3, "halvårsvis": 6, "månadsvis": 1, "tertialvis": 4}
_DUE = re.compile(
    r"(?:senast|under|före|innan|till|år|våren|hösten|vid utgången av|i slutet av|i början av|efter)\s+"
    r"(?:och\s+med\s+)?(?:den\s+|år\s+|utgången\s+av\s+|slutet\s+av\s+|våren\s+|hösten\s+|sommaren\s+)*"
    r"(?P<when>(?:\d{1,2}(?:/\d{1,2})?\s+)?(?:[a-zåäö]+\s+)?(?:19|20)\d\d(?:[-.]\d\d){0,2})(?!\s?[-–:/]\s?\d|\d)",
    re.I,
)

_YEAR_NEXT = re.compile(
    r"\s+(?:(?:år|hösten|våren|i\s+[a-z]+)\s+)?(?P<when>20\d\d(?:-\d\d){0,2})(?!\s?[-–:/]\s?\d|\d)"
)


@dataclass(frozen=True)
class Interval:
    """How often, in months, and where the words stand."""

    months: int
    start: int
    end: int


@dataclass(frozen=True)
class Due:
    """A day, month or year as ISO, and where the words stand."""

    value: str
    start: int
    end: int


def intervals_in(words: str) -> Iterator[Interval]:
    """Yield the intervals that `words` state."""
    for match in _EVERY.finditer(words):
        yield Interval(_months(match), match.start(), match.end())


def _months(match: re.Match[str]) -> int:
    if match["yearly"]:
        return YEAR
    if match["named"]:
        return _NAMED[match["named"].lower()]
    if match["nth"]:
        nth = match["nth"].lower()
        return (_NUMBERS.get(nth) or int(nth[0])) * _SPANS[match["span1"].lower()]
    if match["times"]:
        times = _TIMES.get(match["times"].lower()) or int(match["times"])
        return max(1, _SPANS[match["span2"].lower()] // times)
    return _SPANS[match["span3"].lower()]


def dues_in(words: str) -> Iterator[Due]:
    """Yield when something is due: "senast 2025-06-30", "under 2025", "hösten 2026"."""
    for match in _DUE.finditer(words):
        due = _due(match)
        if due:
            yield due


def due_at(words: str, place: int) -> Due | None:
    """Return what is due at `place`, where "senast" or the like stands."""
    match = _DUE.match(words, place)
    return _due(match) if match else None


def _due(match: re.Match[str]) -> Due | None:
    when = match["when"]
    if len(when) == _YEAR_ALONE:
        return Due(when, match.start(), match.end())
    value = _worded_day(when)
    if value is None:
        stated = first_date(when)
        value = stated.value if stated else None
    return Due(value, match.start(), match.end()) if value else None


def _worded_day(when: str) -> str | None:
    """Return "31 december 2025" as ISO: by far the most common wording, read without patterns."""
    words = when.lower().split()
    if len(words) != 3 or words[1] not in MONTHS or not words[0].isdigit():
        return None
    try:
        return date(int(words[2]), MONTHS[words[1]], int(words[0])).isoformat()
    except ValueError:
        return None


def year_after(words: str, place: int) -> Due | None:
    """Return the day, month or year that stands right after `place`: "utvärderas 2025"."""
    match = _YEAR_NEXT.match(words, place)
    stated = first_date(match["when"]) if match else None
    return Due(stated.value, match.start("when"), match.end()) if match and stated else None
