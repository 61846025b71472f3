"""A deed: what one statement does, before the statements of an item are put together."""

import re
from dataclasses import dataclass

from vagvisare.reading.events.phrases import Phrase
from vagvisare.reading.reading import EndedDocument

# Papers that are decided on without being steering documents.
NO_DOCUMENT = re.compile(
    r"(?i)\b(?:detaljplan\w*|planprogram\w*|planbesked|planuppdrag|projektbeställning|yttrandet?|årsredovisning\w*|delårsrapport\w*|bokslut\w*|revisionsberättelse\w*|ansvarsfrihet|\w*avtal(?:et)?|avsiktsförklaring\w*|samrådshandling|sammanträdes(?:plan|tider)\w*|investeringsram\w*|slutredovisning\w*|markanvisning\w*|genomförandebeslut\w*|inriktningsbeslut\w*|projektbudget\w*|investeringsvolym\w*|investeringsmedel)\b"
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
