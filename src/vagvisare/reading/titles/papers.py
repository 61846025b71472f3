"""The titles of papers to a meeting and from it: memos, items of minutes, whole minutes, audits."""

import re
from collections.abc import Sequence

from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.dates import dates_in
from vagvisare.reading.lines import Line
from vagvisare.reading.meeting import meeting_head
from vagvisare.reading.text import as_value
from vagvisare.reading.titles.joining import blocks_of
from vagvisare.reading.titles.title import Title, joined
from vagvisare.reading.vocabulary import Vocabulary

_PROPOSAL = re.compile(r"(?i)förslag till (?:beslut|kommunfullmäktige|kommunstyrelsen)")
# The proposal's own heading: "Förslag till beslut", "Kommunstyrelsens förslag till beslut".
_PROPOSAL_LINE = re.compile(r"(?i)(?:[\wåäö -]+s )?förslag till (?:beslut|kommun)")
# The headings a memo may have before its proposal.
_MEMO_HEADINGS = re.compile(
    r"(?i)(?:bakgrund|sammanfattning(?: av ärendet)?|ärendet i korthet|ärendet|ärendebeskrivning|"
    r"beskrivning av ärendet|beslutsunderlag|beredning)\s*:?$"
)
# What the paper itself says it is about: "Ärende: Ny taxa", "Angående översyn av taxan".
_MATTER = re.compile(
    r"(?im)^[ \t]*(?:ärende(?:rubrik|mening)?:|angående:?|ang[.:])[ \t]*(?P<title>\S[^\n]+)"
)
_ITEM_HEAD = re.compile(
    r"(?i)^[ \t]*§{1,2}\s?\d{1,4}\b[^\n]*\n?|^[ \t]*\d{1,3}\s+dnr[^\n]*\n|^[ \t]*ärende:\s*", re.M
)
_ITEM_ENDS = re.compile(r"(?i)beslut\b|inledning$|bakgrund$|enligt .*:$|dnr\b")
_PAPER = re.compile(
    r"(?i)^[ \t]*(?P<word>sammanträdesprotokoll|protokollsutdrag|protokoll|kallelse)\b", re.M
)
_AUDITED = re.compile(
    r"(?:avslutat granskningen|granskning av|granskat|granskningen av)\s+(?P<title>[A-ZÅÄÖ][^.\n]{5,120})\."
)
_ITEM_LENGTH = 3_000  # characters in which an item's heading stands


# A row of an agenda that is a table: "| 14. | Antagande av policy | 2024-00101 | Förslag till beslut ...".
_ROW = re.compile(r"\s*\|\s*\d{1,3}\.?\s*\|\s*(?P<title>[^|]{5,400}?)\s*\|")


def row_title(text: str) -> Title | None:
    """Return what a row of an agenda is about, when the text is one."""
    match = _ROW.match(text)
    return _named(match, 0.88) if match else None


def audited(text: str) -> Title | None:
    """Return what an audit was about."""
    match = _AUDITED.search(text)
    return _named(match, 0.8) if match else None


def _named(match: re.Match[str], confidence: float) -> Title:
    return Title(as_value(match["title"]), match.start("title"), match.end("title"), confidence)


def meeting_title(text: str, vocabulary: Vocabulary) -> Title | None:
    """Return kind, body and day: what a whole set of minutes or a summons is called."""
    paper = _PAPER.search(text) or re.search(r"(?i)(?P<word>protokoll)et\b", text[:1500])
    meeting = meeting_head(text, vocabulary)
    body = next(iter(bodies_in(text[:1500], vocabulary)), None) or meeting.body
    if paper is None or body is None:
        return None
    place = re.match(r"\s+i\s+[A-ZÅÄÖ]\w+", text[body.end :])
    day = meeting.day or next(
        (d for d in dates_in(text[:600]) if paper["word"].casefold() == "kallelse"), None
    )
    parts = [
        paper["word"].capitalize(),
        text[body.start : body.end].strip().capitalize() + (place[0] if place else ""),
        text[day.start : day.end] if day else "",
    ]
    return Title(" ".join(part for part in parts if part), paper.start(), paper.end(), 0.8)


def memo_title(text: str, lines: Sequence[Line], vocabulary: Vocabulary) -> Title | None:
    """Return what a memo says it is about, or the heading before its proposal or summary."""
    matter = _MATTER.search(text[:_ITEM_LENGTH])
    for number, line in enumerate(lines):
        proposal = _PROPOSAL.search(line.text)
        if proposal is None or (proposal.start() == 0 and number == 0):
            continue
        if matter and matter.start() < line.start:
            return _named(matter, 0.88)
        heading = bool(_PROPOSAL_LINE.match(line.text))
        if proposal.start() > 10 and not heading:
            end = line.start + proposal.start()
            return Title(as_value(line.text[: proposal.start()]), line.start, end, 0.9)
        if heading and (title := _above(text, lines[:number], vocabulary)):
            return title
    return None


def _above(text: str, lines: Sequence[Line], vocabulary: Vocabulary) -> Title | None:
    """Return the last title above the memo's first heading, or above its end."""
    stop = next((n for n, line in enumerate(lines) if _MEMO_HEADINGS.match(line.text)), len(lines))
    blocks = list(blocks_of(lines[:stop], vocabulary)) or list(blocks_of(lines, vocabulary))
    return joined(text, blocks[-1], 0.88) if blocks else None


def item_title(text: str, lines: Sequence[Line]) -> Title | None:
    """Return the heading of an item of minutes: what stands after its section number."""
    named = re.search(r"(?im)^[ \t]*ärende:[ \t]*(?P<title>\S[^\n]+)", text[:_ITEM_LENGTH])
    if named:
        return _named(named, 0.88)
    for head in _ITEM_HEAD.finditer(text[:_ITEM_LENGTH]):
        taken = _heading_after(head, lines)
        if taken:
            return joined(text, taken, 0.88)
    if len(re.findall(r"(?i)\bdnr\b", text)) > 2:
        return None  # a list of items, not one
    for line in lines[:12]:
        cut = re.split(r"(?i)\.?\s+dnr\b", line.text)[0]
        if cut != line.text and len(cut) > 10:
            return Title(as_value(cut), line.start, line.start + len(cut), 0.85)
    return None


def _heading_after(head: re.Match[str], lines: Sequence[Line]) -> list[Line]:
    """Return the lines after the item's number, up to an empty line or what was decided."""
    taken: list[Line] = []
    after = head.end() - (0 if head[0].endswith(("\n", " ")) else 1)
    for line in [line for line in lines if line.start >= after][:6]:
        if (taken and line.gap) or (_ITEM_ENDS.match(line.text)):
            break
        taken.append(line)
    return taken
