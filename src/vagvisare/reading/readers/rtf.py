"""Rich Text Format: the words, without fonts, colours and pictures."""

import re
from collections.abc import Iterator

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.readers.txt import pages_of
from vagvisare.reading.reading import Page

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)
_SKIPPED = {
    b"fonttbl",
    b"colortbl",
    b"stylesheet",
    b"info",
    b"pict",
    b"object",
    b"themedata",
    b"datastore",
    b"listtable",
    b"listoverridetable",
    b"rsidtbl",
    b"generator",
    b"fldinst",
    b"latentstyles",
    b"xmlnstbl",
    b"filetbl",
}
_WORDS = {
    b"par": "\n",
    b"line": "\n",
    b"tab": "\t",
    b"cell": "\t",
    b"row": "\n",
    b"page": "\f",
    b"sect": "\n",
    b"endash": "–",
    b"emdash": "—",
    b"bullet": "•",
    b"rdblquote": "”",
    b"ldblquote": "“",
    b"rquote": "’",
    b"lquote": "‘",
}
_SIGNS = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_DEEPEST = 500


def read(data: bytes) -> list[Page]:
    """Return the pages, split at the page breaks the writer set."""
    reader = _Reader()
    for token in _tokens(data):
        reader.take(token)
    # Letters beyond the first 65,536 are written as two halves.
    text = "".join(reader.out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = (line.rstrip(" \t") if line.endswith("\t") else line for line in text.split("\n"))
    return [Page(p.text.strip("\n")) for p in pages_of("\n".join(lines)) if p.text.strip()]


def _tokens(data: bytes) -> Iterator[re.Match[bytes]]:
    """Yield what the file is made of; raw bytes, whose number is told before them, are no tokens."""
    at = 0
    while token := _TOKEN.search(data, at):
        yield token
        raw = int(token[3]) if token[2] == b"bin" and token[3] else 0
        at = token.end() + max(raw, 0)


class _Reader:
    """Keeps what a group changes: whether it is skipped, how many letters stand in for a \\u."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.groups: list[tuple[bool, int]] = []
        self.skip, self.stand_ins, self.swallow = False, 1, 0

    def take(self, token: re.Match[bytes]) -> None:
        """Take in one token of the file."""
        byte, word, number, sign, brace, words = token.groups()
        if brace:
            self._brace(brace)
        elif word:
            self._word(word, number)
        elif byte:
            self._emit(bytes.fromhex(byte.decode()).decode("cp1252", errors="replace"))
        elif sign == b"*":
            self.skip = True
        elif sign:
            self._emit(_SIGNS.get(sign, ""))
        else:
            self._emit(words.decode("cp1252", errors="replace"))

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            if len(self.groups) > _DEEPEST:
                raise Unreadable("unreadable", "The document nests too deep.")
            self.groups.append((self.skip, self.stand_ins))
        elif self.groups:
            self.skip, self.stand_ins = self.groups.pop()

    def _word(self, word: bytes, number: bytes | None) -> None:
        if word in _SKIPPED:
            self.skip = True
        elif word == b"uc" and number:
            self.stand_ins = min(int(number), 10)
        elif word == b"u" and number:
            self.swallow = 0
            self._emit(chr(int(number) % 65536))
            self.swallow = self.stand_ins
        elif word in _WORDS:
            self._emit(_WORDS[word])

    def _emit(self, words: str) -> None:
        passed = min(self.swallow, len(words))
        self.swallow -= passed
        if not self.skip:
            self.out.append(words[passed:])
