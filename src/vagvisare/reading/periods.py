"""Validity as it is worded: periods, until further notice, from and until."""

import re
from dataclasses import dataclass

from vagvisare.reading.dates import dates_in, first_date

_YEARS = re.compile(
    r"(?<![\d/§-])(?P<a>(?:19|20)\d\d)\s*(?:[-\u2010-\u2015\u2212]|till|t\.?o\.?m\.?)\s*(?P<b>(?:19|20)\d\d|\d\d(?=\D|$))(?![\d/-]|\s?/)"
)
_OPEN = re.compile(
    r"tills?\s*vidare|(?<!\w)t\.?\s?v\.?(?!\w)|till\s+beslut\s+om\s+upphörande|(?:fram\s+)?till(?:s|\s+dess)(?:\s+att)?\s+(?:en\s+)?(?:nästa|ny|nytt|nya)\b[^.\n]{0,40}?(?:antas|antagits|antagen|är antagen|beslutas|beslutats|fastställs)"
    r"|(?:in)?till\s+dess(?:\s+att)?\s+[\wåäö]+\s+beslut\w+\s+(?:om\s+)?annat|tills\s+nytt?\s+beslut|gäller\s+tills\s+(?:det|den)\s+(?:ersätts|upphävs)",
    re.I,
)
_UNTIL = re.compile(
    r"(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|längst\s+till|fram\s+till|\btill\b)(?:\s+den)?(?:\s+slutet\s+av)?(?:\s+år)?\s*",
    re.I,
)
_FROM = re.compile(
    r"(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|\bfrån\b)(?:\s+den)?(?:\s+år)?\s*", re.I
)


_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*")  # "2023-04-01 – tills vidare"
# "t.o.m. 2023-12-31 (förlängd t.o.m. 2027-12-31 ...)": the later end holds.
_PROLONGED = re.compile(rf"(?i)(?:förläng|prolongera)\w+\s+(?:att\s+gälla\s+)?{_UNTIL.pattern}")


@dataclass(frozen=True)
class Limit:
    """One end of a validity, as stated, and its place."""

    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Period:
    """A validity: from, until, or until further notice; each may be missing."""

    first: Limit | None = None
    last: Limit | None = None
    open_ended: Limit | None = None


_SCHOOL_YEAR = re.compile(
    r"(?i)läsåre[tn]:?\s+(?P<a>20\d\d)\s?[/\u2010-\u2015-]\s?(?P<b>20\d\d|\d\d)(?!\d)"
)


def years_period(text: str, start: int = 0, end: int | None = None) -> Period | None:
    """Return the first span of years ("2007-2010", "2023 – 26") between `start` and `end`."""
    stop = len(text) if end is None else end
    for match in (*_SCHOOL_YEAR.finditer(text, start, stop), *_YEARS.finditer(text, start, stop)):
        first, last = match["a"], match["b"]
        last = last if len(last) == 4 else first[:2] + last
        if 0 < int(last) - int(first) <= 30:
            place = (match.start(), match.end())
            return Period(Limit(first, *place), Limit(last, *place))
    return None


def open_ended(text: str, start: int = 0, end: int | None = None) -> Limit | None:
    """Return where the text says "tills vidare" or until something new comes."""
    match = _OPEN.search(text, start, len(text) if end is None else end)
    return Limit("true", match.start(), match.end()) if match else None


def worded_period(text: str, start: int, end: int) -> Period:
    """Return what the words between `start` and `end`, a validity's value, state."""
    forever = open_ended(text, start, end)
    span = years_period(text, start, end)
    if span and not dates_in(text, start, end):
        return Period(span.first, span.last, forever)
    days = [d for d in dates_in(text, start, end) if d.is_day]
    if len(days) == 2 and re.fullmatch(
        r"\s*(?:[-\u2010-\u2015]|till(?: och med)?|t\.?o\.?m\.?)(?:\s+den)?\s*",
        text[days[0].end : days[1].start],
    ):
        first, last = (Limit(d.value, d.start, d.end) for d in days)
        return Period(first, last, forever)
    if forever and days and _DASH.fullmatch(text, days[-1].end, forever.start):
        return Period(Limit(days[-1].value, days[-1].start, days[-1].end), None, forever)
    until = _after(_PROLONGED, text, start, end) or _after(_UNTIL, text, start, end)
    return Period(_after(_FROM, text, start, end), until, forever)


def _after(word: re.Pattern[str], text: str, start: int, end: int) -> Limit | None:
    """Return the date that stands right after `word`."""
    for match in word.finditer(text, start, end):
        stated = first_date(text[match.end() : min(end, match.end() + 24)])
        if stated and stated.start <= 1:
            return Limit(stated.value, match.end() + stated.start, match.end() + stated.end)
    return None
