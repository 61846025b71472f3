"""The last day or year of validity."""

import re
from collections.abc import Iterable
from datetime import date

from vagvisare.reading.extractors.decision_date import decided
from vagvisare.reading.extractors.validity_fields import fields, sentences, title_period
from vagvisare.reading.near import near
from vagvisare.reading.source import Candidate, Source

FIELD = "valid_until"
_TEN = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
_NUMBERS = {word: number for number, word in enumerate(_TEN, start=1)}
# "gäller i fem år från antagandet"
_TERM = re.compile(
    rf"(?i)(?:gäller|giltig\w*|giltighetstid)\W[^.\n]{{0,30}}?(?P<years>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+år\s+"
    r"(?:från|efter)\s+(?:och\s+med\s+)?(?:datum\s+för\s+)?(?:antag\w+|beslut\w*|fastställ\w+)"
)


def find(source: Source) -> Iterable[Candidate]:
    """Yield the last day from validity fields and from the title."""
    for period, sure in fields(source):
        if period.last:
            yield Candidate(FIELD, period.last.value, period.last.start, period.last.end, sure)
    named = title_period(source)
    for period, sure in sentences(source):
        if period.last:
            # A day within the last year of the title says the same more exactly.
            exact = named and named.last and period.last.value.startswith(f"{named.last.value}-")
            sure = 0.91 if exact else sure
            yield Candidate(FIELD, period.last.value, period.last.start, period.last.end, sure)
    if named and named.last:
        yield Candidate(FIELD, named.last.value, named.last.start, named.last.end, 0.9)
    yield from _term(source)


def _term(source: Source) -> Iterable[Candidate]:
    """Yield the day so many years after the adoption: "fem år från antagandet"."""
    for match in near(_TERM, ("år från", "år efter"), source.clean):
        adopted = decided(source)
        if adopted and len(adopted.value) == 10:
            years = _NUMBERS.get(match["years"].lower()) or int(match["years"])
            last = _years_later(date.fromisoformat(adopted.value), years)
            yield Candidate(FIELD, last.isoformat(), match.start(), match.end(), 0.75)


def _years_later(day: date, years: int) -> date:
    """Return the same day so many years later; the last of February for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
