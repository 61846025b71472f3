"""Words that OCR broke, mended against a lexicon where only one word fits."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, islice

_PLAIN = str.maketrans("åäöéü", "aaoou")
_WORD = re.compile(r"[A-Za-zÅÄÖåäöéü]+")
_LETTER = re.compile(r"[A-Za-zÅÄÖåäöé]")
_FEW_LETTERS = 0.008  # of all characters; Swedish has å, ä and ö in about five letters of a hundred
_SEVERAL = 5  # words


def is_broken(text: str) -> bool:
    """Tell whether `text` lost its å, ä and ö: too few of them, and several words that lack theirs."""
    enough = _FEW_LETTERS * len(text)
    if (
        any(own > enough for own in accumulate(text.count(letter) for letter in "äåöÅÄÖ"))
        or len(_LETTER.findall(text)) < 120
    ):
        return False
    words = (match[0] for match in _WORD.finditer(text))
    lacking = (word for word in words if mended(word) not in (None, word.casefold()))
    return len(list(islice(lacking, _SEVERAL))) == _SEVERAL


def repaired(words: str) -> str:
    """Return `words` with each broken word mended that has one mending; the others as they are."""
    return _WORD.sub(lambda match: _like(match[0], mended(match[0]) or match[0]), words)


@lru_cache(maxsize=10_000)
def mended(word: str) -> str | None:
    """Return the one word of the lexicon that `word` may be; None for none or several."""
    word = word.casefold()
    if word in _lexicon():
        return word
    found = {w for form in _forms(word) for w in _by_plain_form().get(form, ())}
    return found.pop() if len(found) == 1 else None


def _forms(word: str) -> set[str]:
    """Return the plain forms of `word`; OCR also takes å for d, and ä for di."""
    plain = word.translate(_PLAIN)
    forms = {plain}
    for match in re.finditer("di?", word):
        forms |= {
            (word[: match.start()] + "a" + word[end:]).translate(_PLAIN)
            for end in (match.start() + 1, match.end())
        }
    return forms


def _like(word: str, mending: str) -> str:
    """Return the mending in the case of the word."""
    if word.isupper() and len(word) > 1:
        return mending.upper()
    return mending.capitalize() if word[:1].isupper() else mending


@cache
def _lexicon() -> frozenset[str]:
    text = (files("vagvisare.reading") / "data" / "lexicon.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def _by_plain_form() -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for word in _lexicon():
        plain = word.translate(_PLAIN)
        forms[plain] = (*forms.get(plain, ()), word)
    return forms
