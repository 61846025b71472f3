"""Adoptions without a verb: a line of the head that names a body, its day and perhaps its section.

"KF § 43/2016", "Fritidsnämnden den 7 mars 2018, § 21", "Kommunstyrelsens beslut 2022-10-04 § 188"
"""

import re
from collections.abc import Iterable

from vagvisare.reading.acts import Act
from vagvisare.reading.bodies import Body, bodies_in
from vagvisare.reading.dates import StatedDate, dates_in
from vagvisare.reading.numbers import Number, sections_in
from vagvisare.reading.source import Source

_HEAD = 1_500
_LINE = re.compile(
    r"(?m)^[ \t]*(?P<body>[A-ZÅÄÖ][^\n\d,.:;]{5,60}?)(?:\s+den|s\s+beslut(?:\s+den)?)\s+(?P<day>\d[^\n]{3,50}?)[ \t.]*$"
)
# "Kf 169/2017", "KF § 43/2016, rev. KF § 12/2022": a section and its year
_OF_YEAR = re.compile(
    r"(?m)^[ \t]*(?P<body>K[Ff]|K[Ss])\s+(?:§\s?)?(?P<section>\d{1,3})/(?P<year>(?:19|20)\d\d)(?=[ \t.]*$|,\s+rev)"
)


def bare_acts(source: Source) -> Iterable[Act]:
    """Yield the act of each such line; a line that says more is none."""
    yield from _of_year(source)
    text = source.clean
    for line in _LINE.finditer(text, 0, _head_end(text)):
        bodies = bodies_in(text, source.vocabulary, line.start("body"), line.end("body") + 1)
        days = dates_in(text, *line.span("day"))
        if len(bodies) != 1 or bodies[0].start != line.start("body") or not days:
            continue
        section = next(iter(sections_in(text, days[0].end, line.end("day"))), None)
        last = section.end if section else days[0].end
        if days[0].start == line.start("day") and last == line.end("day"):
            yield Act(False, bodies[0], days[0], section, line.start("body"), last, 0.85)


def _head_end(text: str) -> int:
    end = text.find("\n", _HEAD)
    return end if end >= 0 else len(text)


def _of_year(source: Source) -> Iterable[Act]:
    """Yield the act of the first line that is a body, a section and its year."""
    match = _OF_YEAR.search(source.clean, 0, min(_HEAD, len(source.clean)))
    if match:
        name = source.vocabulary.short_bodies[match["body"]]
        body = Body(name, *match.span("body"))
        day = StatedDate(match["year"], *match.span("year"))
        section = Number(match["section"], *match.span("section"))
        yield Act(False, body, day, section, match.start("body"), match.end("year"), 0.85)
