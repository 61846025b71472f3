"""The title of a document: from its name field, its heading, or the item it is."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.dates import dates_in
from vagvisare.reading.kinds import Kind
from vagvisare.reading.labels import Labelled
from vagvisare.reading.lines import Line
from vagvisare.reading.meeting import meeting_head
from vagvisare.reading.text import as_value
from vagvisare.reading.vocabulary import Vocabulary, standard

_HEAD_LINES = 60
_FIRST_HEADING = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:inledning|inledande bestämmelser|syfte|bakgrund|vision|förord|allmänt|innehåll|innehållsförteckning|formalia|sammanfattning|omfattning|mål|"
    r"kommunfullmäktige föreskriver|missiv|grundläggande bestämmelser|allmänna bestämmelser|1\s+kap|§\s?1\b)(?:[\s:.].*)?$",
    re.I,
)
_ORGANIZATION = re.compile(
    r"(?i)^(?:/?[\wåäö\s,&-]*(?:förvaltningen|förvaltning|kontoret|avdelningen|enheten|sektionen|nämnden|styrelsen|studentkår|kommuns?|stad|staden|funktionen|biblioteket)/?|kommunfullmäktige|(?:göteborgs )?stad|region \w+|författningssamling.*|kommunal författningssamling.*)$"
)
# Run on the lower-cased line: a pattern that minds no case is four times slower.
_NOT_TITLE = re.compile(
    r"dnr\b|diarienr|www\.|@|https?:|telefon(?!er)\b|^sid(?:a|an)?\b|^\d+\s*[\[(/]\s*\d+\s*[\])]?$|^\(?\d+\)?$|^\(\d+\)$|handläggare|org\.?nr|^post\b|^[\d\s./-]+$|^/.*/$|uppdaterad|^antagen|^antaget|^antagna|\bantag\w+ av|^fastställd|^fastställt|fastställ\w+ av|gäller\b|^nn$|^bilaga\b|^\[|^version|^datum|^referens|pressmeddelande|^protokoll\b|^upprättad|^\W*$|beslutad|\.{4,}|^denna \w+|^(?:för|till|mål och åtgärder)\b|hämtas från|förslag till beslut|ta inte bort denna rad|\bsid(?:a|an)?\s+\d+\s*\(|^tjänste(?:skrivelse|utlåtande)\b|^[a-zåäö]{2,6}[- ]?\d{4}[-/]\d+$|^(?:innehåll|innehållsförteckning|inledning|sammanfattning|formalia|bakgrund|syfte|omfattning)$"
)
_VERBS = re.compile(
    r"(?i)\b(?:ansvarar|ska|skall|är|har|kan|bör|får|måste|innebär|syftar|anger|beskriver|visar|finns|antog|gör)\b"
)
_CONTENTS = re.compile(r"(?:\w\s*\.*\s\d{1,2}\b(?!:).*){3}|\.{4,}|\s/\s.*\s/\s")
_ENDS_OPEN = re.compile(
    r"(?i)(?:(?<=\w)-|,|(?:^|\s)(?:och|för|i|av|till|samt|inom|om|med|mot|vid|kommuns|stads)|\w{4,}ande)$"
)
_FLAP = re.compile(r"^Flik\s+\d+(?:\.\d+)*\s+")
_REVISION_MARK = re.compile(r",\s*rev\.?$")
_BEGINS_INSIDE = re.compile(r"(?i)(?:för|mot|om|i|inom|till|och|samt|med)(?:\s|$)")
_PAGE_NUMBER = re.compile(r"^\d{1,2}\s+(?=[A-ZÅÄÖ])")
_LEADING_NUMBER = re.compile(r"^(?:\d{1,2}\s+|[-–•]\s*)(?=[A-ZÅÄÖa-zåäö])")
_PROPOSAL = re.compile(r"(?i)förslag till (?:beslut|kommunfullmäktige|kommunstyrelsen)")
_ITEM_HEAD = re.compile(
    r"(?i)^[ \t]*§{1,2}\s?\d{1,4}\b[^\n]*\n?|^[ \t]*\d{1,3}\s+dnr[^\n]*\n|^[ \t]*ärende:\s*", re.M
)
_PAPER = re.compile(
    r"(?i)^[ \t]*(?P<word>sammanträdesprotokoll|protokollsutdrag|protokoll|kallelse)\b", re.M
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
    if kind == "report" and (audited := _audited(text)):
        return audited
    if kind == "memo":
        return _memo_title(text, lines) or _heading(text, lines, vocabulary)
    if kind == "summons" and not text.lstrip().startswith(("|", "§")):
        return _meeting_title(text, lines, vocabulary)
    if kind in ("minutes", "summons"):
        return _item_title(text, lines) or _meeting_title(text, lines, vocabulary)
    return _heading(text, lines, vocabulary)


_AUDITED = re.compile(
    r"(?:avslutat granskningen|granskning av|granskat|granskningen av)\s+(?P<title>[A-ZÅÄÖ][^.\n]{5,120})\."
)


def _audited(text: str) -> Title | None:
    """Return what an audit was about."""
    match = _AUDITED.search(text)
    return (
        Title(as_value(match["title"]), match.start("title"), match.end("title"), 0.8)
        if match
        else None
    )


def _meeting_title(text: str, lines: Sequence[Line], vocabulary: Vocabulary) -> Title | None:
    """Return kind, body and day: what a whole set of minutes or a summons is called."""
    paper = _PAPER.search(text) or re.search(r"(?i)(?P<word>protokoll)et\b", text[:1500])
    meeting = meeting_head(text, vocabulary)
    body = next(iter(bodies_in(text[:1500], vocabulary)), None) or meeting.body
    if paper is None or body is None:
        return _heading(text, lines, vocabulary)
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
            return _joined(text, [above[-1]], 0.88)
    return None


def _item_title(text: str, lines: Sequence[Line]) -> Title | None:
    """Return the heading of an item of minutes: what stands after its section number."""
    named = re.search(r"(?im)^[ \t]*ärende:[ \t]*(?P<title>\S[^\n]+)", text[:3000])
    if named:
        return Title(as_value(named["title"]), named.start("title"), named.end("title"), 0.88)
    for head in _ITEM_HEAD.finditer(text[:3000]):
        taken = _heading_after(head, lines)
        if taken:
            return _joined(text, taken, 0.88)
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
        ends = re.match(r"(?i)beslut\b|inledning$|bakgrund$|enligt .*:$", line.text)
        if ends or (taken and line.gap):
            break
        taken.append(line)
    return taken


def _joined(text: str, lines: Sequence[Line], confidence: float) -> Title:
    start, end = lines[0].start, lines[-1].end
    value = as_value(text[start:end])
    return Title(re.sub(r"\s*\(\d+ bilag\w*\)$", "", value), start, end, confidence)


def _may_be_title(line: Line) -> bool:
    words = _PAGE_NUMBER.sub("", line.text.strip("# "))
    return (
        3 < len(words) < 200
        and not _NOT_TITLE.search(words.lower())
        and not _CONTENTS.search(words)
        and not _is_organization(words)
        and not re.match(r"[A-ZÅÄÖ][\wåäö /-]{1,40}:(?:\s|$)", words)
        and not _is_sentence(words)
    )


def _is_sentence(words: str) -> bool:
    return words.endswith(".") and len(words.split()) > 8 and bool(_VERBS.search(words))


def _is_organization(words: str) -> bool:
    """Tell whether a line only names a department, a body or a municipality."""
    named = _ORGANIZATION.match(words)
    return (
        named is not None and len(words.split()) <= 7 and " för " not in words and not _typed(words)
    )


def _typed(words: str) -> list[str]:
    return [w for w in re.findall(r"[\wåäöÅÄÖ-]+", words) if standard().type_of(w)]


@dataclass(frozen=True)
class _Inside:
    """Where the text proper begins: lines after these stand inside it."""

    first_heading: float
    running_text: float


def _inside_from(head: Sequence[Line]) -> _Inside:
    """Return the starts of the first heading (not of the contents) and of the first paragraph."""
    headings = (
        line.start
        for line in head
        if _FIRST_HEADING.match(line.text)
        and not _CONTENTS.search(line.text)
        and len(line.text.split()) <= 4
        and not line.text[-1:].isdigit()
    )
    paragraphs = (line.start for line in head if len(line.text) > 250 and _VERBS.search(line.text))
    return _Inside(next(headings, math.inf), next(paragraphs, math.inf))


def _heading(text: str, lines: Sequence[Line], vocabulary: Vocabulary) -> Title | None:
    """Return the best of the lines of the head, by what a title looks like."""
    head = [line for line in lines[:_HEAD_LINES] if line.start < 5_000]
    blocks = [block for block in _blocks(head, vocabulary)]
    if not blocks:
        return None
    inside = _inside_from(head)
    scored = [
        (_score(block, number, head, inside, text, vocabulary), -number, block)
        for number, block in enumerate(blocks)
    ]
    score, _, best = max(scored, key=lambda item: item[:2])
    if score < 0 and best[0].start > inside.first_heading:
        return None  # a text that begins without its title
    title = _joined(text, best, 0.88 if score >= 3 else 0.75 if score >= 1.5 else 0.55)
    title = _with_place(_with_years(title, text, vocabulary), best, blocks, text)
    number = _LEADING_NUMBER.match(title.value)
    value = title.value[number.end() :] if number else title.value
    value = re.sub(r"\s*\(\s*\)$", "", value)
    value = _FLAP.sub("", _REVISION_MARK.sub("", value))
    return Title(
        re.sub(r"\s*\(SFS \d{4}:\d+\)", "", value.rstrip(" -–.")),
        title.start + (number.end() if number else 0),
        title.end,
        title.confidence,
    )


def _with_place(
    title: Title, best: Sequence[Line], blocks: Sequence[Sequence[Line]], text: str
) -> Title:
    """Return "Taxa 2025" with the name that stands on the line above it at the very top."""
    index = next((n for n, block in enumerate(blocks) if block is best), 0)
    if index != 1 or not re.fullmatch(r"[A-ZÅÄÖ]\w+\s+(?:19|20)\d\d", title.value):
        return title
    start = blocks[0][0].start
    return Title(as_value(text[start : title.end]), start, title.end, 0.75)


def _with_years(title: Title, text: str, vocabulary: Vocabulary) -> Title:
    """Return a bare name ("Biblioteksplan") as the text itself prints it with place and years."""
    bare = title.value.strip("#-– 0123456789")
    if " " in bare or vocabulary.type_of(bare) is None or bare.casefold() in vocabulary.types:
        return title
    full = re.search(
        rf"{re.escape(bare)}\s(?:(?:för\s)?[A-ZÅÄÖ]\w+s?\s(?:kommun|stad)s?,?\s)(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d",
        text,
    )
    return Title(as_value(full[0]), full.start(), full.end(), 0.75) if full else title


def _blocks(head: Sequence[Line], vocabulary: Vocabulary) -> list[list[Line]]:
    """Return the lines that may be titles, a wrapped title's lines together."""
    blocks: list[list[Line]] = []
    previous: Line | None = None
    for line in head:
        goes_on = previous is not None and (
            _ends_open(previous.text)
            or (not line.gap and _begins_inside(line.text) and _is_name(blocks[-1]))
        )
        if not _may_be_title(line) and not goes_on:
            previous = None
            continue
        if previous is not None and blocks and _goes_on(blocks[-1], line, vocabulary):
            blocks[-1].append(line)
        else:
            blocks.append([line])
        previous = line
    return blocks


