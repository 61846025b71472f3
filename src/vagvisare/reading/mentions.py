"""Other documents the text speaks of: named, with the adoption and the period told of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vagvisare.kernel.partial_dates import last_day_of
from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.dates import dates_in, years_in
from vagvisare.reading.events.phrases import phrases_in
from vagvisare.reading.near import near
from vagvisare.reading.numbers import sections_in
from vagvisare.reading.periods import years_period
from vagvisare.reading.reading import Fact, Facts, Validity
from vagvisare.reading.source import Source
from vagvisare.reading.subjects import concern
from vagvisare.reading.text import as_value

_ADOPTED = re.compile(
    r"(?i)(?<![\w-])(?:antogs|antagits|antagen|antaget|antagna|fastställdes|fastställd|fastställt|beslutades|beslutad|beslutade|som\s+[a-zåäö]+\s+antog)(?!\w)"
)
_QUOTED = re.compile(r"[”\"“»](?P<name>[^”\"“»«\n]{3,90})[”\"“«]")
_SENTENCE_END = re.compile(r"(?<=[a-zåäö0-9)”])\.\s|\n\s*\n|\n(?=\s*[-•*|])")
_OVER = re.compile(r"(?i)\b(?:upphört|upphörde|upphävdes|upphävd|upphävt|har ersatts|ersattes)\b")
_COMMON = re.compile(
    r"(?i)(?:planen|policyn|programmet|riktlinjerna|riktlinjen|reglerna|taxan|reglementet|strategin)\b(?!\s+(?:för|mot|om))"
)
_SURE = 0.8


@dataclass(frozen=True)
class _Name:
    title: str
    type: str | None
    start: int
    end: int


def mentions_in(source: Source) -> tuple[Facts, ...]:
    """Return the facts told about other documents, one for each document."""
    found: dict[str, dict[str, Fact]] = {}
    for name, values in _told(source):
        known = found.setdefault(name.title.casefold(), {})
        for field, fact in values.items():
            known.setdefault(field, fact)
    return tuple(_concluded(values, source) for values in found.values())


def _told(source: Source) -> Iterator[tuple[_Name, dict[str, Fact]]]:
    text = source.clean
    own = (source.title.value if source.title else "").casefold()
    for verb in near(_ADOPTED, ("antog", "antag", "fastst", "beslut"), text):
        start, end = _sentence(text, verb)
        name = _name_before(text, start, verb.start(), source)
        if name is None or name.title.casefold() in own or _is_own(name, text[start:end], source):
            continue
        values = _values(source, name, verb.end(), end)
        if len(values) > 2:
            yield name, values


def _sentence(text: str, verb: re.Match[str]) -> tuple[int, int]:
    before = [
        m.end() for m in _SENTENCE_END.finditer(text, max(0, verb.start() - 260), verb.start())
    ]
    after = _SENTENCE_END.search(text, verb.end(), verb.end() + 220)
    return (before[-1] if before else max(0, verb.start() - 260)), (
        after.start() + 1 if after else min(len(text), verb.end() + 220)
    )


def _name_before(text: str, start: int, verb: int, source: Source) -> _Name | None:
    """Return the document named last before the verb: its quoted name, else its words."""
    found = [p for p in phrases_in(text[start:verb], source.vocabulary) if p.document_type]
    if not found or re.search(r"[.;:]", text[start + found[-1].end : verb]):
        return None
    last = found[-1]
    quoted = _QUOTED.search(text, start + last.start, verb)
    if quoted:
        return _Name(
            as_value(quoted["name"]), last.document_type, quoted.start("name"), quoted.end("name")
        )
    title = re.sub(r"(?i),?\s*(?:som|vilken|är|har|den)?$|,$", "", as_value(last.title)).strip(" ,")
    if len(title.split()) < 2 or len(title) > 140 or _COMMON.match(title):
        return None
    return _Name(title, last.document_type, start + last.start, start + last.end)


def _is_own(name: _Name, sentence: str, source: Source) -> bool:
    """Tell whether the sentence is about the document at hand, which memos never are."""
    if source.kind in ("memo", "minutes", "report"):
        return False
    return concern(sentence, source.subject, source.vocabulary) >= 0.85


def _values(source: Source, name: _Name, start: int, end: int) -> dict[str, Fact]:
    text = source.clean
    values = {"title": _fact(source, name.title, name.start, name.end)}
    if name.type:
        values["document_type"] = _fact(source, name.type, name.start, name.end)
    body = next(iter(bodies_in(text, source.vocabulary, start, end)), None)
    if body and body.start - start < 40:
        values["deciding_body"] = _fact(source, body.name, body.start, body.end)
    period = years_period(text, start, end)
    if period and period.first and period.last:
        values["valid_from"] = _fact(
            source, period.first.value, period.first.start, period.first.end
        )
        values["valid_until"] = _fact(source, period.last.value, period.last.start, period.last.end)
    day = next(iter(dates_in(text, start, end)), None) or next(
        (y for y in years_in(text, start, end) if not period and y.start - start < 45), None
    )
    if day:
        values["decision_date"] = _fact(source, day.value, day.start, day.end)
    section = next(iter(sections_in(text, start, end)), None)
    if section and body:
        values["paragraph"] = _fact(source, section.value, section.start, section.end)
    return values


def _fact(source: Source, value: str, start: int, end: int) -> Fact:
    return Fact(value, (source.text.evidence(start, end, _SURE),))


def _concluded(values: dict[str, Fact], source: Source) -> Facts:
    return replace(Facts(values), validity=_validity(values, source))


def _validity(values: dict[str, Fact], source: Source) -> Validity:
    """Return what the text says of the document; a recommendation to end it ends nothing."""
    evidence = values["title"].evidence[0]
    place = source.text.full.find(evidence.text)
    if _OVER.search(source.clean[place : place + 160].split(".")[0]):
        return "repealed"
    last = values.get("valid_until")
    if last and isinstance(last.value, str):
        return "expired" if last_day_of(last.value) < source.on else "in_force"
    return (
        "in_force_no_end" if "decision_date" in values or "deciding_body" in values else "unknown"
    )
