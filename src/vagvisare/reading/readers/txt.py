"""Plain text of any encoding; a form feed begins a new page."""

import codecs
import re

import charset_normalizer

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.reading import Page

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What Swedish text files were written in before UTF-8: Windows, MS-DOS, Macintosh.
_SAMPLE = 200_000  # bytes that tell which
_MOST_PAGES = 2_000
_MOST_LETTERS = 20_000_000  # ten times the longest there is
_OLD = ("cp1252", "cp850", "mac_roman")


def read(data: bytes) -> list[Page]:
    """Return the pages of a text file.

    :raises Unreadable: when it is no text after all
    """
    text = decoded(data)
    if text.count("\0") > len(text) // 10:
        raise Unreadable("unsupported", "The file is of a kind that is not read.")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return pages_of(text) if text.strip() else []


def pages_of(text: str) -> list[Page]:
    """Return the pages of `text`, the form feeds between them left out; the last takes the rest.

    :raises Unreadable: when it is longer than any document
    """
    if len(text) > _MOST_LETTERS:
        raise Unreadable("too_large", "The document has more text than is read.")
    pages = text.split("\f", _MOST_PAGES - 1)
    return [Page(page) for page in (*pages[:-1], pages[-1].replace("\f", "\n"))]


def decoded(data: bytes) -> str:
    """Return `data` as text: by its mark, as UTF-8, else as what makes it most like Swedish."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[1:400:2].count(0) > len(data[1:400:2]) // 2:
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = data[:_SAMPLE]
    likeness = {old: _swedishness(sample.decode(old, errors="replace")) for old in _OLD}
    best = max(_OLD, key=likeness.__getitem__)  # the first of equals
    if likeness[best] > 0:
        return data.decode(best, errors="replace")
    guess = charset_normalizer.from_bytes(sample).best()
    return data.decode(guess.encoding if guess else "cp1252", errors="replace")


def _swedishness(text: str) -> int:
    """Return how many more letters of Swedish than strangers stand inside its words."""
    own = len(re.findall(r"[a-zåäö][åäöéü]|[åäöé][a-zåäö]|\b[ÅÄÖ]|§ ?\d", text))
    strange = len(re.findall(r"[^\x00-\x7fåäöÅÄÖéÉüÜ§–—‘’“”•…€½°·«»àèáóæøß´×®©\u00a0-]", text))
    return own - 2 * strange
