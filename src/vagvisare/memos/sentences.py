"""Where a Swedish sentence ends."""

import re

# After these a dot ends no sentence; nor does it after a single letter, as in "t.ex.".
_ABBREVIATIONS = re.compile(
    r"\b(?:[^\W\d_]|ex|bl|ev|dnr|nr|kap|st|resp|ca|jfr|inkl|exkl|ang|enl)\.$"
)
_LONGEST_END = 12
_POSSIBLE_END = re.compile(r"(?<=[.!?”])\s+(?=[A-ZÅÄÖ”\"(\[\d])")


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, white space evened out, in order."""
    sentences: list[str] = []
    for part in _POSSIBLE_END.split(" ".join(text.split())):
        if sentences and not _ended(sentences[-1]):
            sentences[-1] += " " + part
        elif part:
            sentences.append(part)
    return sentences


def split_paragraphs(text: str) -> list[str]:
    """Return the parts of a text that empty lines keep apart."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def _ended(sentence: str) -> bool:
    closes = sentence.endswith((".", "!", "?", ".”", "!”", "?”"))
    return closes and not _ABBREVIATIONS.search(sentence[-_LONGEST_END:].lower())
