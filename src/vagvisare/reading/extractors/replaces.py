"""The documents that this one replaces, as printed."""

import re
from collections.abc import Iterable

from vagvisare.reading.near import near
from vagvisare.reading.source import Candidate, Source
from vagvisare.reading.subjects import concern
from vagvisare.reading.text import as_value

FIELD = "replaces"
# "Ersätter tidigare versioner KF 30 2013": what stands after the words is what was replaced.
_EARLIER = re.compile(r"(?i)^tidigare\s+version(?:er|en)?\s*:?\s+(?=\S)")
_NOTHING = re.compile(
    r"(?i)(?:nytt dokument|första (?:utgåvan|versionen)|ny|nytt|inget|-|tidigare\s+version(?:er|en)?|(?:tidigare\s+)?version(?:en)?\s*:?\s*\d+(?:\.\d+)*|[\d\s.-]+)\.?"
)


_SENTENCE = re.compile(
    r"(?i)(?:(?:detta\s+|denna\s+|dessa\s+)?[\wåäö–-]+\s+(?:(?-i:ersätter|avlöser)|tar\s+över\s+efter)\s+(?P<a>(?:tidigare\s+)?[^.\n]{6,150}?)(?=\s+som\s|\s*\(|[.,](?:\s|$)|\n\s*\n|$)"
    r"|samtidigt\s+upphävs\s+(?P<b>[^.]{10,200}?)\.|(?:upphörde?|upphör)\s+(?:dokumentet\s+)(?P<c>[A-ZÅÄÖ][^.(]{10,150}?)\s*(?=\(|att\s+gälla|\.)"
    r"|i\s+och\s+med\s+(?:denna|detta|dessa)\s+[\wåäö]+\s+upphör\s+(?P<d>[A-ZÅÄÖ][^.(]{6,120}?)(?=\s+som\s|\s+att\s|[.,])"
    r"|(?<=\.\s)ersätter\s+dokumentet\s+(?P<e>[A-ZÅÄÖ][^.(]{6,120}?)(?=\.|\s+som\s))"
    # "..., då föreskrifter om avfall den 17 juni 2013 upphör att gälla"
    r"|(?:,\s+då|\bvarvid|samtidigt\s+som)\s+(?:kommunens\s+|de\s+)?(?P<f>[^.,\n]{8,140}?)"
    r"(?:,?\s+(?:den\s+\d|från\s+\d|antag|beslutad|fastställ)[^.\n]{0,80}?)?\s+upphör"
)


def find(source: Source) -> Iterable[Candidate]:
    """Yield the value of each field "Ersätter", and what sentences say this document replaces."""
    for field in source.fields("replaces"):
        value = as_value(re.split(r"\s+som\s+(?:var|är)\b", field.value.strip("[] "))[0])
        value = _EARLIER.sub("", value)
        if not field.is_empty and not field.is_placeholder and not _NOTHING.fullmatch(value):
            yield Candidate(FIELD, value, field.start, field.end, 0.87)
    if source.kind in ("minutes", "memo"):
        yield from _ended(source)
    if source.kind in ("steering", "memo"):
        yield from _sentences(source)


def _ended(source: Source) -> Iterable[Candidate]:
    """Yield the documents that the adoption at issue ends."""
    for event in source.events:
        for ended in event.ends:
            if ended.title and event.action in ("adopt", "revise", "replace"):
                start = _place(source.clean, ended.title)
                yield Candidate(FIELD, ended.title, *start, 0.88)


def _place(text: str, title: str) -> tuple[int, int]:
    match = re.search(r"\s+".join(map(re.escape, title.split())), text)
    return match.span() if match else (0, 0)


def _sentences(source: Source) -> Iterable[Candidate]:
    for match in near(
        _SENTENCE, ("ersätter", "avlöser", "tar över efter", "upphäv", "upphör"), source.clean
    ):
        group = match.lastgroup or "a"
        value = as_value(match[group])
        words = re.findall(r"[\wåäö-]+", value)
        typed = any(source.vocabulary.type_of(word) for word in words) or group == "b"
        own = concern(
            re.sub(r"(?i)tidigare|upphörde", "", match[0]), source.subject, source.vocabulary
        )
        if (
            typed
            and (own or group in "cdef")
            and not re.search(r"(?i)\blag(?:en)?\b|\(\d{4}:\d+", value)
        ):
            yield Candidate(FIELD, value, match.start(group), match.end(group), 0.8)
