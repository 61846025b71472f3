"""From a text to its paragraphs, each with the name by which a decision speaks of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum


class Level(IntEnum):
    """How high a paragraph stands: it holds what follows until one as high or higher."""

    CHAPTER = 1
    HEADING = 2
    NUMBER = 3  # 2.1 is one lower than 2: NUMBER + the dots
    SECTION = 8
    ITEM = 10
    PLAIN = 11


@dataclass(frozen=True)
class Paragraph:
    """A stretch of the text. All of them, one after the other, are the text again.

    raw    exactly as in the text, with the line breaks that follow
    label  what it begins with: "3 §", "2.1", "a", "2 kap."; for a heading its words; else ""
    place  its full name, one of a kind where the text allows: "2 kap. 3 § stycke 2"
    level  a Level, or NUMBER plus the dots of the number
    """

    raw: str
    label: str = ""
    place: str = ""
    level: int = Level.PLAIN

    @property
    def text(self) -> str:
        """The paragraph without the space around it."""
        return self.raw.strip()

    @property
    def own_words(self) -> str:
        """What stands after the label: "Ordförande" of "3 § Ordförande"."""
        for pattern in (_CHAPTER, _SECTION, _NUMBER, _ITEM):
            if self.label and (found := pattern.match(self.text)):
                return self.text[found.end() :].strip()
        return self.text

    @property
    def words(self) -> str:
        """The words alone: how a file breaks its lines says nothing."""
        return " ".join(self.raw.split())


# "2 kap. Styrelsen"
_CHAPTER = re.compile(r"(?P<label>\d{1,3}(?: [a-z])?) ?kap\b\.?", re.IGNORECASE)
# "3 §", "15 a § Det är förbjudet", "§ 3 Ordförande"
_SECTION = re.compile(r"(?P<label>\d{1,3}(?: ?[a-z])?) ?§(?!§)|§ ?(?P<after>\d{1,3}(?: [a-z]\b)?)")
# "2 Syfte", "2. Syfte", "2.1 Mål"
_NUMBER = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){0,4})(?P<dot>\.?)[ \t]+(?=[A-ZÅÄÖ])")
# "a) kultur", "1) fritid", "- bad", "• idrott"
_ITEM = re.compile(r"(?P<label>[a-z]|\d{1,2})\)[ \t]+|[-–•▪*][ \t]+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ENDS = re.compile(r"[.:;!?]['”\")]?$")
LONGEST_HEADING = 80
# With text right under it: a line broken by the margin is longer.
LONGEST_TIGHT_HEADING = 45


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the paragraphs of `text` in order; their `raw` put together is `text`."""
    pieces = list(_pieces(text))
    has_numbers = any(re.match(r"\d+\.\d", piece.lstrip()) for piece in pieces)
    return _placed([_labelled(piece, has_numbers) for piece in pieces])


def text_of(paragraphs: list[Paragraph]) -> str:
    """Return the text that the paragraphs are together."""
    return "".join(paragraph.raw for paragraph in paragraphs)


def _pieces(text: str) -> Iterator[str]:
    """Cut at empty lines, and before a line that begins a labelled paragraph."""
    piece, gap, last = "", False, ""
    for line in _LINE.findall(text):
        if not line.strip():
            piece, gap = piece + line, True
            continue
        if piece.strip() and (gap or _begins(line.strip(), last) or _under_heading(piece, line)):
            yield piece
            piece = ""
        piece, gap, last = piece + line, False, line.strip()
    if piece:
        yield piece


def _begins(line: str, before: str) -> bool:
    """Whether a line right under another begins a paragraph: "3 §" in a running sentence does not."""
    if _ITEM.match(line):
        return True
    labelled = _CHAPTER.match(line) or _SECTION.match(line) or _NUMBER.match(line)
    if labelled is None or line[labelled.end() :].strip()[:1].islower():
        return False
    if "." in (labelled.groupdict().get("label") or ""):  # "2.1" opens no line of a sentence
        return True
    after_end = bool(_ENDS.search(before)) or is_heading(unnumbered(before))
    return after_end or bool(_CHAPTER.match(before))


def _under_heading(piece: str, line: str) -> bool:
    """Whether the piece so far is a heading, and the line what stands right under it."""
    words = unnumbered(piece.strip())
    return len(words) <= LONGEST_TIGHT_HEADING and is_heading(words) and line[:1].isupper()


def unnumbered(words: str) -> str:
    """Return "2.1 Bad" as "Bad"."""
    found = _NUMBER.match(words)
    return words[found.end() :] if found else words


def is_heading(words: str) -> bool:
    """Whether a line by itself reads as a heading: short, capital first, no full stop."""
    return (
        len(words) <= LONGEST_HEADING
        and "\n" not in words
        and words[:1].isupper()
        and not re.search(r"[-–.:;,!?]$", words)
    )


def _labelled(piece: str, has_numbers: bool) -> Paragraph:
    """The piece with its label and level."""
    words = piece.strip()
    if found := _CHAPTER.match(words):
        return Paragraph(piece, f"{found['label']} kap.", level=Level.CHAPTER)
    if found := _SECTION.match(words):
        return Paragraph(
            piece, f"{spaced(found['label'] or found['after'])} §", level=Level.SECTION
        )
    if found := _NUMBER.match(words):
        rest = words[found.end() :]
        dots = found["label"].count(".")
        is_number = dots or is_heading(rest.split("\n")[0]) or (has_numbers and not found["dot"])
        level = Level.NUMBER + dots if is_number else Level.ITEM
        return Paragraph(piece, found["label"], level=level)
    if found := _ITEM.match(words):
        return Paragraph(piece, found["label"] or "", level=Level.ITEM)
    if is_heading(words):
        return Paragraph(piece, " ".join(words.split()), level=Level.HEADING)
    return Paragraph(piece)


def spaced(number: str) -> str:
    """Return "15a" as "15 a"."""
    return re.sub(r"(\d)\s*([a-z])", r"\1 \2", number.strip())


def _placed(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Give each its place: the label it stands under, its own, else its order there."""
    chapter = under = ""
    counts: dict[str, int] = {}
    placed = []
    for paragraph in paragraphs:
        if paragraph.level == Level.CHAPTER:
            chapter = under = place = paragraph.label
        elif paragraph.level == Level.HEADING:
            under = place = paragraph.label
        elif Level.NUMBER <= paragraph.level <= Level.SECTION:
            under = place = f"{chapter} {paragraph.label}".strip()
            # A section's own words are its first paragraph; one without label is the second.
            counts[place] = int(paragraph.level == Level.SECTION)
        elif paragraph.label:
            place = f"{under} punkt {paragraph.label}".strip()
        else:
            counts[under] = counts.get(under, 0) + 1
            place = f"{under} stycke {counts[under]}".strip()
        placed.append(replace(paragraph, place=place))
    return placed
