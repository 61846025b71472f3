"""Commitments in sentences: "Socialnämnden ska senast 2025 ta fram en plan för ..."."""

import re
from collections.abc import Iterator

from vagvisare.reading.beyond.commitment import Commitment
from vagvisare.reading.beyond.intervals import due_at
from vagvisare.reading.beyond.sentences import sentence_in, stretch_around
from vagvisare.reading.beyond.verbs import delivers
from vagvisare.reading.beyond.who import following, leading
from vagvisare.reading.near import lowered, places
from vagvisare.reading.source import Source
from vagvisare.reading.text import as_value

_STEMS = ("senast", "under 20", "före 20")
_OBLIGED_FIRST = re.compile(
    r"(?i)^(?:senast|före|innan|under)\s[^.]{4,60}?\b(?:ska|skall|kommer)\s+"
)
# Terms for persons and applications, decisions on the paper itself, and what is only said to be possible.
_NOT = (" kan ", " får ", " bör ", " kunde ", " inte ", "föreslå", "uppdrag", "ansök", "anmäl", " dagar", " veckor", " månader", "faktur", "överklag", "remiss", "yttra", "sökande", "målet är", "mål är", "varje år")  # fmt: skip
_OBLIGES = (" ska ", " skall ", " åtar sig ", " kommer att ")
_SURE = 0.75


def worded(source: Source) -> Iterator[Commitment]:
    """Yield the sentences in which somebody is to deliver something by a stated time."""
    text = source.clean
    lower = lowered(text)
    in_one_line = lower.replace("\n", " ")
    done = -1
    for place in sorted({place for stem in _STEMS for place in places(stem, lower)}):
        if place < done:
            continue
        words = in_one_line[max(0, place - 220) : place + 90]
        if not any(word in words for word in _OBLIGES):
            continue
        begin, stop = stretch_around(text, place)
        start, end = sentence_in(text, begin, place, stop)
        done = end
        commitment = _commitment(source, start, end, place)
        if commitment:
            yield commitment


def _commitment(source: Source, start: int, end: int, place: int) -> Commitment | None:
    """Return what the sentence commits somebody to by the time that is stated at `place`."""
    sentence = source.clean[start:end]
    plain = " ".join(sentence.lower().split())
    if not delivers(plain) or any(word in plain for word in _NOT):
        return None
    first = _OBLIGED_FIRST.match(sentence)
    actor = following(sentence[first.end() :]) if first else leading(sentence)
    due = due_at(sentence, place - start) if actor else None
    if actor is None or due is None:
        return None
    evidence = source.text.evidence(start, end, _SURE)
    time = " ".join(sentence[due.start : due.end].split())
    return Commitment(evidence, as_value(sentence), " ".join(actor.name.split()), time, due.value)
