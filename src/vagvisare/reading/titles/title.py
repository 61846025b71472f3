"""A title, and how lines of the text become one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vagvisare.reading.lines import Line
from vagvisare.reading.text import as_value

# A word in capitals that is broken over two lines: "ORDNINGS-\nFÖRESKRIFTER", not "ATTEST- OCH".
_BROKEN_CAPITALS = re.compile(r"([A-ZÅÄÖ]{3})-\s*\n\s*(?!(?:OCH|ELLER|SAMT)\b)([A-ZÅÄÖ]{3})")
# How many appendices come with an item: "Ny taxa (2 bilagor)".
_APPENDICES = re.compile(r"\s*\(\d+ bilag\w*\)$")


@dataclass(frozen=True)
class Title:
    """A title, where it stands, and how sure it is."""

    value: str
    start: int
    end: int
    confidence: float


def joined(text: str, lines: Sequence[Line], confidence: float) -> Title:
    """Return the title that the lines make, words broken between them whole again."""
    start, end = lines[0].start, lines[-1].end
    value = as_value(_BROKEN_CAPITALS.sub(r"\1\2", text[start:end]))
    return Title(_APPENDICES.sub("", value), start, end, confidence)
