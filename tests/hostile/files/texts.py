"""Plain texts: endless lines, wrong encodings, and what a grammar could lose itself in."""

import codecs
import random

from tests.hostile.files.case import READS, Case, case

MEGABYTE = 2**20
SENTENCE = "Policy för kost, antagen av kommunfullmäktige 2021-03-04 § 12.\n"


def repeated(words: str, size: int, encoding: str = "utf-8") -> bytes:
    """Return the words over and over until there are `size` bytes or so of them."""
    return (words * (size // len(words) + 1)).encode(encoding)


def noise(size: int, below: int = 256) -> bytes:
    chance = random.Random(13)
    return bytes(chance.randrange(below) for _ in range(size))


# What patterns for spaces, lists, labels, dates and numbers may try in more ways than one.
_LOSING = {
    "spaces": " ",
    "tabs": "\t",
    "line-ends": "\n",
    "spaces-and-line-ends": " \n",
    "hyphens": "a-, ",
    "letters": "a",
    "capitals": "Å",
    "digits": "1",
    "dates": "2021-03-04 ",
    "sections": "§ 1 ",
    "labels": "Beslutad av: ",
    "verbs": "antagen av ",
    "adopted": "Antagen av kommunfullmäktige 2021-03-04 § 12\n",
    "brackets": "[(<",
    "comments": "<!-- ",
    "dots": ".",
    "bars": "| ",
    "and": "och a- ",
    "years": "2007-2010 ",
    "decisions": "§ 1\nKommunstyrelsens beslut\nKommunstyrelsen beslutar att anta plan för a\n",
}
_SIZE = 40_000
_GRAMMAR = (READS, "no_text", "timeout")

CASES: dict[str, Case] = {
    "empty.txt": case(lambda: b"", "empty"),
    "one-byte.txt": case(lambda: b"a", READS),
    "only-a-mark.txt": case(lambda: codecs.BOM_UTF8, "no_text"),
    "50-mb-of-one-line.txt": case(
        repeated,
        "too_large",
        words="Kommunen ska erbjuda kost. ",
        size=50 * MEGABYTE,
    ),
    "nothing-but-nul.txt": case(lambda: bytes(10 * MEGABYTE), "no_text", "unsupported"),
    "nul-in-words.txt": case(lambda: SENTENCE.encode().replace(b" ", b" \0"), READS, "unsupported"),
    "million-pages.txt": case(repeated, READS, "too_large", words="a\f", size=MEGABYTE),
    "no-utf-8.txt": case(
        lambda: SENTENCE.encode() + b"\xff\xfe\xc0\x80\xf5 \xe5\xe4\xf6" * 99, READS
    ),
    "lone-halves.txt": case(
        lambda: codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le") + b"\x00\xd8" * 99 + b"a", READS
    ),
    "utf-32.txt": case(lambda: SENTENCE.encode("utf-32"), READS, "unsupported", "no_text"),
    "noise.txt": case(noise, "unsupported", size=MEGABYTE),
    "noise-of-letters.txt": case(
        lambda: noise(_SIZE, 96).translate(bytes(range(32, 256)) + bytes(32)), READS
    ),
    "bells.txt": case(lambda: b"\7" * 5_000, "unsupported"),
    "marks-both-ways.txt": case(lambda: ("\u202e" + SENTENCE + "\u2066").encode() * 9, READS),
    "accents-on-accents.txt": case(
        lambda: SENTENCE.encode() + ("a" + "\u0301" * 100_000).encode(), READS, "timeout"
    ),
} | {
    f"nothing-but-{name}.txt": case(repeated, *_GRAMMAR, words=words, size=_SIZE)
    for name, words in _LOSING.items()
}
