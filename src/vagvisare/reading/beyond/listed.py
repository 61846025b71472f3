"""Lists under a heading: the bullets that follow it, with the lines each goes on over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vagvisare.reading.lines import Line
from vagvisare.reading.source import Source
from vagvisare.reading.text import as_value

_BULLET = re.compile(
    r"^(?:[•●○▪■►‣*@®©¢➢✓\uf0b7\uf0a7–-]\s*|o\s+|\(?(?:\d{1,2}|[a-zåäö])[.)]\s+)(?P<words>\S.*)?$"
)
_MARK = re.compile(r"^(?:[•●○▪■►‣*@®©¢➢✓\uf0b7\uf0a7–-]|o\s|\(?(?:\d{1,2}|[a-zåäö])[.)])")
# "Åtgärder", "Aktiviteter", "Insatser", "Mål", "Fokusområden": from the letters they begin with,
# which the engine can skip to.
_LOOKED_FOR = re.compile(
    r"[ÅåAaIiMmOo](?:t(?:g[äa]rd|agand)|ktivitet|nsats|[åa]l|mråde|TG|KTIV|NSATS|ÅL|MRÅDE)"
)
_MOST_HEADING, _MOST_LEAD, _MOST_ITEMS, _MOST_LINES = 120, 160, 60, 8
_FULL = 45  # a line shorter than this does not go on over to a line that begins with a capital


@dataclass(frozen=True)
class Item:
    """An entry of a list, in one line; `whole` tells that its end is certain."""

    words: str
    start: int
    end: int
    whole: bool = True


def headings(source: Source, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the number of each line that is a heading of `pattern`."""
    for number, words in _possible(source):
        match = pattern.match(words)
        if match:
            yield number, match


@lru_cache(maxsize=1)  # goals and commitments go through the same lines
def _possible(source: Source) -> tuple[tuple[int, str], ...]:
    """Return the short lines that begin like a heading and hold a word of those looked for."""
    return tuple(
        (number, line.text)
        for number, line in enumerate(source.lines)
        if len(line.text) <= _MOST_HEADING
        and (line.text[0].isupper() or line.text[0] in "#123456789")
        and line.text[-1] not in ".,;"
        and _LOOKED_FOR.search(line.text)
    )


def items_under(lines: Sequence[Line], number: int) -> list[Item]:
    """Return the bullets under line `number`; one line that ends in a colon may stand between."""
    at = number + 1
    lead = lines[at : at + 2]
    for offset, line in enumerate(lead):
        if not _MARK.match(line.text) and line.text.endswith(":") and len(line.text) < _MOST_LEAD:
            at += offset + 1
            break
    items: list[Item] = []
    while at < len(lines) and len(items) < _MOST_ITEMS and _MARK.match(lines[at].text):
        item, at = _item(lines, at)
        if item:
            items.append(item)
    return items


def _item(lines: Sequence[Line], at: int) -> tuple[Item | None, int]:
    """Return the bullet that begins at line `at`, and the line after it."""
    match = _BULLET.match(lines[at].text)
    words = [match["words"]] if match and match["words"] else []
    start = lines[at].start + (match.start("words") if match and match["words"] else 0)
    last, at = at, at + 1
    if not words and at < len(lines) and not _MARK.match(lines[at].text):
        words, start, last, at = [lines[at].text], lines[at].start, at, at + 1
    while at < len(lines) and len(words) < _MOST_LINES and _goes_on(lines[last], lines[at]):
        words.append(lines[at].text)
        last, at = at, at + 1
    if not words:
        return None, at
    whole = at >= len(lines) or lines[at].gap or bool(_MARK.match(lines[at].text))
    ended = whole or words[-1].endswith((".", ";", "!"))
    return Item(as_value("\n".join(words)), start, lines[last].end, ended), at


def _goes_on(line: Line, after: Line) -> bool:
    """Tell whether a bullet's line goes on in the line after it."""
    if _MARK.match(after.text) or "\t" in after.text:
        return False
    if line.text.endswith((".", ";", "!", "?", ":")):
        return False
    if after.gap:  # OCR leaves empty lines within a bullet
        return after.text[0].islower() and len(line.text) > _FULL
    return after.text[:1].islower() or (
        after.text[:1] in '”"(0123456789' and len(line.text) > _FULL
    )
