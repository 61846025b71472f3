"""The text in small letters, each in its place: where the facts look for words first."""

from functools import lru_cache


@lru_cache(maxsize=1)  # four facts ask for the same text
def small(text: str) -> str:
    """Return `text` in small letters, as long as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(a if len(a := letter.lower()) == 1 else letter for letter in text)
