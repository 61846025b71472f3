"""The meeting that minutes and agendas belong to: body, day, section and diary number."""

import re
from dataclasses import dataclass

from vagvisare.reading.bodies import Body, bodies_in
from vagvisare.reading.dates import StatedDate, dates_in
from vagvisare.reading.numbers import Number, diary_numbers_in
from vagvisare.reading.vocabulary import Vocabulary

_DAY_LABEL = re.compile(r"sammanträdes?dat(?:um|o)\s*:?\s*|sammanträdet?\s+den\s+", re.I)
_ITEM = re.compile(
    r"^[ \t]*(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ \t/]{1,2})?(?:§{1,2}|Paragraf\s)\s{0,3}(?P<n>\d{1,4})(?:/\d\d(?:\d\d)?)?\b(?!\s*[-–]\s*\d)|^[ \t]*(?P<m>\d{1,3})\s+(?=Dnr\b)",
    re.I | re.M,
)
_SEVERAL = re.compile(r"paragrafer(?:na)?:?\s+\d+\s*[-–]\s*\d+|^[ \t]*§§\s*\d+\s*[-–]", re.I | re.M)
_NUMBER_LABEL = re.compile(
    r"(?:ärendenummer|ärende ?nr|änr|diarienummer|diarienr|diarie|dnr)\.?\s*:?\s*", re.I
)
# In the head of an item any of these is its number: "MK KS 2022/00233", "18/KS/211", "KS17.411".
_HEAD_NUMBER = re.compile(
    r"(?<![\w/.-])(?!Dnr|Diarie|Nr|Ärende|Änr)(?:"
    r"(?:[A-ZÅÄÖ]{2,5}[\s-]{1,2})?[A-ZÅÄÖ]{1,6}[a-zåäö]{0,4}[\s/.:-]{0,3}(?:19|20)\d\d[/.:-]\s?\d{1,6}"
    r"|[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,5}[-\s.]\d{1,6}/(?:19|20)?\d\d"
    r"|[A-ZÅÄÖ]{2,4}\s\d\d/\d{3,5}"
    r"|(?:19|20)?\d\d/[A-ZÅÄÖ]{2,5}[/\s]?\d{1,5}"
    r"|\d\d[A-ZÅÄÖ]{2,4}\d{1,5}"
    r"|[A-ZÅÄÖ]{2,4}\d\d[.-]\d{1,5}"
    r"|(?:19|20)\d\d:\d{1,5}"
    r"|(?:19|20)\d\d\s?[A-ZÅÄÖ]{2,4}/?\d{2,6}"
    r"|[A-ZÅÄÖ]{2,4}[-\s]\d\d[/-]\d{3,6}"
    r"|(?:19|20)\d\d\.\d{2,5}(?!\.)"
    r"|(?:19|20)\d\d[/-]\d{1,6}(?:\s\d{3})?(?![-–/]?\d)"
    r")(?!\d)"
)
_YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
_ROW = re.compile(r"\s*\|\s*\d+\.?\s*\|[^|]*\|(?P<cell>[^|]*)\|")
_DECIDES = re.compile(r"(?i)\bbeslut(?:ar)?\b")
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
        label = _NUMBER_LABEL.search(text, item.end(), line_end if line_end > 0 else len(text))
        wide = _HEAD_NUMBER.match(text, label.end()) if label else None
        wide = wide or _HEAD_NUMBER.match(text, item.end() + 1)  # "§ 99 OK KS 2022/00288"
        if wide and not (numbers and numbers[0].start <= wide.start()):
            return _number(wide)
        if numbers:
            return numbers[0]
    for label in _NUMBER_LABEL.finditer(text[:2000]):
        numbers = diary_numbers_in(text, label.end(), label.end() + 30)
        if numbers and not text[label.end() : numbers[0].start].strip():
            return numbers[0]
        wide = _HEAD_NUMBER.match(text, label.end())
        if wide:
            return _number(wide)
    return _number_of_head(text, item) if item else None


def _number(match: re.Match[str]) -> Number:
    """Return the number with single spaces: "KS  2022/00288" is "KS 2022/00288"."""
    return Number(" ".join(match[0].split()), match.start(), match.end())


def _without_ends(line: str) -> str:
    """Return a line without the diary number it begins or ends with."""
    spans = [m.span() for m in _HEAD_NUMBER.finditer(line)]
    spans += [(n.start, n.end) for n in diary_numbers_in(line)]
    for start, end in spans:
        at_end = not line[:start].strip(" (-–.") or not line[end:].strip(" )-–.")
        if at_end and not _YEARS.match(line[start:end]):
            return line[:start] + line[end:]
    return line


def without_numbers(heading: str) -> str:
    """Return an item's heading without diary numbers and their labels, one line a line."""
    lines = []
    for line in heading.split("\n"):
        label = _NUMBER_LABEL.search(line)
        if label and (label.start() == 0 or not line[: label.start()].strip(" \t-–(")):
            line = re.sub(r"^\s*\S+(?:\s+[\d./-]+\d)*", "", line[label.end() :])
        elif label:
            line = line[: label.start()]
        line = _without_ends(line)
        lines.append(re.sub(r"^[\s\-–.,:]+|[\s(\-–]+$|\(\s*\)", "", line))
    return "\n".join(lines)


def _number_of_head(text: str, item: re.Match[str]) -> Number | None:
    """Return what is printed like a diary number on the item's first lines, at a line's end or alone."""
    position = item.end()
    for line in text[item.end() : item.end() + 400].split("\n")[:5]:
        if _DECIDES.search(line):
            return None
        for match in _HEAD_NUMBER.finditer(line):
            ends_line = not line[match.end() :].strip(" ).\t") or not line[: match.start()].strip(
                " ("
            )
            if (
                ends_line
                and not _YEARS.match(match[0])
                and (match[0][0].isalpha() or not dates_in(line, *match.span()))
            ):
                return Number(match[0], position + match.start(), position + match.end())
        position += len(line) + 1
    return None
