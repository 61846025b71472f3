"""The sentence around a place, found at little cost: pages of text hold many places to look at."""

import re

_MOST = 320  # characters to either side
# A bullet or a tab; an end or an empty line where a line ends.
_BREAK = re.compile(r"[!?:\n•\uf0b7\t](?:(?<![!?:\n])|[ ]?\n)")
_MOST_HEADING = 45
_SHORT_FORMS = ("kap", "bl.a", "t.ex", "dvs", "s.k", "m.m")


def stretch_around(text: str, place: int) -> tuple[int, int]:
    """Return the stretch between full stops around `place`: the sentence, or more than it."""
    least, most = max(0, place - _MOST), place + _MOST
    start = max(_after(text, ". ", least, place), _after(text, ".\n", least, place))
    stop, line = text.find(". ", place, most), text.find(".\n", place, most)
    while stop >= 0 and _is_short_form(text, stop):
        stop = text.find(". ", stop + 1, most)
    ends = [end for end in (stop, line, len(text)) if end >= 0]
    return start, min(*ends, most)


def sentence_in(text: str, start: int, place: int, stop: int) -> tuple[int, int]:
    """Return the sentence around `place` in a stretch: no bullets, cells or headings beside it."""
    begin = start
    for match in _BREAK.finditer(text, start, stop):
        if match.start() >= place:
            return _without_heading(text, begin, place), match.start()
        begin = match.end()
    return _without_heading(text, begin, place), stop


def _after(text: str, end: str, least: int, place: int) -> int:
    found = text.rfind(end, least, place)
    while found > least and _is_short_form(text, found):
        found = text.rfind(end, least, found)
    return found + len(end) if found >= 0 else least


def _is_short_form(text: str, stop: int) -> bool:
    """Tell whether the full stop belongs to "kap.", "bl.a." or an ordinal number."""
    before = text[max(0, stop - 4) : stop]
    if before[-1:].isdigit():
        return not before[-4:].isdigit() and not before[-3:-2].isdigit()
    return before.endswith(_SHORT_FORMS)


def _without_heading(text: str, start: int, place: int) -> int:
    """Return the start past short lines without an end that stand over the sentence proper."""
    while True:
        while start < place and text[start] in " \n\r":
            start += 1
        line = text.find("\n", start, place)
        if line < 0 or line - start > _MOST_HEADING:
            return start
        after = text[line + 1 : place + 1].lstrip()
        if not after[:1].isupper() or text[start:line].rstrip().endswith((",", "-", "och")):
            return start
        start = line + 1


def is_in_heading(text: str, place: int) -> bool:
    """Tell whether `place` stands in a short line that begins with a capital and has no end."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[start:end].strip() if end >= 0 else ""
    return (
        0 < len(line) <= _MOST_HEADING
        and not line[0].islower()
        and line[-1] not in ".,:;-"
        and text[end : end + 9].lstrip()[:1].isupper()
    )


def heading_over(text: str, start: int) -> str:
    """Return the line over `start` in lower case, numbers and marks left out."""
    above = text.rfind("\n", 0, max(0, len(text[:start].rstrip())))
    return text[above + 1 : start].strip(" \n\r#.0123456789:").lower()
