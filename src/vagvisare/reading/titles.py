"""The title of a document: from its name field, its heading, or the item it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vagvisare.reading.kinds import Kind
from vagvisare.reading.labels import Labelled
from vagvisare.reading.lines import Line
from vagvisare.reading.text import as_value
from vagvisare.reading.vocabulary import Vocabulary

_HEAD_LINES = 60
_FIRST_HEADING = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:inledning|inledande bestämmelser|syfte|bakgrund|vision|förord|allmänt|innehåll|innehållsförteckning|formalia|sammanfattning|omfattning|mål|"
    r"kommunfullmäktige föreskriver|missiv|grundläggande bestämmelser|1\s+kap|§\s?1\b)(?:[\s:.].*)?$",
    re.I,
)
_ORGANIZATION = re.compile(
    r"(?i)^(?:/?[\wåäö\s,&-]*(?:förvaltningen|förvaltning|kontoret|avdelningen|enheten|sektionen|nämnden|styrelsen|studentkår|kommuns?|stad|staden|funktionen|biblioteket)/?|kommunfullmäktige|(?:göteborgs )?stad|region \w+|författningssamling.*|kommunal författningssamling.*)$"
)
_NOT_TITLE = re.compile(
    r"(?i)dnr\b|diarienr|www\.|@|https?:|telefon|^sid(?:a|an)?\b|^\d+\s*[\[(/]\s*\d+\s*[\])]?$|^\(?\d+\)?$|^\(\d+\)$|handläggare|org\.?nr|^post\b|^[\d\s./-]+$|^/.*/$|uppdaterad|antagen|antaget|antagna|fastställd|fastställt|gäller\b|^nn$|^bilaga\b|^\[|^version|^datum|^referens|pressmeddelande|^protokoll\b|^upprättad|^\W*$|beslutad|\.{4,}|^denna \w+|^(?:för|till|mål och åtgärder)\b|hämtas från|förslag till beslut"
)
_VERBS = re.compile(
    r"(?i)\b(?:ska|skall|är|har|kan|bör|får|måste|innebär|syftar|anger|beskriver|visar|finns|antog|gör)\b"
)
_MENU = re.compile(r"(?i)(?:>>|strategi|program|plan|policy|riktlinjer|regler|rutin)$")
_LEADING_NUMBER = re.compile(r"^(?:\d{1,2}\s+|[-–•]\s*)(?=[A-ZÅÄÖa-zåäö])")
_PROPOSAL = re.compile(r"(?i)förslag till (?:beslut|kommunfullmäktige|kommunstyrelsen)")
_ITEM_HEAD = re.compile(
    r"(?i)^\s*§{1,2}\s?\d{1,4}\b[^\n]*\n?|^\s*\d{1,3}\s+dnr[^\n]*\n|^\s*ärende:\s*", re.M
)
_PAPER = re.compile(
    r"(?i)^\s*(?P<word>sammanträdesprotokoll|protokollsutdrag|protokoll|kallelse)\b", re.M
)


@dataclass(frozen=True)
class Title:
    """A title, where it stands, and how sure it is."""

    value: str
    start: int
    end: int
    confidence: float


def best_title(
    text: str,
    lines: Sequence[Line],
    labelled: Sequence[Labelled],
    kind: Kind,
    vocabulary: Vocabulary,
) -> Title | None:
    """Return the title of the document, None when no line can be one."""
    for field in labelled:
        if (
            field.field == "title"
            and not field.is_empty
            and not field.is_placeholder
            and len(field.value) < 300
        ):
            return Title(as_value(field.value), field.start, field.end, 0.97)
    if kind == "memo":
        return _memo_title(text, lines) or _heading(text, lines, vocabulary)
    if kind in ("minutes", "summons"):
        return _item_title(text, lines) or _heading(text, lines, vocabulary)
    return _heading(text, lines, vocabulary)


def _memo_title(text: str, lines: Sequence[Line]) -> Title | None:
    """Return the heading that stands before the proposal of a memo."""
    for number, line in enumerate(lines):
        proposal = _PROPOSAL.search(line.text)
        if proposal is None or (proposal.start() == 0 and number == 0):
            continue
        if proposal.start() > 10:
            return Title(
                as_value(line.text[: proposal.start()]),
                line.start,
                line.start + proposal.start(),
                0.9,
            )
        if not re.match(r"(?i)förslag till (?:beslut|kommun)", line.text):
            continue
        above = [other for other in lines[:number] if _may_be_title(other)]
        if above:
            return _joined(text, [above[-1]], 0.9)
    return None


def _item_title(text: str, lines: Sequence[Line]) -> Title | None:
    """Return the heading of an item of minutes: what stands after its section number."""
    for head in _ITEM_HEAD.finditer(text[:3000]):
        rest = [
            line
            for line in lines
            if line.start >= head.end() - (0 if head[0].endswith(("\n", " ")) else 1)
        ]
        taken: list[Line] = []
        for line in rest[:6]:
            if re.match(r"(?i)beslut\b|inledning$|bakgrund$|enligt .*:$", line.text) or (
                taken and line.gap
            ):
                break
            taken.append(line)
        if taken:
            return _joined(text, taken, 0.9)
    for line in lines[:12]:
        cut = re.split(r"(?i)\.?\s+dnr\b", line.text)[0]
        if cut != line.text and len(cut) > 10:
            return Title(as_value(cut), line.start, line.start + len(cut), 0.85)
    return None


def _joined(text: str, lines: Sequence[Line], confidence: float) -> Title:
    start, end = lines[0].start, lines[-1].end
    value = as_value(text[start:end])
    return Title(re.sub(r"\s*\(\d+ bilag\w*\)$", "", value), start, end, confidence)


def _may_be_title(line: Line) -> bool:
    words = line.text.strip("# ")
    return (
        3 < len(words) < 200
        and not _NOT_TITLE.search(words)
        and not _ORGANIZATION.match(words)
        and not re.match(r"[A-ZÅÄÖ][\wåäö /-]{1,40}:(?:\s|$)", words)
    )


def _heading(text: str, lines: Sequence[Line], vocabulary: Vocabulary) -> Title | None:
    """Return the best of the lines of the head, by what a title looks like."""
    head = [line for line in lines[:_HEAD_LINES] if line.start < 5_000]
    blocks = [block for block in _blocks(head, vocabulary)]
    if not blocks:
        return None
    scored = [
        (_score(block, number, head, text, vocabulary), -number, block)
        for number, block in enumerate(blocks)
    ]
    score, _, best = max(scored, key=lambda item: item[:2])
    title = _joined(text, best, 0.9 if score >= 3 else 0.75 if score >= 1.5 else 0.55)
    number = _LEADING_NUMBER.match(title.value)
    value = title.value[number.end() :] if number else title.value
    return Title(
        value.rstrip(" -–"),
        title.start + (number.end() if number else 0),
        title.end,
        title.confidence,
    )


def _blocks(head: Sequence[Line], vocabulary: Vocabulary) -> list[list[Line]]:
    """Return the lines that may be titles, a wrapped title's lines together."""
    blocks: list[list[Line]] = []
    previous: Line | None = None
    for line in head:
        if not _may_be_title(line):
            previous = None
            continue
        if previous is not None and blocks and _goes_on(previous, line, vocabulary):
            blocks[-1].append(line)
        else:
            blocks.append([line])
        previous = line
    return blocks


