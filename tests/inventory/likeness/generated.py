"""Papers as an archive has them: revised, saved twice, scanned, made from one template, minuted.

Made from a seed, with the words of a lexicon: what is measured is what texts have in common.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from vagvisare.inventory.likeness.same import Paper
from vagvisare.inventory.likeness.signature import signatures_of

WORDS = [
    word
    for word in (files("vagvisare.reading") / "data/lexicon.txt").read_text("utf-8").split()
    if 3 < len(word) < 14
]
SUBJECTS = [word + "plan" for word in sorted(set(WORDS)) if word.isalpha()]
SCANNED = str.maketrans("åäöéÅÄÖ", "aaoeAAO")


@dataclass(frozen=True)
class Sheet:
    """A paper with what it says of itself; papers of the same `document` are its versions."""

    document: str
    title: str
    text: str
    body: str = "Kommunfullmäktige"
    document_type: str = "plan"


class Writer:
    """Writes papers from a seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def paragraph(self, words: int = 60) -> str:
        sentence = " ".join(self.dice.choice(WORDS) for _ in range(words))
        return f"{sentence.capitalize()} {self.dice.randint(2015, 2030)}."

    def text(self, paragraphs: int = 12) -> list[str]:
        return [self.paragraph() for _ in range(paragraphs)]

    def revised(self, text: list[str], share: float) -> list[str]:
        return [self.paragraph() if self.dice.random() < share else part for part in text]

    def as_pdf(self, text: list[str]) -> list[str]:
        """With a head and a page number on each page, as the PDF of a Word file has."""
        return [f"Tyresö kommun Sida {n} av {len(text)}\n{p}" for n, p in enumerate(text, 1)]

    def scan(self, text: str, wrong: float = 0.02) -> str:
        """The letters as OCR takes them: one of fifty wrong, and no rings or dots."""
        letters = "abcdefghiklmnoprstuv"
        return "".join(
            self.dice.choice(letters) if sign.isalpha() and self.dice.random() < wrong else sign
            for sign in text.translate(SCANNED)
        )


def archive(seed: int, number: int = 25) -> Iterator[Sheet]:
    """Yield `number` documents of each kind with their versions and their look-alikes."""
    writer = Writer(seed)
    subjects = writer.dice.sample(SUBJECTS, 6 * number)
    for turn in range(number):
        one, two, three, left, right, short = subjects[turn * 6 : turn * 6 + 6]
        text = writer.text()
        yield Sheet(one, f"{one} 2019-2022", "\n".join(text))
        yield Sheet(one, f"{one} 2023-2026", "\n".join(writer.revised(text, 0.3)), body="")
        text = writer.text()
        yield Sheet(two, two, "\n".join(text))
        yield Sheet(two, "", "\n".join(writer.as_pdf(text)))
        text = writer.text()
        yield Sheet(three, three, "\n".join(text))
        yield Sheet(three, writer.scan(three, 0.04), writer.scan("\n".join(text)), body="")
        template = writer.text()
        for name in (left, right):  # two plans from one template
            own = f"{name} {writer.paragraph(30)}"
            yield Sheet(name, name, "\n".join([own, *(p + f" {name}" for p in template)]))
        minutes = [writer.paragraph(), " ".join(text[0].split()[:40]), *writer.text(4)]
        yield Sheet(f"§{turn}", f"Protokoll {writer.paragraph(3)}", "\n".join(minutes), "", "")
        for year in (2012, 2016):  # too short to be told by its words
            yield Sheet(short, f"{short} {year}", writer.paragraph(15))
        yield Sheet(f"{short} annan", f"Taxa {writer.paragraph(2)}", writer.paragraph(15))


def papers_of(sheets: list[Sheet]) -> list[Paper]:
    """The sheets as what the inventory knows of them; the key is the place in the list."""
    signatures = signatures_of([sheet.text for sheet in sheets])
    return [
        Paper(key, signature, sheet.title, "tyresö", sheet.body, sheet.document_type)
        for key, (sheet, signature) in enumerate(zip(sheets, signatures, strict=True))
    ]
