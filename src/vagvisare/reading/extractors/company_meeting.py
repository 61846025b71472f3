"""The last link of a company's chain: what fullmäktige adopts, the shareholders' meeting confirms."""

import re
from functools import lru_cache

from vagvisare.reading.acts import Act
from vagvisare.reading.bodies import Body
from vagvisare.reading.dates import dates_in
from vagvisare.reading.near import near
from vagvisare.reading.numbers import Number, sections_in
from vagvisare.reading.source import Source

_HEAD = 2_500
# "fastställt på bolagsstämman 2011-05-17", "Fastställt Bolagsstämma 2018-12-12"
_CONFIRMED = re.compile(
    r"(?i)(?:antag(?:en|et|na|its)|fastställ(?:d|t|da|ts)|godkän(?:d|t|da|ts))"
    r"(?:\s+(?:av|på|vid|i)|\s*:)?\s+(?:(?:ordinarie|extra|bolagets)\s+)?"
    r"(?P<body>(?:bolags|års)stämman?|(?:bolags|års)stämma)(?!\w)"
)
_LOST_SIGN = re.compile(r"[^.\n]{0,40}?,\s?(?P<n>\d{1,3})(?=\s*(?:[.\n]|$))")


@lru_cache(maxsize=1)  # body, day and section ask the same of each document
def confirmation(source: Source) -> Act | None:
    """Return the meeting's act when it is told with a day or a section; else None."""
    text = source.clean
    for match in near(_CONFIRMED, ("sstämma",), text, head=_HEAD):
        end = text.find("\n", match.end())
        end = min(match.end() + 60, end if end >= 0 else len(text))
        day = next((d for d in dates_in(text, match.end(), end) if d.is_day), None)
        section = next(iter(sections_in(text, match.end(), end)), None) or _lost(text, match.end())
        if day or section:
            body = Body(match["body"].lower(), match.start("body"), match.end("body"))
            last = max(part.end for part in (body, day, section) if part)
            return Act(False, body, day, section, match.start(), last, 0.96)
    return None


def _lost(text: str, start: int) -> Number | None:
    """Return the section whose sign was lost: "av bolagsstämma i bolaget den , 12."."""
    match = _LOST_SIGN.match(text, start)
    return Number(match["n"], match.start("n"), match.end("n")) if match else None
