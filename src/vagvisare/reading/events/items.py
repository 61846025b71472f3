"""Minutes, agendas and memos as items, and the part of each that decides."""

import re
from dataclasses import dataclass
from itertools import islice

_ITEM = re.compile(r"^[ \t]*§[ \t]?\d{1,4}\b(?![^\n]{0,30}kommunallagen)", re.M)
_ROW = re.compile(
    r"^[ \t]*\|[ \t]*\d{1,3}\.?[ \t]*\|.*?\|[ \t]*(?=\n[ \t]*\||\n?\s*\Z|\n[ \t]*\n)", re.M | re.S
)
_DECISION = re.compile(
    r"^[ \t]*(?:\d\.\s)?(?P<head>(?:[\wåäöÅÄÖ]+(?:s|ens|ets)\s)?(?:beslut|förslag till beslut|beslutsförslag|förslag till kommunfullmäktige|förslag till kommunstyrelsen)\b[^\n.]{0,60}?)[ \t]*:?[ \t]*$"
    r"|(?P<inline>förslag till beslut(?: i [a-zåäö ]{3,60}?)?:?)(?=\s)",
    re.I | re.M,
)
_NEXT_HEADING = re.compile(
    r"^[ \t]*(?:tidigare behandling|handling(?:ar)?|yrkande(?:n|t)?|protokollsutdrag|propositionsordning|omröstning|reservation(?:er)?|protokollsanteckning(?:ar)?|information|jäv|sammanfattning(?: av ärendet)?|beslutsunderlag|"
    r"beslutsgång|beslutet skickas(?: till)?|beslutet ska skickas till|bakgrund|ärendet(?=[ \t]*$)|ärendebeskrivning|beskrivning av ärendet|expedieras?(?: till)?|expedierat\w*|inledning|bedömning|bilagor|skälen för beslutet|motivering|paragrafen är justerad|"
    r"förslag till beslut på sammanträdet|beslutsordning|deltar inte|deltagande|särskilt yttrande|utdrag(?: till)?|underlag|kopia till|delges|utfall|barnperspektiv\w*|ekonomi\w*|göteborgs stad \w+, protokoll)\b[^\n]{0,60}$",
    re.I | re.M,
)
_INLINE_END = re.compile(
    r"(?<=[.\s])(?:Sammanfattning|Bakgrund|Bedömning|Beskrivning av ärendet)\b"
)
_BODY_SAYS = re.compile(
    r"(?i)förslag till (?:beslut i )?(?P<body>kommunfullmäktige|kommunstyrelsen|[a-zåäö -]*nämnden)"
)
# What no item has: more decisions, or one of more characters.
_MOST_PARTS, _LONGEST = 60, 20_000


@dataclass(frozen=True)
class Item:
    """One item of a paper: where it stands, its heading, and the stretches that decide."""

    start: int
    end: int
    heading: tuple[int, int]
    parts: tuple["Part", ...]


@dataclass(frozen=True)
class Part:
    """A stretch of decisions, and the body that its heading says is to decide."""

    start: int
    end: int
    proposes_to: str | None = None


def items_of(text: str) -> list[Item]:
    """Return the items of a paper; a paper without section numbers is one item."""
    rows = [m.span() for m in _ROW.finditer(text)]
    starts = [] if rows else [m.start() for m in _ITEM.finditer(text) if _begins_item(text, m)]
    spans = rows or list(zip(starts, [*starts[1:], len(text)], strict=False)) or [(0, len(text))]
    if not rows and starts and starts[0] > 0 and len(starts) == 1:
        spans = [(0, len(text))]
    return [_row(text, *span) if rows else _item(text, *span) for span in spans]


def _begins_item(text: str, match: re.Match[str]) -> bool:
    """Tell whether a section number heads an item: a decision follows before the next number."""
    following = _ITEM.search(text, match.end())
    stop = following.start() if following else len(text)
    return bool(re.search(r"(?im)^[ \t]*beslut\b|bordlägg|beslutar", text[match.end() : stop]))


def _row(text: str, start: int, end: int) -> Item:
    """Return one row of an agenda: number, heading, diary number, proposal."""
    cells = [m.span() for m in re.compile(r"(?<=\|)[^|]*(?=\|)").finditer(text, start, end)]
    heading = cells[1] if len(cells) > 1 else (start, end)
    first, last = cells[-1] if len(cells) > 2 else (start, end)
    return Item(start, end, heading, tuple(_parts(text, first, last)) or (Part(first, last),))


def _item(text: str, start: int, end: int) -> Item:
    parts = tuple(_parts(text, start, end))
    stop = parts[0].start if parts else end
    return Item(start, end, _heading(text, start, stop), parts)


def _heading(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return what stands between the item's number and its first decision."""
    head = re.compile(
        r"^[ \t]*(?:§[ \t]?\d{1,4}|\d{1,3}[ \t]+(?=Dnr))[^\n]*\n", re.M | re.I
    ).search(text, start, stop)
    first = head.end() if head else start
    ends = [
        m.start()
        for p in (_DECISION, _NEXT_HEADING)
        if (m := p.search(text, first, stop)) and m.start() > first
    ]
    return first, min([*ends, stop])


def _parts(text: str, start: int, end: int) -> list[Part]:
    parts: list[Part] = []
    proposals: list[Part] = []
    for head in islice(_DECISION.finditer(text, start, end), _MOST_PARTS):
        if re.match(r"(?i)[^\n]*på sammanträdet", head[0].strip()) or any(
            p.start <= head.start() < p.end for p in (*parts, *proposals) if head["inline"]
        ):
            continue
        ends = [
            m.start()
            for pattern in (_NEXT_HEADING, _DECISION, _INLINE_END)
            if (m := pattern.search(text, head.end() + 1, min(end, head.end() + _LONGEST)))
        ]
        says = _BODY_SAYS.search(head[0])
        part = Part(head.end(), min([*ends, end]), says["body"].lower() if says else None)
        proposal = re.match(r"(?i)\s*(?:[\wåäö]+\s)?(?:förslag|beslutsförslag)", head[0])
        (proposals if proposal else parts).append(part)
    return parts or proposals  # where a decision was taken, what was proposed to it is no event
