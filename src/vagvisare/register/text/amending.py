"""Working amendments into a text: a paragraph struck, inserted or reworded; the others untouched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vagvisare.register.text.paragraphs import (
    Level,
    Paragraph,
    is_heading,
    paragraphs_of,
    text_of,
)
from vagvisare.register.text.places import AstrayPlace, canonical, find, reach, side_of

STRUCK, INSERTED, REWORDED = "struck", "inserted", "reworded"
FIRST, LAST = ("först", "first"), ("sist", "last")


@dataclass(frozen=True)
class TextChange:
    """One thing a decision does to a text.

    change  struck, inserted or reworded
    place   the paragraph; for what is inserted its own name ("15 a §") or "efter 15 §", "sist"
    text    what is inserted, or the new wording; empty for what is struck
    """

    change: str
    place: str
    text: str = ""


class Clash(ValueError):
    """Two changes of one decision touch the same paragraph, or what is inserted is there already."""

    def __init__(self, place: str, *, exists: bool) -> None:
        super().__init__(place)
        self.place, self.exists = place, exists


def amended(text: str, changes: Sequence[TextChange]) -> str:
    """Return the text with the changes of one decision worked in.

    All places are as the text was before the decision, in whatever order it names them.

    :raises AstrayPlace: when a place is not found, or is not one of a kind
    :raises Clash: when two changes touch the same paragraph, or what is inserted exists
    """
    if not changes:
        return text
    paragraphs = paragraphs_of(text)
    new = _reworded(paragraphs, [c for c in changes if c.change != INSERTED])
    inserts = [change for change in changes if change.change == INSERTED]
    standing = [i for i in range(len(paragraphs)) if i not in new or new[i]]
    at = _insertions(paragraphs, standing, inserts)
    result = []
    for i, paragraph in enumerate(paragraphs):
        result += at.get(i, [])
        result.append(new.get(i, paragraph.raw))
    return _joined([*result, *at.get(len(paragraphs), [])])


def _reworded(paragraphs: list[Paragraph], changes: list[TextChange]) -> dict[int, str]:
    """The new text of each paragraph that is struck ("") or reworded, by its index."""
    new: dict[int, str] = {}
    for change in changes:
        touched = find(change.place, paragraphs)
        if any(i in new for i in touched):
            raise Clash(change.place, exists=False)
        new |= dict.fromkeys(touched, "")
        if change.change == REWORDED:
            gap = _gap_after(paragraphs[touched[-1]].raw)
            held = [paragraphs[i] for i in touched]
            new[touched[0]] = _with_label(change.text.strip(), held) + gap
    return new


def _with_label(text: str, held: list[Paragraph]) -> str:
    """The new wording; what the decision leaves out of label and heading stays as it was."""
    paragraph = held[0]
    if not paragraph.label or _begins_alike(text, paragraph):
        return text
    own = paragraph.own_words
    stands_over = len(held) == 1 or held[1].level != Level.ITEM
    if not own or (len(held) > 1 and stands_over and is_heading(own)):
        return f"{paragraph.text}\n{text}"
    return f"{paragraph.text[: len(paragraph.text) - len(own)].rstrip()} {text}"


def _begins_alike(text: str, paragraph: Paragraph) -> bool:
    if paragraph.level == Level.HEADING:
        return canonical(text).startswith(canonical(paragraph.label))
    first = paragraphs_of(text)[:1]
    return bool(first) and first[0].label == paragraph.label


def _insertions(
    paragraphs: list[Paragraph], standing: list[int], changes: list[TextChange]
) -> dict[int, list[str]]:
    """What is put in before each index, in the order given."""
    kept = [paragraphs[i] for i in standing]
    at: dict[int, list[str]] = {}
    for change in changes:
        where, text = _spot(change, kept)
        index = standing[where] if where < len(standing) else len(paragraphs)
        at.setdefault(index, []).append(text.strip() + "\n\n")
    return at


def _spot(change: TextChange, kept: list[Paragraph]) -> tuple[int, str]:
    """Where it goes among the paragraphs that stand, and its text."""
    side, place = side_of(change.place)
    if side:
        there = find(place, kept)
        return (there.stop if side == "after" else there.start), change.text
    if place.casefold() in FIRST + LAST:
        return (0 if place.casefold() in FIRST else len(kept)), change.text
    return _by_its_number(change, kept)


def _by_its_number(change: TextChange, kept: list[Paragraph]) -> tuple[int, str]:
    """Between those of its kind: "15 a §" after "15 §"."""
    name = canonical(change.place)
    found = re.fullmatch(r"(?P<above>.*? )?(?P<label>\d+(?: [a-z])? §|\d+(?:\.\d+)*)", name)
    if any(paragraph.place.casefold() == name for paragraph in kept):
        raise Clash(change.place, exists=True)
    if found is None:
        find(change.place, kept)  # tells the nearest places where there is none
        raise Clash(change.place, exists=True)
    label, above = found["label"], (found["above"] or "").strip()
    alike = [i for i, p in enumerate(kept) if _kin(p, label, above)]
    if not alike:
        nearest = [paragraph.place for paragraph in kept if paragraph.label][:4]
        raise AstrayPlace(change.place, nearest, several=False)
    if not above and len({kept[i].place.casefold() for i in alike}) != len(
        {kept[i].label for i in alike}
    ):
        raise AstrayPlace(change.place, [kept[i].place for i in alike][:4], several=True)
    before = [i for i in alike if _number(kept[i].label) < _number(label)]
    where = reach(before[-1], kept).stop if before else alike[0]
    if any(kept[i].label.casefold() == label for i in alike):
        raise Clash(change.place, exists=True)
    first = paragraphs_of(change.text.strip())[:1]
    labelled = bool(first) and first[0].label.casefold() == label
    return where, change.text if labelled else f"{label} {change.text.strip()}"


def _kin(paragraph: Paragraph, label: str, above: str) -> bool:
    """Whether the paragraph is of the same kind and stands in the same chapter."""
    sections = label.endswith("§")
    if sections != (paragraph.level == Level.SECTION) or not paragraph.label[:1].isdigit():
        return False
    if not sections and (
        not Level.NUMBER <= paragraph.level < Level.SECTION
        or paragraph.label.count(".") != label.count(".")
    ):
        return False
    return not above or paragraph.place.casefold().startswith(f"{above} ")


def _number(label: str) -> list[tuple[int, str]]:
    """ "15 a §" comes after "15 §" and before "16 §"."""
    return [(int(number), letter) for number, letter in re.findall(r"(\d+)(?: ([a-z])\b)?", label)]


def _gap_after(raw: str) -> str:
    return raw[len(raw.rstrip()) :]


def _joined(pieces: list[str]) -> str:
    """The pieces as one text; what was last before gets the line break it now needs."""
    pieces = [piece for piece in pieces if piece]
    for i, piece in enumerate(pieces[:-1]):
        if not piece.endswith("\n"):
            pieces[i] = piece + "\n\n"
    return text_of([Paragraph(piece) for piece in pieces])