def _goes_on(line: Line, following: Line, vocabulary: Vocabulary) -> bool:
    if following.gap or _FIRST_HEADING.match(following.text) or len(following.text) > 120:
        return False
    ends_open = line.text.endswith(
        ("-", " och", " för", " i", " av", " till", " samt", " inom", ",")
    )
    return (
        ends_open
        or (following.text[0].islower() and not line.text.endswith("."))
        or (
            vocabulary.types.get(line.text.strip("0123456789 ").casefold()) is not None
            and line.text.istitle()
        )
    )


def _score(
    block: Sequence[Line], number: int, head: Sequence[Line], text: str, vocabulary: Vocabulary
) -> float:
    words = " ".join(line.text for line in block)
    typed = [w for w in re.findall(r"[\wåäöÅÄÖ-]+", words) if vocabulary.type_of(w)]
    score = 2.5 if typed else 0.0
    score -= 0.12 * number
    score += 1.5 if _before_first_heading(block, head) else 0.0
    score -= 2.5 if words.endswith((".", ":")) or _VERBS.search(words) else 0.0
    count = len(words.split())
    score += 0.6 if 2 <= count <= 14 else -1.0 if count > 22 else 0.0
    score += 0.5 if text.count(block[0].text) > 1 and count > 1 else 0.0
    if count <= 3 and typed and words.strip("# ").casefold() in vocabulary.types:
        score -= 2.0
    return score


def _before_first_heading(block: Sequence[Line], head: Sequence[Line]) -> bool:
    """Tell whether the first heading of the text proper follows right after the block."""
    after = [line for line in head if line.start > block[-1].end]
    return bool(after) and bool(_FIRST_HEADING.match(after[0].text))
