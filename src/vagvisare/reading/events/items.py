"""Minutes, agendas and memos as items, and the part of each that decides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

# "§ 12", "Ks § 112", "BUN § 28/2021", "BIN/§ 88", "§ 204/22"
_NUMBERED = r"^[ \t]*(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ \t/]{1,2})?(?:§|Paragraf[ \t])[ \t]{0,3}\d{1,4}(?:/\d\d(?:\d\d)?)?\b"
_ITEM = re.compile(rf"{_NUMBERED}(?![^\n]{{0,30}}kommunallagen)", re.M)
_ROW = re.compile(
    r"^[ \t]*\|[ \t]*\d{1,3}\.?[ \t]*\|.*?\|[ \t]*(?=\n[ \t]*\||\n?\s*\Z|\n[ \t]*\n)", re.M | re.S
)
_BODY = r"(?:[A-ZÅÄÖ][\wåäöÅÄÖ,-]*(?:[ \t]+(?:och|för|&|[\wåäö-]+)){0,6}?)"
# A line that heads a decision: "Beslut", "Kommunfullmäktiges beslut", "Nämnden beslutar att".
_DECISION = re.compile(
    r"^[ \t]*(?:\d\.\s)?(?P<head>(?:(?-i:[A-ZÅÄÖ])[\wåäö,-]*(?:[ \t]{1,3}[\wåäö,-]+){0,4}?(?<=s)[ \t]{1,3})?(?:beslut|förslag[ ]+till[ ]+beslut|beslutsförslag|förslag[ ]+till[ ]+(?:[\wåäö]*fullmäktige|kommunstyrelsen|kf|ks))\b(?!\s+(?:skickas|expedieras|delges|till\b|sänds|om\s+tillkännagivande))[^\n.]{0,60}?)[ \t]*:?[ \t]*$"
    rf"|^[ \t]*(?P<body>{_BODY})[ \t]+(?:(?:har[ \t]+)?(?:beslutar|beslutade|beslutat)|föreslår[ \t]+(?:att[ \t]+)?(?:[\wåäö]+fullmäktige|kommunstyrelsen|[\wåäö-]+nämnden|kf\b|ks\b)(?:[ \t]+(?:att[ \t]+)?(?:besluta|beslutar))?)(?:[ \t]+(?:följande|att|enligt följande))?[ \t]*:?[ \t]*$"
    r"|^[ \t]*beslut[ \t]*:[ \t]*(?=\S)"
    r"|(?P<inline>förslag[ ]{1,3}till[ ]{1,3}beslut(?:[ ]{1,3}i [a-zåäö ]{3,60}?)?:?|förslag till (?:[a-zåäö]+fullmäktige|kommunstyrelsen):?(?=[ ]*\n))(?=\s)",
    re.I | re.M,
)
# A paper with no such line decides in a sentence of its own: "Kommunstyrelsen beslutar att anta ...".
_SENTENCE = re.compile(
    rf"^[ \t]*(?={_BODY}[ \t]+(?:beslutar|beslutade|föreslår|antar|fastställer|godkänner|upphäver|återremitterar|noterar|ger|uppdrar|remitterar)\b[^\n]*)",
    re.M,
)
_NEXT_HEADING = re.compile(
    r"^[ \t]*(?=(?-i:[A-ZÅÄÖ]))(?:tidigare behandling|handling(?:ar)?|yrkande(?:n|t)?|protokollsutdrag|proposition(?:er|sordning)?|omröstning|reservation(?:er)?|protokollsanteckning(?:ar)?|information|jäv|sammanfattning(?: av ärendet)?|beslutsunderlag|"
    r"beslutsgång|beslutet (?:skickas|ska skickas|expedieras|delges|sänds|till)|beslut (?:skickas|expedieras|delges|sänds|till\b)|bakgrund|ärendet(?=[ \t]*$)|ärendet i korthet|ärendebeskrivning|ärendesammanfattning|ärendeinformation|beskrivning av ärendet|redogörelse(?: för ärendet)?|expedieras?(?: till)?|expediering|expedierat\w*|inledning|bedömning|bilagor|skäl(?:en)? (?:för|till) beslut(?:et)?|motivering|beslutsmotivering|paragrafen är justerad|"
    r"förslag till beslut på sammanträdet|förslag till beslut under sammanträdet|förslag på sammanträdet|beslutsordning|deltar inte|deltagande|särskilt yttrande|utdrag(?: till)?|underlag|kopia till|delges|utfall|barnperspektiv\w*|ekonomi\w*|hur man överklagar|göteborgs stad \w+, protokoll)\b[^\n]{0,60}$"
    r"|^[ \t]*(?=(?-i:[A-ZÅÄÖ]))(?:finansiering|(?:ekonomiska )?konsekvens\w*|lagrum|lagstöd|sekretess|upplysning\w*|dagens sammanträde|aktuella handlingar|beredning(?:sansvariga)?|ajournering|anteckning\w*|överklagande\w*|remissvar|tidplan|tidigare beslut|votering\w*|ärendebeskrivning|proposition(?:er)?|redogörelse)[ \t]*:?[ \t]*$",
    re.I | re.M,
)
_INLINE_END = re.compile(
    r"(?<=[.\s])(?:Sammanfattning|Bakgrund|Bedömning|Beskrivning av ärendet)\b"
)
_BODY_SAYS = re.compile(
    r"(?i)förslag\s+till\s+(?:beslut\s+i\s+)?(?P<body>[a-zåäö]*fullmäktige|kommunstyrelsen|[a-zåäö -]*nämnden|kf\b|ks\b)"
    r"|föreslår\s+(?:att\s+)?(?P<asked>[\wåäö]+fullmäktige|kommunstyrelsen|[\wåäö-]+nämnden|kf\b|ks\b)"
)
_SHORT = {"kf": "kommunfullmäktige", "ks": "kommunstyrelsen"}
_AS_PROPOSED = re.compile(
    r"(?i)\s*(?:\d\.\s*)?(?:[\wåäö]+\s+beslutar\s+)?(?:att\s+)?(?:besluta\s+)?(?:enligt|i enlighet med|bifalla|bifaller)\s[^.]{0,80}?förslag(?:et)?(?:\s+till\s+beslut)?\s*\.?\s*"
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
    headed: bool = True  # it stands under a heading of its own


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
    return bool(
        re.search(
            r"(?im)^[ \t]*(?:[\wåäö-]+\s)*beslut\b|bordlägg|beslutar|förslag till",
            text[match.end() : stop],
        )
    )


def _row(text: str, start: int, end: int) -> Item:
    """Return one row of an agenda: number, heading, diary number, proposal."""
    cells = [m.span() for m in re.compile(r"(?<=\|)[^|]*(?=\|)").finditer(text, start, end)]
    heading = cells[1] if len(cells) > 1 else (start, end)
    first, last = cells[-1] if len(cells) > 2 else (start, end)
    return Item(start, end, heading, tuple(_parts(text, first, last)) or (Part(first, last),))


def _item(text: str, start: int, end: int) -> Item:
    parts = tuple(_parts(text, start, end)) or tuple(_sentences(text, start, end))
    stop = parts[0].start if parts else end
    return Item(start, end, _heading(text, start, stop), parts)


def _heading(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return what stands between the item's number and its first decision."""
    head = re.compile(rf"{_NUMBERED}|^[ \t]*\d{{1,3}}[ \t]+(?=Dnr)", re.M | re.I).search(
        text, start, stop
    )
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
    for head in _headings(text, start, end):
        if re.match(r"(?i)[^\n]*(?:på|under) sammanträdet", head[0].strip()) or any(
            p.start <= head.start() < p.end for p in (*parts, *proposals) if head["inline"]
        ):
            continue
        part = _part(text, head, end)
        proposal = re.match(
            r"(?i)\s*(?:[\wåäö][\wåäö,-]*[ \t]){0,5}?(?:förslag|beslutsförslag)", head[0]
        )
        (proposals if proposal else parts).append(part)
    if parts and proposals and all(_AS_PROPOSED.fullmatch(text[p.start : p.end]) for p in parts):
        return proposals[-1:]
    return parts or proposals  # where a decision was taken, what was proposed to it is no event


