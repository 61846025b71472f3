"""Commitments in lists: bullets under "Åtgärder", and blocks of "Åtgärd: ... Ansvarig: ..."."""

import re
from collections.abc import Iterator, Sequence

from vagvisare.reading.beyond.commitment import Commitment, due_in, due_of, field_of, inside, stated
from vagvisare.reading.beyond.listed import headings, items_under
from vagvisare.reading.beyond.verbs import begins_doing
from vagvisare.reading.lines import Line
from vagvisare.reading.repair import repaired
from vagvisare.reading.source import Source

_HEADING = re.compile(
    r"(?i)^(?:#+\s*)?(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:våra|kommunens|planerade|prioriterade|konkreta|beslutade|gemensamma|kommande)\s+)*"
    r"(?:åtgärder|aktiviteter|åtaganden|insatser|atgarder)(?:\s+(?:för|inom|under|som|till|och\s+(?:ansvar|aktiviteter|åtgärder|insatser|tidplan))\b[^.:…\t]*|\s+(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?\s*:?$"
)
_BLOCK = re.compile(
    r"(?i)^(?:åtgärd|aktivitet|åtagande|insats)(?:\s+\d+(?:\.\d+)?)?\s*[:.]\s+(?P<what>\S.{5,})$"
)
_LABEL = re.compile(
    r"(?i)^(?P<label>ansvarig(?:\s+[\wåäö]+)?|ansvar|tid(?:s?plan|punkt)?|när|klart?(?:\s+senast)?|slutdatum|indikator(?:er)?|nyckeltal|mått|uppföljning)\s*:\s*(?P<value>\S.{0,160})$"
)
_LISTED, _UNSURE, _BLOCKED = 0.8, 0.6, 0.85


def listed(source: Source) -> Iterator[Commitment]:
    """Yield the commitments of lists and blocks."""
    for number, _ in headings(source, _HEADING):
        for item in items_under(source.lines, number):
            words, values = inside(item.words)
            if begins_doing(words) and 10 <= len(words) <= 500:
                sure = _LISTED if item.whole else _UNSURE
                yield _commitment(source, item.start, item.end, sure, words, values)
    for number, match in headings(source, _BLOCK):
        yield from _block(source, number, match)


def _block(source: Source, number: int, match: re.Match[str]) -> Iterator[Commitment]:
    """Yield "Åtgärd: ..." when lines with who, when or how follow it."""
    lines = source.lines
    labels = list(_labels(lines[number + 1 : number + 5]))
    if not labels:
        return
    values: dict[str, str] = {}
    for _, found in labels:
        value = stated(found["value"])
        if value:
            values.setdefault(field_of(found["label"]), value)
    start = lines[number].start
    yield _commitment(source, start, labels[-1][0].end, _BLOCKED, match["what"], values)


def _labels(lines: Sequence[Line]) -> Iterator[tuple[Line, re.Match[str]]]:
    for line in lines:
        match = _LABEL.match(line.text.replace("\t", " "))
        if match is None:
            return
        yield line, match


def _commitment(
    source: Source, start: int, end: int, sure: float, words: str, values: dict[str, str]
) -> Commitment:
    worded = None if "time" in values else due_in(words)
    time = values.get("time") or (worded[0] if worded else None)
    return Commitment(
        source.text.evidence(start, end, sure),
        repaired(words) if words.isascii() else words,
        values.get("responsible"),
        time,
        worded[1] if worded else due_of(time),
        values.get("indicator"),
    )
