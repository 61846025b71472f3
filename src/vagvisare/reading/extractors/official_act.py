"""Adoptions by officials: "Rutinen fastställdes av enhetschefen 2023-08-14"."""

import re
from collections.abc import Iterable
from functools import cache

from vagvisare.reading.acts import Act
from vagvisare.reading.bodies import Body, first_role
from vagvisare.reading.dates import dates_in
from vagvisare.reading.near import near
from vagvisare.reading.source import Source
from vagvisare.reading.subjects import concern

_STEMS = ("antogs av", "antagen av", "fastställ", "beslutad av", "beslutat av", "godkän")


@cache
def _by_official() -> re.Pattern[str]:
    return re.compile(
        r"(?i)(?<!\w)(?:antogs|antag(?:en|et|na)|fastställ(?:des|d|t|da|ts)|beslutades|beslutad|beslutat|godkän(?:des|d|t|da))"
        r"\s+av\s+(?P<who>[^\d.,;:()\n]{4,40})"
    )


def official_acts(source: Source) -> Iterable[Act]:
    """Yield the acts of officials on this very document, with the day that follows."""
    text = source.clean
    for match in near(_by_official(), _STEMS, text):
        role = first_role(match["who"], source.vocabulary)
        if role is None or role.start() > 0:
            continue
        start = max(text.rfind(mark, 0, match.start()) for mark in ("\n", ". ")) + 1
        sure = concern(text[start : match.end()], source.subject, source.vocabulary)
        if sure:
            first = match.start("who")
            body = Body(role[0], first, first + role.end())
            days = dates_in(text, body.end, body.end + 40)
            last = days[0].end if days else body.end
            yield Act(False, body, days[0] if days else None, None, match.start(), last, sure)
