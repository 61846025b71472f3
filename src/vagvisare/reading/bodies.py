"""The bodies and officials that decide: fullmäktige, styrelser, nämnder, utskott, chefer."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from vagvisare.reading.text import as_value
from vagvisare.reading.vocabulary import Vocabulary

_PARTS = r"(?:[a-zåäö]+-,\s+)*[a-zåäö]+-?\s+(?:och|&)\s+"
_COMMITTEE = (
    rf"(?:(?:[a-zåäö]+\s+samt\s+)?{_PARTS})?[a-zåäö]+(?<!fullmäktige)nämnden"
    r"|nämnden\s+för\s+[a-zåäö]+(?:\s*(?:&|och)\s*[a-zåäö]+)?(?:-\s+och\s+[a-zåäö]+)?"
)
_PANEL = (
    r"s\s+[a-zåäö]*(?:utskott|beredning)(?:et|en)?(?:\s+för\s+[a-zåäö]+(?:\s+och\s+[a-zåäö]+)?)?"
)
# What makes the letters before it a diary's: "KS 2013/258", "KS 2024-00365".
_DIARY = r"[ ](?:19|20)\d\d(?:[/:]\d{1,6}(?![\d/])|\.\d{3,6}|-\d{3,6})"
_NOT_FIRST = re.compile(
    r"^(?:(?:av|i|från|till|hos|och|samt|den|det|som|är|har|enligt|att|nya?|stadens|kommunens|"
    r"[a-zåäö]*(?:styrelsen|fullmäktige|nämnden(?!\s+för)))\s+)+(?:samt\s+|och\s+)?",
    re.I,
)


@dataclass(frozen=True)
class Body:
    """A body as named in a text, its short form spelled out, and its place."""

    name: str
    start: int
    end: int
    genitive: bool = False


@cache
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    names = "|".join(vocabulary.bodies)
    short = "|".join(sorted(vocabulary.short_bodies, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<name>(?i:(?:{names}|{_COMMITTEE})(?:{_PANEL})?|[a-zåäö]+(?<!s )utskottet))(?P<s>s?)(?!\w)"
        rf"|(?<![\w/-])(?P<short>{short}|(?!NN?\b)[A-ZÅÄÖ]{{1,4}}N|PU)(?!\w|[/-](?!(?:19|20)\d\d-\d\d-))(?!{_DIARY})"
    )


def bodies_in(
    text: str, vocabulary: Vocabulary, start: int = 0, end: int | None = None
) -> list[Body]:
    """Return the bodies named between `start` and `end`, in the order they stand."""
    found = []
    for match in _pattern(vocabulary).finditer(text, start, len(text) if end is None else end):
        if match["short"]:
            name = vocabulary.short_bodies.get(match["short"]) or _spelled_out(match["short"], text)
            found.append(Body(name, match.start(), match.end()))
            continue
        skip = _NOT_FIRST.match(match["name"])
        begin = match.start() + (skip.end() if skip and skip.end() < len(match["name"]) else 0)
        name = as_value(text[begin : match.end("name")])
        name = name.lower() if name.casefold() in vocabulary.bodies else name
        found.append(Body(name, begin, match.end("name"), genitive=bool(match["s"])))
    return found


def first_body(text: str, vocabulary: Vocabulary) -> Body | None:
    """Return the first body named in `text`, None when there is none."""
    return next(iter(bodies_in(text, vocabulary)), None)


@cache
def _role_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    roles = "|".join(sorted(map(re.escape, vocabulary.roles), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{roles})(?!\w)", re.I)


def first_role(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return where the first official (verksamhetschef) is named in `text`."""
    return _role_pattern(vocabulary).search(text)


def _spelled_out(short: str, text: str) -> str:
    """Return the body of `text` whose parts begin with the letters of `short`, else `short`."""
    return _by_letters(text).get(short.lower(), short)


@lru_cache(maxsize=2)  # every short name of a paper asks for the same
def _by_letters(text: str) -> dict[str, str]:
    """Return the committees of `text` by their short names: "vård- och omsorgsnämnden" is von."""
    found: dict[str, str] = {}
    for match in re.finditer(
        r"(?i:(?:[a-zåäö]+-,?\s+)*(?:[a-zåäö]+-\s+och\s+)?[a-zåäö]+nämnden)", text
    ):
        words = re.findall(r"[a-zåäö]+", match[0].lower().replace(" och ", " "))
        found.setdefault("".join(word[0] for word in words) + "n", as_value(match[0]))
    return found
