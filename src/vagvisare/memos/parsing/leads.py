"""The words above points that say who decides them."""

import re

BODY = (
    r"\b(?:\w{1,40}- och )?[\w-]{0,60}"
    r"(?:fullmäktige|styrelse(?:n)?|nämnd(?:en)?|utskott(?:et)?|beredningen|direktören)\b"
)
_PROPOSES = re.compile(rf"(?:föreslår|föreslå|rekommenderar)\s+(?P<body>{BODY})", re.IGNORECASE)
_FORWARDS = re.compile(rf"förslag till\s+(?P<body>{BODY})", re.IGNORECASE)
_IN = re.compile(rf"förslag till beslut (?:i|för)\s+(?P<body>{BODY})", re.IGNORECASE)
_DECIDES = re.compile(rf"(?P<body>{BODY})\s+(?:föreslås\s+)?beslut(?:ar|a)\b", re.IGNORECASE)
_BODY = re.compile(BODY, re.IGNORECASE)


def decider_in(words: str) -> str:
    """Return the body that the words say decides, or an empty text."""
    for pattern in (_IN, _PROPOSES, _FORWARDS, _DECIDES):
        if found := pattern.search(words):
            return found["body"]
    return ""


def is_lead(words: str) -> bool:
    """Whether the words only say who decides what follows."""
    short = len(words) <= 200 and bool(decider_in(words))
    stripped = words.rstrip()
    return short and bool(
        stripped.endswith(":") or re.search(r"beslut(?:a|ar)( följande)?$", stripped)
    )


def bodies_in(words: str) -> list[str]:
    """Return the bodies that the words name, in order."""
    return [found.group() for found in _BODY.finditer(words)]


def proposer_in(words: str) -> str:
    """Return the body that the words say proposes, or an empty text."""
    found = re.search(rf"(?P<body>{BODY})s?\s+föreslår\b", words, re.IGNORECASE)
    return found["body"] if found else ""


def is_body(words: str) -> bool:
    """Whether the words are the name of a body and nothing more."""
    return bool(_BODY.fullmatch(words.strip()))
