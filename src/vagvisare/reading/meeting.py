"""The meeting that minutes and agendas belong to: body, day, section and diary number."""

import re
from dataclasses import dataclass

from vagvisare.reading.bodies import Body, bodies_in
from vagvisare.reading.dates import StatedDate, dates_in
from vagvisare.reading.numbers import Number, diary_numbers_in
from vagvisare.reading.vocabulary import Vocabulary

_DAY_LABEL = re.compile(r"sammanträdes?dat(?:um|o)\s*:?\s*|sammanträdet?\s+den\s+", re.I)
_ITEM = re.compile(
    r"^[ \t]*§{1,2}\s?(?P<n>\d{1,4})\b(?!\s*[-–]\s*\d)|^[ \t]*(?P<m>\d{1,3})\s+(?=Dnr\b)",
    re.I | re.M,
)
_SEVERAL = re.compile(r"paragrafer(?:na)?:?\s+\d+\s*[-–]\s*\d+|^[ \t]*§§\s*\d+\s*[-–]", re.I | re.M)
_NUMBER_LABEL = re.compile(
    r"(?:ärendenummer|ärende ?nr|diarienummer|diarienr|dnr)\.?\s*:?\s*", re.I
)
_ROW = re.compile(r"\s*\|\s*\d+\.?\s*\|[^|]*\|(?P<cell>[^|]*)\|")
_EDGE = 3_000  # characters of the head and of the foot


@dataclass(frozen=True)
class MeetingHead:
    """What the paper says of its own meeting; None where it does not say."""

    body: Body | None
    day: StatedDate | None
    section: Number | None
    diary_no: Number | None


def meeting_head(text: str, vocabulary: Vocabulary) -> MeetingHead:
    """Return what `text`, minutes or one item of them, says of its meeting."""
    several = bool(_SEVERAL.search(text[:1500]) and not text.lstrip().startswith("|"))
    item = None if several else _ITEM.search(text)
    section = None
    if item:
        group = "n" if item["n"] else "m"
        section = Number(item[group], item.start(group), item.end(group))
    return MeetingHead(
        _body(text, vocabulary), _day(text), section, None if several else _diary_no(text, item)
    )


def _day(text: str) -> StatedDate | None:
    for label in _DAY_LABEL.finditer(text):
        days = dates_in(text, label.end(), label.end() + 25)
        if days:
            return days[0]
    if re.search(
        r"utdrag ur|^[ \t]*(?:SAMMANTRÄDES)?PROTOKOLL|^[^\n]{0,40}SAMMANTRÄDESPROTOKOLL",
        text[:300],
        re.I | re.M,
    ):
        head = re.sub(
            r"(?im)^.*(?:ansl|överklag|juster|daterad).*$", lambda m: " " * len(m[0]), text[:300]
        )
        days = [d for d in dates_in(head) if d.is_day]
        return days[0] if days else None
    return None


def _body(text: str, vocabulary: Vocabulary) -> Body | None:
    """Return the body that meets: alone on a line of the head or foot, else the first named there."""
    for line in re.finditer(r"^[^\n]+$", text, re.M):
        if _EDGE < line.start() < len(text) - _EDGE or line.end() - line.start() > 200:
            continue
        found = bodies_in(text, vocabulary, line.start(), line.end())
        if found and not re.sub(
            r"(?i)[\d\s(),:.]|organ|sammanträdesdatum|protokoll|nr|i [A-ZÅÄÖ]\w+|göteborgs stad|utdrag ur",
            "",
            text[line.start() : found[0].start] + text[found[0].end : line.end()],
        ):
            return found[0]
    found = bodies_in(text[:300], vocabulary)
    return found[0] if found else None


def _diary_no(text: str, item: re.Match[str] | None) -> Number | None:
    """Return the number after the section's sign, else after its label, else in the agenda's row."""
    row = _ROW.match(text.lstrip("\n"))
    if row:
        shift = len(text) - len(text.lstrip("\n"))
        numbers = diary_numbers_in(text, row.start("cell") + shift, row.end("cell") + shift)
        return numbers[0] if numbers else None
    if item:
        line_end = text.find("\n", item.end())
        numbers = diary_numbers_in(text, item.end(), line_end if line_end > 0 else len(text))
        if numbers:
            return numbers[0]
    for label in _NUMBER_LABEL.finditer(text[:2000]):
        numbers = diary_numbers_in(text, label.end(), label.end() + 30)
        if numbers and not text[label.end() : numbers[0].start].strip():
            return numbers[0]
    return None
