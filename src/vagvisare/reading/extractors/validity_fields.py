"""What the extractors of validity share: the stretches of text that speak of it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from vagvisare.reading.dates import first_date
from vagvisare.reading.near import near, places
from vagvisare.reading.periods import Limit, Period, open_ended, worded_period, years_period
from vagvisare.reading.source import Source
from vagvisare.reading.subjects import concern
from vagvisare.reading.titles import Title

_ENTERS = re.compile(
    r"(?i)(?:träd(?:er|de|a)\s+i\s+kraft|börjar\s+gälla|(?<!\w)i\s?kraft|(?:gäller|gälla|gällande|giltig\w*|gällde)\s+(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?))\s*:?\s*(?:den\s+|år\s+)*"
)
_COVERS = re.compile(
    r"(?i)(?:gäller|gällde|gälla|giltig\w*|avser|löper|för|under)\s+(?:för\s+|under\s+)?(?:åren\s+|perioden\s+|tiden\s+|mandatperioden\s+)?(?=(?:19|20)\d\d)"
)
# "Planen gäller läsåret 2023/2024"
_SCHOOL_YEAR = re.compile(
    r"(?i)(?:gäller|gällde|avser|för)\s+(?:för\s+|under\s+)?(?=läsåre?t?\s+20\d\d)"
)
_UNTIL = re.compile(
    r"(?i)till\s+och\s+med\s+(?:den\s+|år\s+|utgången\s+av\s+)*|t\.?o\.?m\.?\s+(?:den\s+|år\s+)?(?=\d)|upphör\s+att\s+gälla\s+(?:den\s+)?(?=\d)|(?:gäller|giltig\w*)\s+(?:fram\s+)?till\s*:?\s*(?:den\s+)?(?=\d)"
)
_FOREVER = re.compile(
    r"(?i)(?:gäller|gälla)\s+(?:från[^.\n]{0,40}?\s+)?tills?\s*vidare|fortsätta\s+(?:att\s+)?(?:användas|gälla)\s+medan\s+arbetet\s+med\s+en\s+ny|gäller\s+(?:fram\s+)?(?:in)?till(?:s|\s+dess)\s"
)
_NOT_VALIDITY = re.compile(
    r"(?i)överklaga|anslag|anslå|remiss|synpunkter|ansök|arbetet\s+(?:beräknas|med\s+att)|beräknas\s+pågå|utbetal|avgiften|budgetår|lagen\b|förordning|träffat|taxan\s+för\s+\d"
)
_SINCE = re.compile(
    r"(?i)(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?)\s+(?:år\s+)?(?P<year>(?:19|20)\d\d)(?![\d-])"
)
_HEAD = 1_500
_SENTENCE_END = re.compile(r"(?<=[a-zåäö0-9)])[.!?](?:\s|$)|\n\s*\n")


def fields(source: Source) -> Iterable[tuple[Period, float]]:
    """Yield the period of each header field of validity, and how sure it is."""
    for field in source.labelled:
        if field.is_empty or field.is_placeholder:
            continue
        if field.field == "validity":
            yield _bare(source, field.start, field.end), 0.95
        elif field.field in ("valid_until", "valid_from"):
            yield _one_end(source, field.field, field.start, field.end), 0.95


@lru_cache(maxsize=1)  # three facts ask the same of each document
def sentences(source: Source) -> tuple[tuple[Period, float], ...]:
    """Return the period of each sentence on the validity of this very document."""
    return tuple(_sentences(source))


def _sentences(source: Source) -> Iterator[tuple[Period, float]]:
    text = source.clean
    for pattern, words, read in _READINGS:
        for match in near(pattern, words, text, around=60):
            start, end = _sentence(text, match.start())
            sentence = text[start:end]
            sure = concern(sentence, source.subject, source.vocabulary)
            if re.match(
                r"(?i)\W*(?:antag(?:en|et|na)|fastställ(?:d|t|da)|beslutad|beslutat|gäller)\b",
                sentence,
            ):
                sure = 0.9  # a line of the header
            alone = not re.search(
                r"\w", text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            )
            if _NOT_VALIDITY.search(sentence) or not (sure or alone) or _is_past(source, sentence):
                continue
            period = read(text, match)
            if period:
                yield period, (sure or 0.85) - (0.1 if pattern is _UNTIL else 0)


def _is_past(source: Source, sentence: str) -> bool:
    """Tell whether a memo or minutes speak of a document that was, not of the one at issue."""
    return source.kind != "steering" and bool(
        re.search(r"(?i)\b(?:gällde|antogs|antagits)\b", sentence)
    )


def _sentence(text: str, place: int) -> tuple[int, int]:
    before = [m.end() for m in _SENTENCE_END.finditer(text, max(0, place - 300), place)]
    after = _SENTENCE_END.search(text, place, place + 300)
    return (before[-1] if before else max(0, place - 300)), (
        after.start() if after else min(len(text), place + 300)
    )


def _from(text: str, match: re.Match[str]) -> Period | None:
    limit = _dated(text, match.end())
    return Period(first=limit) if limit else None


def _until(text: str, match: re.Match[str]) -> Period | None:
    limit = _dated(text, match.end())
    return Period(last=limit) if limit else None


def _span(text: str, match: re.Match[str]) -> Period | None:
    period = years_period(text, match.end(), match.end() + 20)
    return period if period and period.first and period.first.start == match.end() else None


def _forever(text: str, match: re.Match[str]) -> Period | None:
    return Period(open_ended=Limit("true", match.start(), match.end()))


_READINGS = (
    (_ENTERS, ("kraft", "gäll", "giltig"), _from),
    (
        _COVERS,
        ("gäll", "giltig", "avser", "löper", "åren ", "perioden ", "för 20", "under 20", "för 19"),
        _span,
    ),
    (_SCHOOL_YEAR, ("läsår",), _span),
    (
        _UNTIL,
        (
            "till och med",
            "t.o.m",
            "tom",
            "till\n",
            "gäller till",
            "fram till",
            "upphör",
            "giltig till",
            "giltigt till",
        ),
        _until,
    ),
    (_FOREVER, ("gäll", "fortsätta"), _forever),
)


def _dated(text: str, place: int) -> Limit | None:
    stated = first_date(text[place : place + 22])
    return (
        Limit(stated.value, place + stated.start, place + stated.end)
        if stated and stated.start <= 1
        else None
    )


def _bare(source: Source, start: int, end: int) -> Period:
    """Return the period; a lone date in a validity field is the last day."""
    period = worded_period(source.clean, start, end)
    if period.first or period.last or period.open_ended:
        return period
    stated = first_date(source.clean[start:end])
    if stated is None or len(re.findall(r"(?:19|20)\d\d", source.clean[start:end])) > 1:
        return period
    return Period(last=Limit(stated.value, start + stated.start, start + stated.end))


def _one_end(source: Source, field: str, start: int, end: int) -> Period:
    forever = open_ended(source.clean, start, end)
    stated = first_date(source.clean[start:end])
    if forever or stated is None:
        return Period(open_ended=forever)
    both = worded_period(source.clean, start, end)
    if field == "valid_from" and both.first and both.last:
        return both
    limit = Limit(stated.value, start + stated.start, start + stated.end)
    return Period(first=limit) if field == "valid_from" else Period(last=limit)


def _since(source: Source, title: Title) -> Period | None:
    """Return the year that a title says the document applies from: "Taxa ... från och med 2013"."""
    match = _SINCE.search(source.clean, title.start, title.end)
    if match is None:
        return None
    return Period(first=Limit(match["year"], match.start("year"), match.end("year")))


def _of_heading(source: Source, title: Title) -> Period | None:
    """Return the years of a heading that begins with the name a header field gives."""
    for place in places(title.value, source.clean[:_HEAD]):
        end = source.clean.find("\n", place)
        if place != title.start and 0 < end - place < len(title.value) + 40:
            named = years_period(source.clean, place + len(title.value), end)
            if named:
                return named
    return None


def title_period(source: Source) -> Period | None:
    """Return the span of years in the title, or on a short line right under it."""
    title = source.title
    if title is None:
        return None
    named = years_period(source.clean, title.start, title.end) or _since(source, title)
    named = named or _of_heading(source, title)
    if named or title.start > 1_500:
        return named
    under = source.clean[title.end :].lstrip("\n# ")
    line = under.split("\n", 1)[0]
    if len(line) > 60 or re.search(r"[.:]\s*$|\.{3}|\d[-/]\d\d\b(?!\d)|:|(?i:ersätt)", line):
        return None
    start = source.clean.find(line, title.end) if line else -1
    return years_period(source.clean, start, start + len(line)) if start >= 0 else None
