"""Areas and time plans: the short lists under a heading of their own."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from vagvisare.reading.dates import MONTHS
from vagvisare.reading.lines import Line
from vagvisare.reading.near import lowered, places
from vagvisare.reading.reading import Note
from vagvisare.reading.repair import repaired
from vagvisare.reading.text import Text, as_value

_AREAS = re.compile(r"(?i)^\W*(?:[\wåäö]+\s){0,2}(?:[\wåäö]*omr[åa]den)\b[^.:]{0,60}:?$")
_TIMES = re.compile(r"(?i)^\W*(?:tids?plan|tidsschema|tidslinje|aktivitetsplan)\b[^.]{0,30}$")
_BULLET = re.compile(r"^(?:[•●○▪‣*@®©¢➢–-]|o(?=\s))\s*(?P<words>\S.*)$")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_PERIOD = re.compile(
    rf"(?i)^\W{{0,3}}(?P<period>(?:{_MONTH})\.?(?:\s+(?:19|20)\d\d)?(?:\s*[-–]\s*(?:{_MONTH})\.?(?:\s+(?:19|20)\d\d)?)?|(?:våren|hösten|sommaren|vintern)\s+(?:19|20)\d\d|kvartal\s\d)(?:\s*:)?\s*(?P<rest>.*)$"
)
_SURE, _GUESSED = 0.8, 0.5
# One of them stands in every text that the patterns above can match.
_AREA_WORDS = ("områden", "omraden")
_TIME_WORDS = ("tidplan", "tids", "aktivitetsplan")


def _headings(
    text: Text, lines: Sequence[Line], pattern: re.Pattern[str], words: Sequence[str]
) -> Iterator[int]:
    """Yield the number of each line that `pattern` matches; only lines with one of `words` can."""
    low = lowered(text.clean)
    hits = sorted(place for word in words for place in places(word, low))
    for number in dict.fromkeys(bisect_right(lines, hit, key=_start) - 1 for hit in hits):
        if pattern.match(lines[number].text):
            yield number


def _start(line: Line) -> int:
    return line.start


def areas_in(text: Text, lines: Sequence[Line]) -> tuple[Note, ...]:
    """Return the areas listed as bullets under a heading such as "Fokusområden"."""
    for number in _headings(text, lines, _AREAS, _AREA_WORDS):
        if not _BULLET.match(lines[number].text):
            listed = _bullets(lines[number + 1 :])
            if len(listed) > 1:
                return tuple(_note(text, line, words, _SURE) for line, words in listed)
    return ()


def _bullets(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the bullets of one list of short entries: up to the first line that is none."""
    out: list[tuple[Line, str]] = []
    for line in lines:
        match = _BULLET.match(line.text)
        if match is None or len(match["words"].split()) > 6:
            break
        out.append((line, match["words"]))
    return out


def timeline_in(text: Text, lines: Sequence[Line]) -> tuple[Note, ...]:
    """Return the steps of a time plan. Periods printed apart from the steps are joined to them
    only when they are as many; else both are given as they stand."""
    for number in _headings(text, lines, _TIMES, _TIME_WORDS):
        steps = _steps(text, lines[number + 1 : number + 40])
        if steps:
            return steps
    return ()


def _steps(text: Text, lines: Sequence[Line]) -> tuple[Note, ...]:
    found = [(line, _PERIOD.match(line.text)) for line in lines]
    together = [
        _note(text, line, match["rest"], _SURE, period=match["period"])
        for line, match in found
        if match and match["rest"]
    ]
    if together:
        return tuple(together)
    periods = [(line, match["period"]) for line, match in found if match]
    after = periods[0][0].start if periods else 0
    blocks = _blocks([line for line, match in found if not match and line.start > after])
    if len(periods) < 2 or not blocks:
        return ()
    if len(blocks) == len(periods):
        pairs = zip(blocks, periods, strict=True)
        return tuple(_block(text, block, period) for block, (_, period) in pairs)
    stated = [_note(text, line, period, _GUESSED, period=period) for line, period in periods]
    return (*stated, *(_block(text, block, None) for block in blocks))


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in blocks, as empty lines part them."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _block(text: Text, block: Sequence[Line], period: str | None) -> Note:
    evidence = text.evidence(block[0].start, block[-1].end, _GUESSED)
    return Note(repaired(as_value(" ".join(line.text for line in block))), evidence, period)


def _note(text: Text, line: Line, words: str, confidence: float, period: str | None = None) -> Note:
    return Note(repaired(as_value(words)), text.evidence(line.start, line.end, confidence), period)
