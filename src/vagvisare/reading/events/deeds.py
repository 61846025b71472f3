"""A deed: what one statement does, before the statements of an item are put together."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from vagvisare.reading.events.phrases import Phrase
from vagvisare.reading.reading import EndedDocument
from vagvisare.reading.vocabulary import Vocabulary

# Papers that are decided on without being steering documents.
NO_DOCUMENT = re.compile(
    r"(?i)\b(?:detaljplan\w*|planprogram\w*|planbesked|planuppdrag|projektbeställning|yttrandet?|årsredovisning\w*|delårsrapport\w*|bokslut\w*|revisionsberättelse\w*|ansvarsfrihet|\w*avtal(?:et)?|avsiktsförklaring\w*|samrådshandling|sammanträdes(?:plan|tider)\w*|investeringsram\w*|slutredovisning\w*|markanvisning\w*|genomförandebeslut\w*|inriktningsbeslut\w*|projektbudget\w*|investeringsvolym\w*|investeringsmedel|exploateringsavtal\w*|budgetuppföljning\w*|ekonomisk uppföljning|månadsuppföljning\w*|prognos\w*|tidplan\w*|mötesplan\w*|sammanträdesdagar|(?<!intern )kontrollplan(?:en)?)\b"
)
DATED = re.compile(r"(?i)(?:daterad|daterat|daterade)\s+(?:den\s+)?")


@dataclass(frozen=True)
class Deed:
    """What one statement does, before the statements of an item are put together."""

    action: str
    phrase: Phrase | None
    ends: tuple[EndedDocument, ...] = ()
    draft_dated: str | None = None
    in_force: str | None = None
    valid_until: str | None = None
    called_revised: bool = False
    sent_to: str | None = None


@dataclass(frozen=True)
class Wording:
    """One way to say an action: its pattern in lower case, and a statement that is said so."""

    words: str
    example: str
    title: str | None  # the document that the example names


@dataclass(frozen=True)
class Action:
    """One action of the contract: how it is said, what looks like it, and how it is read."""

    name: str
    stems: tuple[str, ...]  # one of them stands in every statement of this action
    wordings: tuple[Wording, ...]
    refused: tuple[str, ...]  # statements that look like it and are none
    read: Callable[[str, Vocabulary], Deed | None]
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        """Make one pattern of all wordings."""
        object.__setattr__(self, "pattern", re.compile("|".join(w.words for w in self.wordings)))

    def fits(self, small: str) -> bool:
        """Tell whether a statement in lower case may do this."""
        return any(stem in small for stem in self.stems) and bool(self.pattern.search(small))
