"""A text as a signature of fixed size: how alike two signatures are is how alike the texts are."""

import re
import unicodedata
from collections.abc import Sequence
from operator import eq

HASHES = 128  # an estimate of 0.5 is then within 0.09 in two cases of three, and 512 bytes
_BYTES = 4  # of each hash
# Two words in a row: a letter that OCR gets wrong costs two of them; three would cost a third more.
_SHINGLE = 2
FEWEST_WORDS = 40  # less text than that is a form's or a title page's, and alike by chance
# Words without digits: years, days and sections are what a revision changes.
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLAIN_WORD = re.compile(r"[A-Za-z]{2,}")  # the same where no other letters are; twice as fast


def folded_words(text: str) -> list[str]:
    """Return the words of a text, without case, marks over letters (which OCR loses) and digits."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    signs = {sign for sign in set(plain) if not sign.isascii()}  # a few, however long the text
    for mark in filter(unicodedata.combining, signs):
        plain = plain.replace(mark, "")
    return (_WORD if any(map(str.isalnum, signs)) else _PLAIN_WORD).findall(plain)


def signatures_of(texts: Sequence[str]) -> list[bytes]:
    """Return the MinHash signature of each text, empty where there is too little text."""
    words = [folded_words(text) for text in texts]
    joined = [" ".join(found) if len(found) >= FEWEST_WORDS else None for found in words]
    if not any(joined):
        return [b""] * len(texts)
    import daft  # takes half a second, and few commands sign anything

    hashes = daft.Series.from_pylist([*joined, ""]).minhash(HASHES, _SHINGLE).to_pylist()
    return [
        b"".join(number.to_bytes(_BYTES, "big") for number in found) if text else b""
        for text, found in zip(joined, hashes, strict=False)
    ]


def likeness(one: bytes, other: bytes) -> float:
    """Return how large a share of their shingles two texts have in common, 0..1, estimated."""
    if not one or not other:
        return 0.0
    return sum(map(eq, memoryview(one).cast("I"), memoryview(other).cast("I"))) / HASHES


def band_of(signature: bytes, number: int, rows: int) -> bytes:
    """Return a band of `rows` hashes, 0 the first: alike texts have one of them in common."""
    size = rows * _BYTES
    return signature[number * size : (number + 1) * size]