def _headings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the lines that head decisions; "föreslår att\\nkommunfullmäktige beslutar:" is none."""
    for head in islice(_DECISION.finditer(text, start, end), _MOST_PARTS):
        before = text[max(start, head.start() - 40) : head.start()].rstrip(" \t")
        goes_on = re.search(r"[a-zåäö,]\n\Z", before) and not re.search(
            r"(?im)^[ \t]*(?:[\wåäö]+\s)*(?:beslut|förslag(?: till \w+)?)[ \t]*\n\Z", before
        )
        if not (head["body"] and goes_on):
            yield head


def _part(text: str, head: re.Match[str], end: int) -> Part:
    """Return the stretch under a heading, up to the next; the next may only name who decides."""
    last = min(end, head.end() + _LONGEST)
    ends = [
        m.start()
        for pattern in (_NEXT_HEADING, _INLINE_END)
        if (m := pattern.search(text, head.end() + 1, last))
    ]
    ends += [m.start() for m in _headings(text, head.end() + 1, last)][:1]
    says = _BODY_SAYS.search(head[0])
    body = (says["body"] or says["asked"]).lower() if says else None
    body = _SHORT.get(body, body) if body else None
    if body is None and (head["body"] or "").lower().endswith("fullmäktige"):
        body = head["body"].lower()  # in a board's minutes this is what it proposes
    return Part(head.end(), min([*ends, end]), body)


def _sentences(text: str, start: int, end: int) -> list[Part]:
    """Return the decision of an item that has no heading for it, from its own sentence on."""
    first = _SENTENCE.search(text, start, end)
    if first is None:
        return []
    stop = _NEXT_HEADING.search(text, first.end() + 1, end)
    return [Part(first.end(), stop.start() if stop else end, headed=False)]
