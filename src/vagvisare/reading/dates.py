"""Dates in every form Swedish documents write them, with the precision they state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "mars mar",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "augusti aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<y>(?:18|19|20)\d\d)"
_FORMS = [
    # 2019-12-16, 2005-12- 19, 2007 02 24, 2019.12.16, 2019/12/16
    rf"(?<![\d-])(?<!\d/){_YEAR}(?:\s?[-\u2010-\u2212]\s?|\s|\.|/(?=[01]\d/))(?P<m>[01]\d)(?:\s?[-\u2010-\u2212]\s?|\s|\.|(?<=/\d\d)/)(?P<d>[0-3]\d)(?![\d]|[-/:]\d)",
    rf"(?<![\d/-]){_YEAR}(?P<m>[01]\d)(?P<d>[0-3]\d)(?![\d-])",  # 20191216
    rf"(?<!\d)(?P<d>[0-3]?\d)(?::?e)?\.?\s+(?P<n>{_MONTH})\.?,?\s+{_YEAR}(?!\d)",  # 2 december 2019
    rf"(?<![\d/])(?P<d>[0-3]?\d)/(?P<m>[01]?\d)[\s-]+{_YEAR}(?!\d)",  # 29/11 2017
    # 29/11/2017, 29.11.2017, 29-11-2017
    rf"(?<![\d/.:-])(?P<d>[0-3]?\d)(?P<s>[/.-])(?P<m>[01]?\d)(?P=s){_YEAR}(?!\d)",
    # 2018maj09, 2016-maj-12
    rf"(?<![\d/-]){_YEAR}-?(?P<n>{_MONTH})-?(?P<d>[0-3]?\d)(?!\d)",
    rf"(?<![\d/-]){_YEAR}-?(?P<n>{_MONTH})(?!\w)",  # 2016maj
    rf"(?<!\w)(?P<n>{_MONTH})\.?\s+(?:månad\s+)?(?:år\s+)?{_YEAR}(?!\d)",  # januari 2012
    rf"(?<![\d/§-]){_YEAR}-(?P<m>0[1-9]|1[0-2])(?![\d-]|/)",  # 2019-12
]
_PATTERNS = [re.compile(form, re.I) for form in _FORMS]
_ANY_YEAR = re.compile(r"(?:18|19|20)\d\d")
_YEAR_ALONE = re.compile(r"(?<![\d/:§.-])(?P<y>(?:18|19|20)\d\d)(?![\d/:-]|\.\d)")


@dataclass(frozen=True)
class StatedDate:
    """A date as a text states it: ISO form of a day, a month or a year, and its place."""

    value: str
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Tell whether the text states a day."""
        return len(self.value) == 10


def dates_in(text: str, start: int = 0, end: int | None = None) -> list[StatedDate]:
    """Return the days and months stated between `start` and `end`, in the order they stand."""
    found: list[StatedDate] = []
    stop = len(text) if end is None else end
    if _ANY_YEAR.search(text, start, stop) is None:
        return found  # every form has a year
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, start, stop):
            stated = _stated(match)
            if stated and not any(stated.start < f.end and f.start < stated.end for f in found):
                found.append(stated)
    return sorted(found, key=lambda stated: stated.start)


def years_in(text: str, start: int = 0, end: int | None = None) -> Iterator[StatedDate]:
    """Yield the years that stand alone, outside longer dates and numbers."""
    taken = dates_in(text, start, end)
    for match in _YEAR_ALONE.finditer(text, start, len(text) if end is None else end):
        if not any(t.start < match.end() and match.start() < t.end for t in taken):
            yield StatedDate(match["y"], match.start(), match.end())


def first_date(text: str) -> StatedDate | None:
    """Return the first day or month stated in `text`, else the first year, else None."""
    return next(iter(dates_in(text)), None) or next(years_in(text), None)


def _stated(match: re.Match[str]) -> StatedDate | None:
    parts = match.groupdict()
    year = int(parts["y"])
    month = MONTHS[parts["n"].casefold()] if parts.get("n") else int(parts["m"])
    try:
        if not parts.get("d"):
            return StatedDate(f"{date(year, month, 1):%Y-%m}", match.start(), match.end())
        value = date(year, month, int(parts["d"])).isoformat()
    except ValueError:
        return None
    return StatedDate(value, match.start(), match.end())
