"""What a paper is made of, before it is a Word file or a PDF.

A `Paper` is values all the way down: what its sentences say, and where each of them comes
from. How it looks is decided by the templates; its stored form is in `json_form`.
"""

from dataclasses import dataclass

LANGUAGES = ("sv", "en")
DEEPEST_HEADING = 3


@dataclass(frozen=True)
class Source:
    """Where in the register a sentence comes from.

    kind   what it points at, such as "decision"
    key    which one of that kind, as the register names it
    label  what a reader sees: "Kommunfullmäktige 2007-12-12 § 120"
    """

    kind: str
    key: str
    label: str

    def __post_init__(self) -> None:
        if not self.label.strip():
            raise ValueError("A source needs a label that a reader can follow.")


@dataclass(frozen=True)
class Sentence:
    """One sentence, with its source in the register or marked as the writer's own."""

    text: str
    source: Source | None = None
    own: bool = False

    def __post_init__(self) -> None:
        if self.source is None and not self.own:
            raise ValueError(
                f"The sentence {self.text!r} has no source and is not marked as the writer's own."
            )


@dataclass(frozen=True)
class Heading:
    """A heading; `level` is 1, 2 or 3, and never more than one deeper than the one before."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("A heading needs words.")
        if not 1 <= self.level <= DEEPEST_HEADING:
            raise ValueError(f"The heading {self.text!r} has level {self.level}, not 1, 2 or 3.")


@dataclass(frozen=True)
class Paragraph:
    """Sentences that belong together, set one after the other with a space between."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class NumberedList:
    """Points numbered from 1, such as those under "Förslag till beslut"."""

    items: tuple[Sentence, ...]

    def __post_init__(self) -> None:
        _check_has_items(self.items)


@dataclass(frozen=True)
class Bullets:
    """Points in no order."""

    items: tuple[Sentence, ...]

    def __post_init__(self) -> None:
        _check_has_items(self.items)


@dataclass(frozen=True)
class Table:
    """A table with one header row; a cell that is None is shown as missing.

    source  where the rows come from; shown beside the caption
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    caption: str
    source: Source | None = None

    def __post_init__(self) -> None:
        if not self.header or not all(name.strip() for name in self.header):
            raise ValueError("Each column of a table needs a name in its header.")
        if not self.caption.strip():
            raise ValueError("A table needs a caption that says what it shows.")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.header):
                raise ValueError(
                    f"Row {number} of the table {self.caption!r} has {len(row)} cells,"
                    f" and its header has {len(self.header)}."
                )


@dataclass(frozen=True)
class Gap:
    """Something the register does not hold. Shown as "[saknas: ...]", never filled in."""

    missing: str


@dataclass(frozen=True)
class SignatureLines:
    """One line to sign on for each role, such as "Förvaltningschef"."""

    roles: tuple[str, ...]


Block = Heading | Paragraph | NumberedList | Bullets | Table | Gap | SignatureLines


@dataclass(frozen=True)
class Paper:
    """A whole paper: a memo, a report, an inventory.

    language  "sv" or "en"; the words the templates add follow it
    meta      rows under the title: (label, value), a value of None is shown as missing
    footer    at the foot of every page
    kind      above the title: "Tjänsteskrivelse"
    sender    at the head of every page: the municipality or the department
    """

    title: str
    language: str
    meta: tuple[tuple[str, str | None], ...]
    blocks: tuple[Block, ...]
    footer: str = ""
    kind: str = ""
    sender: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A paper needs a title.")
        if self.language not in LANGUAGES:
            raise ValueError(f"A paper is written in sv or en, not in {self.language!r}.")
        _check_headings_follow(self.blocks)


def _check_has_items(items: tuple[Sentence, ...]) -> None:
    if not items:
        raise ValueError("A list needs at least one point; use a gap when something is missing.")


def _check_headings_follow(blocks: tuple[Block, ...]) -> None:
    # A screen reader's outline breaks where a level is skipped, and PDF/UA refuses it.
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > above + 1:
                raise ValueError(
                    f"The heading {block.text!r} has level {block.level},"
                    f" and no heading of level {above + 1} stands above it."
                )
            above = block.level
