"""A commitment, and the words that say who, when and how it is measured."""

import re
from dataclasses import dataclass

from vagvisare.reading.beyond.intervals import dues_in
from vagvisare.reading.dates import dates_in, first_date, years_in
from vagvisare.reading.labels import is_placeholder
from vagvisare.reading.reading import Finding
from vagvisare.reading.text import as_value

_INSIDE = re.compile(
    r"(?i)[\s(,;.]*\b(?P<label>ansvarig(?:a)?(?:\s+(?:nämnd|förvaltning|enhet|funktion|part))?|ansvar|tid(?:s?plan|punkt)?|när|klart?|slutdatum|indikator(?:er)?|nyckeltal|mått|mäts genom|uppföljning)\s*:\s*(?P<value>[^;)\n]{2,120}?)(?=[;)\n]|\.\s|\.$|,?\s+(?:ansvarig|ansvar|tid\w*|när|klar|indikator|nyckeltal|mått|uppföljning)\w*\s*:|$)"
)
_FIELDS = (
    ("ansvar", "responsible"),
    ("indikator", "indicator"),
    ("nyckeltal", "indicator"),
    ("mått", "indicator"),
    ("mäts", "indicator"),
    ("uppföljning", "indicator"),
)


@dataclass(frozen=True)
class Commitment(Finding):
    """Something to be done.

    time  when, in the document's own words
    due   the last day, month or year of those words as ISO, None when they name none
    """

    what: str
    responsible: str | None = None
    time: str | None = None
    due: str | None = None
    indicator: str | None = None

    def states_more_than(self, other: "Commitment") -> bool:
        """Tell whether more is said of this one than of `other`."""
        return self._said() > other._said()

    def _said(self) -> int:
        return sum(v is not None for v in (self.responsible, self.time, self.indicator))


def field_of(label: str) -> str:
    """Return the field that a label names: "Ansvarig nämnd" names `responsible`."""
    label = label.casefold()
    return next((field for stem, field in _FIELDS if label.startswith(stem)), "time")


def inside(words: str) -> tuple[str, dict[str, str]]:
    """Return the words without "(Ansvarig: X, Tid: Y)", and the values so named."""
    values: dict[str, str] = {}
    for match in _INSIDE.finditer(words):
        value = stated(match["value"])
        if value:
            values.setdefault(field_of(match["label"]), value)
    if not values:
        return words, {}
    first = _INSIDE.search(words)
    return as_value(words[: first.start()] if first else words).rstrip(" (,;"), values


def stated(value: str) -> str | None:
    """Return a value, None for an empty one or a template's placeholder."""
    value = as_value(value).strip(" .()")
    return None if not value or is_placeholder(value) else value


def due_of(time: str | None) -> str | None:
    """Return the last day, month or year that `time` states: "2024-2026" ends in 2026."""
    if not time:
        return None
    span = re.fullmatch(r"\s*(?:år\s+)?(?:19|20)\d\d\s*[-–]\s*(?P<last>(?:19|20)\d\d)\s*", time)
    if span:
        return span["last"]
    days = dates_in(time)
    if days:
        return days[-1].value
    years = list(years_in(time))
    return years[-1].value if years else None


def due_in(sentence: str) -> tuple[str, str] | None:
    """Return when a sentence says it is due, in its words and as ISO."""
    due = next(dues_in(sentence), None)
    return (as_value(sentence[due.start : due.end]), due.value) if due else None


def is_time(value: str) -> bool:
    """Tell whether a cell says when: a date, a year, "löpande", "Q2 2025"."""
    return bool(first_date(value)) or bool(
        re.search(
            r"(?i)^\W*(?:löpande|kontinuerligt|årligen|snarast|pågår|q[1-4]|kvartal|vår|höst)",
            value,
        )
    )