def _ends_open(words: str) -> bool:
    """Tell whether a line must go on: it ends in "för", a comma, a hyphen. Its last letters tell."""
    return bool(_ENDS_OPEN.search(words[-12:]))


def _begins_inside(words: str) -> bool:
    """Tell whether a line begins as the middle of a name does: "för Exempelby", "OCH ALLA NÄMNDER"."""
    return bool(_BEGINS_INSIDE.match(words)) and (words[0].islower() or words.isupper())


def _is_name(block: Sequence[Line]) -> bool:
    """Tell whether the lines are few words that name a type: "Avfallsplan", "1 IT-program 2019"."""
    words = " ".join(line.text for line in block)
    return len(words.split()) <= 20 and bool(_typed(words)) and words[-1] not in ".:"


def _goes_on(block: Sequence[Line], following: Line, vocabulary: Vocabulary) -> bool:
    line = block[-1]
    open_end = _ends_open(line.text)
    if following.gap and not (open_end and _is_name(block)):
        return False
    if _FIRST_HEADING.match(following.text) or len(following.text) > 120:
        return False
    if (
        following.text.casefold() in vocabulary.types
        and line.text.strip("> ").casefold() in vocabulary.types
    ):
        return False  # a menu of all types
    if re.match(r"(?i)(?:reviderad|antagen|antaget|fastställd|fastställt)\b", following.text):
        return False
    name = following.text.isupper() and following.text.isalpha() and not line.text.isupper()
    return (
        open_end
        or bool(_begins_inside(following.text) and not line.text.endswith((".", ":")))
        or (name and not standard().type_of(following.text) and bool(_typed(line.text)))
        or (following.text[0].islower() and not line.text.endswith("."))
        or (
            vocabulary.types.get(line.text.strip("0123456789 ").casefold()) is not None
            and line.text.istitle()
        )
    )


