"""Adoptions as texts word them: who adopted, when, which section, and of which document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vagvisare.reading.bodies import Body, bodies_in
from vagvisare.reading.dates import StatedDate, dates_in, years_in
from vagvisare.reading.near import near
from vagvisare.reading.numbers import Number, sections_in
from vagvisare.reading.subjects import Subject, concern
from vagvisare.reading.vocabulary import Vocabulary

_PASSIVE = r"antagen|antaget|antagna|antogs|antagits|fastställd|fastställt|fastställda|fastställdes|fastställts|beslutad|beslutat|beslutade(?!\s+om\b)|beslutades|beslutats|godkänd|godkänt|godkända|godkändes|togs"
_ACTIVE = r"antog|antagit|fastställde|fastställt|beslutade|beslutat|godkände|godkänt"
_REVISED = r"reviderad|reviderat|reviderade|reviderades|reviderats|rev\.?|ändrad|ändrat|ändrats|ändrades|uppdaterad|uppdaterat|uppdaterades|förlängd|förlängdes|prolongerad"
_VERB = re.compile(
    rf"(?<![\w-])(?:(?P<passive>{_PASSIVE})|(?P<active>{_ACTIVE})|(?P<revised>{_REVISED})|(?P<states>föreskriver|policyn är ny|beslut i|beslut:))(?!\w)",
    re.I,
)
_STEMS = (
    "antag",
    "antog",
    "fastst",
    "beslut",
    "godkän",
    "togs i kommun",
    "rev",
    "ändra",
    "uppdatera",
    "förläng",
    "prolong",
    "föreskriver",
    "policyn är ny",
)
_CLAUSE_END = re.compile(
    r"\n\s*\n|(?<=[a-zåäö0-9)])\.\s+(?=[A-ZÅÄÖ])|;|\n(?=\s*[-*•#|])|\n\s*(?=[A-ZÅÄÖ][\wåäö ]{2,40}:)"
)
_LOST_SIGN = re.compile(
    r"[,/]\s{0,3}(?:nr\s)?(?P<n>\d{1,3})(?=\s*(?:[).,\n]|att\s|och\s|$))|\s(?P<m>\d{1,3})(?=\s*(?:[).\n]|Den\s|den\s|$))|\s\(\s+(?P<o>\d{1,3})\)"
)
# "the fees fixed in this tariff" tells of no act
_ATTRIBUTE = re.compile(
    r"(?i)\b(?:de|den|det)\s+(?:i\s+\w+\s+\w+\s+)?(?:antagna|fastställda|beslutade|godkända)$"
)
_DATED_LINE = re.compile(
    r"^(?=[^\n]*(?:18|19|20)\d\d)[ \t(]*(?P<words>[^\n]{8,60}?)[ \t).]*$", re.M
)
_SECTION_OF_YEAR = re.compile(r"(?<![\d/])(?P<n>\d{1,3})/(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])")


@dataclass(frozen=True)
class Act:
    """One act told of in the text. `strength` is how surely it is the act of this very document."""

    revises: bool
    body: Body | None
    date: StatedDate | None
    section: Number | None
    start: int
    end: int
    strength: float


def acts_in(text: str, subject: Subject, vocabulary: Vocabulary) -> list[Act]:
    """Return the acts of adoption and revision, in the order they stand."""
    acts = list(_register_lines(text, vocabulary))
    for verb in near(_VERB, _STEMS, text):
        start, end = _clause(text, verb)
        act = _act(text, verb, start, end, subject, vocabulary)
        if act is not None:
            acts.append(act)
    return acts


def _register_lines(text: str, vocabulary: Vocabulary) -> Iterator[Act]:
    """Yield the acts of lines such as "KF 2024-04-29 § 12", which have no verb at all."""
    for line in _DATED_LINE.finditer(text, 0, 2_500):
        bodies = bodies_in(text, vocabulary, *line.span("words"))
        if not bodies or bodies[0].start != line.start("words") or bodies[0].genitive:
            continue
        days = [d for d in dates_in(text, *line.span("words")) if d.start - bodies[0].end < 4]
        if days:
            section = next(iter(sections_in(text, days[0].end, line.end("words"))), None)
            yield Act(False, bodies[0], days[0], section, line.start("words"), days[0].end, 0.85)


def _clause(text: str, verb: re.Match[str]) -> tuple[int, int]:
    """Return the clause around the verb: back to its sentence's start, on to the next verb."""
    breaks = [m.end() for m in _CLAUSE_END.finditer(text, max(0, verb.start() - 300), verb.start())]
    start = breaks[-1] if breaks else max(0, verb.start() - 300)
    stop = _CLAUSE_END.search(text, verb.end(), verb.end() + 200)
    end = stop.start() if stop else min(len(text), verb.end() + 200)
    following = _VERB.search(text, verb.end(), end)
    if following and not (following["passive"] and verb["active"]):
        end = following.start()
    return start, end


