"""Which characters a file can carry, and what stands for those it cannot.

Nothing is dropped without a trace: a character no font has is written as its code.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"

# The zero width no-break space, as text from files begins with, has an allowed equal.
_FORBIDDEN_IN_PDF = {0xFEFF: 0x2060}
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def carried(text: str) -> str:
    """Return `text` with line ends as "\\n" and U+FFFD for what XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", re.sub("\r\n?", "\n", text))


def drawable(text: str) -> str:
    """Return `text` as our fonts can draw it; what they lack is named: "[U+1F600]"."""
    known = _drawn_by_our_fonts()
    return "".join(
        character if ord(character) in known else _named(character)
        for character in unicodedata.normalize("NFC", carried(text)).translate(_FORBIDDEN_IN_PDF)
    )


def spelled_out(text: str) -> str:
    """Return `text` with all but plain characters of our first font named by their codes.

    For the rare text that mixes scripts and marks so that no one font can draw a cluster.
    """
    plain = _characters_in(FONTS / "NotoSans-Regular.ttf")
    return "".join(
        character
        if ord(character) in plain and unicodedata.category(character)[0] not in "MC"
        else _named(character)
        for character in unicodedata.normalize("NFC", carried(text))
    )


def _named(character: str) -> str:
    return character if character in "\n\t" else f"[U+{ord(character):04X}]"


@cache
def _drawn_by_our_fonts() -> frozenset[int]:
    return frozenset[int]().union(*map(_characters_in, FONTS.glob("*.ttf")))


@cache
def _characters_in(path: Path) -> frozenset[int]:
    """Return the code points of a TrueType font: its "cmap" table, in segments (format 4)."""
    font = path.read_bytes()
    start = _table_offset(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for index in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 4 + 8 * index + 4)
        if struct.unpack_from(">H", font, start + offset) == (4,):
            return _segments(font, start + offset)
    raise ValueError("The font has no character map in segments.")


def _table_offset(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if tag == name:
            return int(offset)
    raise ValueError(f"The font has no table {name!r}.")


def _segments(font: bytes, start: int) -> frozenset[int]:
    (doubled,) = struct.unpack_from(">H", font, start + 6)
    count = doubled // 2
    lasts = struct.unpack_from(f">{count}H", font, start + 14)
    firsts = struct.unpack_from(f">{count}H", font, start + 16 + doubled)
    # The last segment is U+FFFF alone, which stands for "no more".
    return frozenset(
        point
        for first, last in zip(firsts[:-1], lasts[:-1], strict=True)
        for point in range(first, last + 1)
    )