def _score(
    block: Sequence[Line],
    number: int,
    head: Sequence[Line],
    inside: _Inside,
    text: str,
    vocabulary: Vocabulary,
) -> float:
    words = " ".join(line.text for line in block)
    typed = _typed(words)
    score = 2.5 if typed else 0.0
    score -= 0.12 * number
    before = _before_first_heading(block, head)
    score += 1.5 if before else 0.0
    count = len(words.split())
    is_name = count <= 8 and before
    score -= 2.5 if _VERBS.search(words) or (words.endswith((".", ":")) and not is_name) else 0.0
    score += 0.6 if 2 <= count <= 14 else -1.0 if count > 22 else 0.0
    score -= 2.0 if block[0].start > inside.first_heading else 0.0
    score -= 2.0 if block[0].start > inside.running_text else 0.0
    score += 0.5 if text.count(block[0].text) > 1 and count > 1 else 0.0
    bare = words.strip("#-– 0123456789").casefold()
    if bare in vocabulary.types:
        score -= 2.0
    if count <= 8 and any(
        _is_longer_name(line.text, bare) for line in head if line.start > block[-1].end
    ):
        score -= 1.5
    return score


def _is_longer_name(line: str, bare: str) -> bool:
    """Tell whether a later line of the head is the same name in full."""
    full = line.lstrip("#-– 0123456789").casefold()
    return (
        len(bare) > 4
        and len(full) > len(bare) + 3
        and bare in full
        and not _VERBS.search(line)
        and not _CONTENTS.search(line)
    )


def _before_first_heading(block: Sequence[Line], head: Sequence[Line]) -> bool:
    """Tell whether the first heading of the text proper follows right after the block."""
    after = next((line for line in head if line.start > block[-1].end), None)
    return after is not None and bool(_FIRST_HEADING.match(after.text))
