"""Finding the paragraphs that a decision names: "3 §", "2 kap. 3 § andra stycket", "avsnitt 2.1"."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from vagvisare.register.text.paragraphs import Level, Paragraph, spaced

NEAREST = 4
SHORTEST_QUOTE = 12  # signs: fewer first words name nothing
_ORDER = {
    "första": "1",
    "andra": "2",
    "tredje": "3",
    "fjärde": "4",
    "femte": "5",
    "sjätte": "6",
    "sjunde": "7",
    "åttonde": "8",
    "nionde": "9",
    "tionde": "10",
}
_SIDE = re.compile(r"(?P<side>efter|före|after|before)\s+", re.IGNORECASE)


class AstrayPlace(LookupError):
    """A place that no paragraph has, or several have.

    place    as given
    nearest  places that exist and are most like it; where several have it, those
    several  whether it fits more than one
    """

    def __init__(self, place: str, nearest: Sequence[str], *, several: bool) -> None:
        super().__init__(place)
        self.place, self.nearest, self.several = place, list(nearest), several


def canonical(place: str) -> str:
    """Return the place as `Paragraph.place` writes it, in lower case: "§ 3 2 st." is "3 § stycke 2"."""
    words = " ".join(place.casefold().replace("\u00a0", " ").split()).strip(" ,:;”\"'")
    for word, number in _ORDER.items():
        words = re.sub(rf"\b{word} stycket\b", f"stycke {number}", words)
        words = re.sub(rf"\b{word} punkten\b", f"punkt {number}", words)
    words = re.sub(r"\b(?:avsnitt|rubriken|rubrik|paragraf) (?=\S)", "", words)
    words = re.sub(r"(\d+) ?(?:stycket|st)\b\.?", r"stycke \1", words)
    words = re.sub(r"\b(?:st|stycket)\b\.? ?(\d+)", r"stycke \1", words)
    words = re.sub(r"\b(?:punkten|p)\b\.? ?(\w+)", r"punkt \1", words)
    words = re.sub(r"\bkapitel (\d+)", r"\1 kap.", words)
    words = re.sub(r"(\d+) ?kap\b\.?(?:itlet)?", r"\1 kap.", words)
    words = re.sub(r"§ ?(\d+(?: ?[a-z]\b)?)", r"\1 §", words)
    words = re.sub(r"(\d+ ?[a-z]?) ?§", lambda found: f"{spaced(found[1])} §", words)
    # Said in full: the first paragraph of a section is where the section begins.
    return re.sub(r"[,\s]+", " ", words).strip().rstrip(".") + ("." if _is_chapter(words) else "")


def _is_chapter(words: str) -> bool:
    return bool(re.fullmatch(r"\d+ kap\.?", words.strip()))


def side_of(place: str) -> tuple[str, str]:
    """Return ("after", "3 §") for "efter 3 §", and ("", place) where no side is named."""
    found = _SIDE.match(place.strip())
    if found is None:
        return "", place.strip()
    side = "after" if found["side"].casefold() in ("efter", "after") else "before"
    return side, place.strip()[found.end() :]


def find(place: str, paragraphs: Sequence[Paragraph]) -> range:
    """Return the paragraphs that `place` names: a section with its points and all its paragraphs.

    :raises AstrayPlace: when none has it, or several have
    """
    wanted = canonical(place)
    for fits in (_is_it, _ends_with_it, _begins_with_it):
        found = [i for i, paragraph in enumerate(paragraphs) if fits(paragraph, wanted)]
        if len(found) == 1:
            return reach(found[0], paragraphs)
        if found:
            raise AstrayPlace(place, [_shown(paragraphs[i]) for i in found], several=True)
    raise AstrayPlace(place, _nearest(wanted, paragraphs), several=False)


def reach(index: int, paragraphs: Sequence[Paragraph]) -> range:
    """Return the paragraph with what stands under it."""
    level = paragraphs[index].level
    end = index + 1
    while level < Level.ITEM and end < len(paragraphs) and paragraphs[end].level > level:
        end += 1
    return range(index, end)


def _is_it(paragraph: Paragraph, wanted: str) -> bool:
    return bool(wanted) and wanted == paragraph.place.casefold()


def _ends_with_it(paragraph: Paragraph, wanted: str) -> bool:
    """ "3 §" where the chapter goes without saying, "1" for a numbered section or point."""
    place = paragraph.place.casefold()
    whole_label = bool(re.match(r"\d", wanted)) or wanted.startswith(("punkt ", "stycke "))
    return whole_label and place.endswith(f" {wanted}")


def _begins_with_it(paragraph: Paragraph, wanted: str) -> bool:
    """Its first words, quoted."""
    return len(wanted) >= SHORTEST_QUOTE and paragraph.words.casefold().startswith(wanted)


def _nearest(wanted: str, paragraphs: Sequence[Paragraph]) -> list[str]:
    named = [_shown(paragraph) for paragraph in paragraphs if paragraph.place]
    likeness = {
        place: SequenceMatcher(None, wanted, place.casefold(), autojunk=False).ratio()
        for place in dict.fromkeys(named)
    }
    return sorted(likeness, key=lambda place: -likeness[place])[:NEAREST]


def _shown(paragraph: Paragraph) -> str:
    return paragraph.place if len(paragraph.place) <= 80 else f"{paragraph.place[:79]}…"
