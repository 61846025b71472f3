"""Promised follow-up, evaluation, revision and review: how often or when, and by whom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vagvisare.reading.beyond.intervals import Due, Interval, dues_in, intervals_in, year_after
from vagvisare.reading.beyond.sentences import (
    heading_over,
    is_in_heading,
    sentence_in,
    stretch_around,
)
from vagvisare.reading.beyond.who import agent, leading
from vagvisare.reading.near import lowered, places
from vagvisare.reading.reading import Finding
from vagvisare.reading.source import Source
from vagvisare.reading.subjects import concern
from vagvisare.reading.text import as_value

FACT = "promises"
Kind = Literal["follow_up", "evaluation", "revision", "review"]
_STEMS = ("följ", "utvärder", "revider", "aktual", "ses över", "översyn")
# A promise says how often or when; sentences without one of these are not looked at further.
_WHEN = (
    "årlig",
    "varje",
    "vart",
    "var ",
    "gång",
    "ggr",
    "mandatperiod",
    "kvartal",
    "halvår",
    "tertial",
    "20",
    "årsvis",
    "månadsvis",
    "årsredovisning",
    "årsbokslut",
)
# "Uppföljning sker årligen": the noun is an act of its own only with a verb that says it is done.
_FIRST = r"^\W*(?:(?:varje\s+\w+|årligen|under\s+\d{4}|senast\s+\d{4})\s+(?:ska|skall|görs|genomförs|sker)\s+)?(?:en\s+)?(?:årlig\s+|samlad\s+)?"
_DONE = r"(?=[^.]{0,90}?\b(?:sker|görs|göras|genomförs|genomföras|ske|ska|skall|kommer\s+att)\b)"
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "follow_up",
        re.compile(
            rf"(?i)\bfölj(?:s|as|er|a)?\s+(?:[\wåäö]+\s+){{0,4}}?upp\b|\buppföljas\b|{_FIRST}uppföljning(?:en)?\b{_DONE}"
        ),
    ),
    (
        "evaluation",
        re.compile(
            rf"(?i)\butvärder(?:as|a|ar)\b|{_FIRST}(?:uppföljning(?:en)?\s+och\s+)?utvärdering(?:en)?\b{_DONE}"
        ),
    ),
    (
        "revision",
        re.compile(
            rf"(?i)\b(?:revider(?:as|a|ar)|uppdateras|förnyas)\b|{_FIRST}(?:revidering|uppdatering)(?:en)?\b{_DONE}"
        ),
    ),
    (
        "review",
        re.compile(
            rf"(?i)\b(?:aktualitetspröv(?:as|a|ar)|aktualiseras|ses\s+(?:[\wåäö]+\s+){{0,3}}?över|se\s+över|omprövas)\b|{_FIRST}(?:översyn|aktualitetsprövning|aktualisering)(?:en)?\b{_DONE}"
        ),
    ),
)
# What a header's label promises.
_LABELS: tuple[tuple[str, Kind], ...] = (
    ("uppfölj", "follow_up"),
    ("utvärder", "evaluation"),
    ("revider", "revision"),
    ("uppdater", "revision"),
)
_OBLIGES = re.compile(
    r"(?i)\b(?:ska|skall|kommer\s+att|sker|görs|genomförs|följ(?:s|er)|utvärderas|revideras|aktualitetsprövas|aktualiseras|uppdateras|omprövas|ses|ansvarar\s+för\s+att|utvärderar|reviderar)\b"
)
# Words of possibility, of the past, of proposals, of law, and of what concerns persons.
_NOT = (" inte ", " kan ", " kunna ", " kunde ", " bör ", " får ", " skulle ", " borde ", "föreslå", "uppdrag", " har följts ", " har utvärderats ", " har reviderats ", " har setts ", "följdes", "värderades", "reviderades", "tidigare", "motion", "beslutade", " lagen ", "enligt lag", " §", "brukar", "elev", "barnets", "patient", "boende", "klient", "medarbetar", "individuel", "enskild", "avtal", " lön", "genomförandeplan")  # fmt: skip
_POSSIBLE = ("kan ", "bör ", "får ")
# Parts of the document in their definite form: "insatser" may be anybody's.
_PART_WORDS = """
riktlinjerna målen delmålen nämndmålen inriktningsmålen effektmålen målet måluppfyllelse måluppfyllelsen åtgärderna
aktiviteterna insatserna åtaganden åtagandena indikatorerna dokumentet styrdokumentet
"""
_PARTS = frozenset(_PART_WORDS.split())
_YEARLY_REPORT = re.compile(r"(?i)\bårs(?:redovisning|bokslut)(?:en|et)?\b")
_ACTIVE = re.compile(
    r"(?i)\bfölj(?:er|a)\b|\b(?:utvärdera|revidera|aktualitetspröva)r?\b|\bse\s+över\b"
)
# The verb with the words after it: an object of another kind needs no further look.
_DOING = re.compile(
    r"(?:följ(?:er|a)\s+(?:\w+\s+)?upp|utvärderar?|reviderar?|aktualitetsprövar?)\s+(?P<what>\w+(?:\s+\w+){0,2})"
)
_HEADED = ("uppföljning", "utvärdering", "revidering", "översyn", "aktualit")
_WORDS = re.compile(r"[\wåäö-]+")
_OWN, _PART, _HEADED_ONLY, _FIELD = 0.85, 0.75, 0.65, 0.85


@dataclass(frozen=True)
class Promise(Finding):
    """A promise to look at the document or its goals again.

    interval_months  months between two times, None when a day is promised instead
    due              ISO day, month or year, None when an interval is promised instead
    who              as the text names them, None when it does not
    words            the whole sentence
    """

    kind: Kind
    interval_months: int | None
    due: str | None
    who: str | None
    words: str


def find(source: Source) -> Iterable[Finding]:
    """Yield each dated promise once, in the order they stand."""
    if source.kind != "steering":
        return ()
    found: dict[tuple[object, ...], Promise] = {}
    for promise in (*_in_fields(source), *_in_sentences(source)):
        key = (promise.kind, promise.interval_months, promise.due)
        if key not in found or (promise.who and not found[key].who):
            found[key] = promise
    return sorted(found.values(), key=lambda p: (p.evidence.page, p.evidence.start))


def _in_fields(source: Source) -> Iterator[Promise]:
    """Yield what the header promises: "Revideras: vart fjärde år"."""
    for field in source.fields("review_due"):
        if field.is_empty or field.is_placeholder or len(field.value) > 80:
            continue
        label = field.label.casefold()
        kind: Kind = next((kind for stem, kind in _LABELS if stem in label), "review")
        interval = next(intervals_in(field.value), None)
        due = None if interval else next(dues_in("år " + field.value.strip()), None)
        if interval or due:
            evidence = source.text.evidence(field.label_start, field.end, _FIELD)
            months = interval.months if interval else None
            words = as_value(source.clean[field.label_start : field.end])
            yield Promise(evidence, kind, months, due.value if due else None, None, words)


def _in_sentences(source: Source) -> Iterator[Promise]:
    text = source.clean
    lower = lowered(text)
    done = -1
    for place in sorted({place for stem in _STEMS for place in places(stem, lower)}):
        if place < done:
            continue
        if lower[max(0, place - 4) : place] in _POSSIBLE:
            continue
        doing = _DOING.match(lower, place)
        if doing and not any(_is_subject(source, word) for word in doing["what"].split()):
            continue  # it is something else that is followed up
        begin, stop = stretch_around(text, place)
        words = lower[begin:stop]
        if not any(word in words for word in _WHEN) or is_in_heading(text, place):
            continue
        start, end = sentence_in(text, begin, place, stop)
        done = end
        yield from _promised(source, start, end)


def _promised(source: Source, start: int, end: int) -> Iterator[Promise]:
    """Yield the promises of one sentence, when it is about this document or its goals."""
    sentence = source.clean[start:end]
    plain = f" {' '.join(sentence.lower().split())} "
    if any(word in plain for word in _NOT) or not _OBLIGES.search(sentence):
        return
    acts = [(kind, m) for kind, pattern in _KINDS for m in pattern.finditer(sentence)]
    sure = _is_own(source, sentence, start, acts) if acts else 0
    when = _when(sentence, [match for _, match in acts]) if sure else None
    if when is None:
        return
    stated, less_sure = when
    by = agent(sentence) or leading(sentence)
    evidence = source.text.evidence(start, end, sure - (0.15 if less_sure else 0))
    for kind in dict.fromkeys(kind for kind, match in acts if less_sure or _is_near(match, stated)):
        yield Promise(
            evidence,
            kind,
            stated.months if isinstance(stated, Interval) else None,
            stated.value if isinstance(stated, Due) else None,
            by.name if by else None,
            as_value(sentence),
        )


def _when(sentence: str, acts: list[re.Match[str]]) -> tuple[Interval | Due, bool] | None:
    """Return how often or when it is promised; the yearly report stands for a year, less surely."""
    stated: list[Interval | Due] = [
        *intervals_in(sentence),
        *(d for d in dues_in(sentence) if d.start < 4 or any(m.start() < d.start for m in acts)),
        *(due for match in acts if (due := year_after(sentence, match.end()))),
    ]
    near = [when for when in stated if any(_is_near(match, when) for match in acts)]
    if near:
        return near[0], False
    match = _YEARLY_REPORT.search(sentence)
    return (Interval(12, match.start(), match.end()), True) if match else None


def _is_near(match: re.Match[str], when: Interval | Due) -> bool:
    return -60 <= when.start - match.end() <= 90


def _is_own(
    source: Source, sentence: str, start: int, acts: Sequence[tuple[Kind, re.Match[str]]]
) -> float:
    """Return how surely what is looked at again is this document or its parts; 0 when it is not."""
    first, last = min(m.start() for _, m in acts), max(m.end() for _, m in acts)
    before = _words(sentence, 0, first)
    after = _words(sentence, last, last + 60)
    if _ACTIVE.search(sentence, first, last):
        before, after = [], after[:3]  # "följer upp planen": the object stands next
    for word in (*reversed(before), *_words(sentence, first, last), *after):
        sure = _is_subject(source, word)
        if sure is not None:
            return sure
    if first == 0:
        over = heading_over(source.clean, start)
        return _HEADED_ONLY if any(word in over for word in _HEADED) else 0
    return 0


def _words(sentence: str, start: int, end: int) -> list[str]:
    return [match[0] for match in _WORDS.finditer(sentence, start, min(end, len(sentence)))]


def _is_subject(source: Source, word: str) -> float | None:
    """Return how surely `word` means this document or a part; 0 for another one, None for neither."""
    small = word.casefold()
    if small in _PARTS:
        return _OWN if small.startswith(("dokument", "styrdok")) else _PART
    base = source.vocabulary.type_of(small)
    if base is None or base in ("budget", "rapport", "protokoll"):
        return None
    simple = small in source.vocabulary.types
    titled = source.title is not None and small[:6] in source.title.value.casefold()
    if (simple or titled) and concern(word, source.subject, source.vocabulary):
        return _OWN
    return 0