def _act(
    text: str, verb: re.Match[str], start: int, end: int, subject: Subject, vocabulary: Vocabulary
) -> Act | None:
    leads = _leads_its_line(text, verb)
    if _ATTRIBUTE.search(text, max(0, verb.start() - 40), verb.end()):
        return None
    body = _body(text, verb, start, end, leads, vocabulary)
    day = _date(text, verb, body, start, end)
    section = _section(text, verb.end() if not body else min(verb.end(), body.end), end, body, day)
    if (
        section is not None
        and (day is None or verb["revised"])
        and "/" in text[section.start : section.end]
    ):
        day = _year_of(text, section)
    if verb["revised"] and day and day.start - verb.end() <= 20 and _follows_a_date(text, verb):
        leads = True
    if body is None and not (leads and (day or section)):
        return None
    strength = _strength(text, verb, start, end, leads, subject, vocabulary)
    if strength == 0:
        return None
    last = max([verb.end()] + [part.end for part in (body, day, section) if part])
    return Act(bool(verb["revised"]), body, day, section, verb.start(), last, strength)


def _follows_a_date(text: str, verb: re.Match[str]) -> bool:
    """Tell whether a date stands before "reviderad" on its line: "KF 2006-10-23 rev 2021-10-25"."""
    line = text[max(text.rfind("\n", 0, verb.start()) + 1, verb.start() - 40) : verb.start()]
    if re.search(r"(?i)publicerad|sidan\b", line):
        return False
    return bool(dates_in(line) or re.search(r"§\s*\d+|(?i:antag\w+|fastställ\w+)", line))


def _leads_its_line(text: str, verb: re.Match[str]) -> bool:
    """Tell whether the verb begins its line or cell, as in a header: "Antagen av ..."."""
    begins = text.rfind("\n", max(0, verb.start() - 400), verb.start()) + 1
    line = text[begins or max(0, verb.start() - 400) : verb.start()]
    if re.match(r"\s*\.", text[verb.end() :]):
        return False
    cell = line if len(line) > 200 else re.split(r"\t|\||\s{3,}", line)[-1]
    return bool(verb["passive"] or verb["revised"] or verb["states"]) and not re.search(
        r"[\wåäö]{2,}",
        re.sub(
            r"(?i)\b(?:policyn|planen|programmet|dokumentet|är|senast|kommunfullmäktige|och|reglerna|riktlinjerna|riktlinjen|strategin|direktiv\w*)\b",
            "",
            cell,
        ),
    )


def _body(
    text: str, verb: re.Match[str], start: int, end: int, leads: bool, vocabulary: Vocabulary
) -> Body | None:
    after = bodies_in(text, vocabulary, verb.end(), end)
    if verb["active"] or verb["states"] == "föreskriver" or verb["states"] == "Föreskriver":
        before = [b for b in bodies_in(text, vocabulary, start, verb.start()) if not b.genitive]
        return before[-1] if before else None
    if after and re.fullmatch(
        r"[:\s]*(?:(?:av|i|vid|enligt|efter beslut i|genom beslut i|beslut i)\s+)?(?:[A-ZÅÄÖ][\wåäö-]+s\s+|den\s+)?[\s\S]{0,60}?",
        text[verb.end() : after[0].start],
    ):
        return after[0]
    if leads:
        return None
    before = bodies_in(text, vocabulary, start, verb.start())
    return (
        before[-1]
        if before
        and re.match(r"\s*(?:har|den|som|\d)?", text[before[-1].end : verb.start()])
        and not before[-1].genitive
        else None
    )


def _date(
    text: str, verb: re.Match[str], body: Body | None, start: int, end: int
) -> StatedDate | None:
    first = verb.end() if verb["revised"] or body is None else min(verb.end(), body.end)
    days = dates_in(text, first, end)
    if days and days[0].start - first < (40 if verb["revised"] else 160):
        return days[0]
    if (
        not verb["active"]
        and (before := dates_in(text, max(start, verb.start() - 40), verb.start()))
        and body
    ):
        return before[-1]
    years = [
        y
        for y in years_in(text, first, end)
        if not re.search(r"(?i)xx[/-]xx\s+$", text[max(0, y.start - 8) : y.start])
        and re.search(
            r"(?:våren|hösten|sommaren|vintern|år|i|KF|KS|:|,)?\s*$", text[first : y.start]
        )
    ]
    near = [
        y
        for y in years
        if y.start - first < 40 and not re.match(r"\s*[-–]\s*\d", text[y.end : y.end + 4])
    ]
    return (
        near[0]
        if near and (verb["passive"] or verb["revised"]) and _plain_year(text, near[0])
        else None
    )


def _plain_year(text: str, year: StatedDate) -> bool:
    return bool(
        re.search(
            r"(?:våren|hösten|sommaren|vintern|år|\bi|av \w+|,|\s)\s*$",
            text[max(0, year.start - 20) : year.start],
        )
    ) and not re.search(r"[-–]\s*$", text[max(0, year.start - 3) : year.start])


def _section(
    text: str, start: int, end: int, body: Body | None, day: StatedDate | None
) -> Number | None:
    signed = sections_in(text, start, end)
    if signed:
        return signed[0]
    between = (
        re.compile(r"\s+(?P<n>\d{1,3})(?=,?\s+den\s)", re.I).match(text, body.end, end)
        if body
        else None
    )
    if between:
        return Number(between["n"], between.start("n"), between.end("n"))
    after = max(part.end for part in (body, day) if part) if body or day else start
    of_year = _SECTION_OF_YEAR.search(text, body.end if body else start, end)
    if of_year and not day:
        return Number(of_year["n"], of_year.start(), of_year.end())
    lost = _LOST_SIGN.match(
        text,
        after
        + len(text[after:end])
        - len(text[after:end].lstrip(" "))
        - (0 if text[after:end].lstrip(" ")[:1] in ",/" else 1),
        end,
    )
    if lost:
        group = next(name for name in "nmo" if lost[name])
        return Number(lost[group], lost.start(group), lost.end(group))
    # The day was lost with the sign: "har antagit policyn            , 17".
    gap = re.compile(r"\s{3,}[,/]\s?(?P<n>\d{1,3})(?=\s*(?:$|[\n,.]))").search(text, start, end + 1)
    return Number(gap["n"], gap.start("n"), gap.end("n")) if gap and day is None else None


def _year_of(text: str, section: Number) -> StatedDate | None:
    match = re.search(r"/((?:19|20)?\d\d)$", text[section.start : section.end])
    if match is None:
        return None
    year = match[1] if len(match[1]) == 4 else ("19" if int(match[1]) > 50 else "20") + match[1]
    return StatedDate(year, section.end - len(match[1]), section.end)


def _strength(
    text: str,
    verb: re.Match[str],
    start: int,
    end: int,
    leads: bool,
    subject: Subject,
    vocabulary: Vocabulary,
) -> float:
    """Return how surely the act is this document's: a header line's own, else as its sentence says."""
    if leads:
        return 0.93 if verb.start() < 4_000 else 0.8
    sure = concern(text[start:end], subject, vocabulary)
    return 0.8 if not sure and verb["states"] else sure
