"""The section (§) of the adoption, without the sign; of minutes the item's own."""

import re
from collections.abc import Iterable

from vagvisare.reading.extractors.company_meeting import confirmation
from vagvisare.reading.extractors.decision import adoption, decision_fields
from vagvisare.reading.labels import Labelled
from vagvisare.reading.numbers import sections_in
from vagvisare.reading.source import Candidate, Source

FIELD = "paragraph"
_OWN_LABELS = ("paragraf", "paragrafnummer", "beslutsparagraf")
_BARE = re.compile(r"\d{1,4}")
_LOST = re.compile(r"(?:\d{4}-\d\d-\d\d,?\s+|:[ \t]*,[ \t]*)(\d{1,3})\b(?!-)")


def find(source: Source) -> Iterable[Candidate]:
    """Yield the section from the decision field, an adoption phrase, or the minutes' item."""
    if source.kind in ("memo", "summons", "report"):
        return
    if source.kind == "minutes":
        section = source.meeting.section
        if section:
            yield Candidate(FIELD, section.value, section.start, section.end, 0.96)
        return
    meeting = confirmation(source)
    if meeting:
        number = meeting.section
        if number:
            yield Candidate(FIELD, number.value, number.start, number.end, 0.93)
        return
    for field in decision_fields(source):
        yield from _labelled(source, field)
    yield from _told(source)


def _labelled(source: Source, field: Labelled) -> Iterable[Candidate]:
    """Yield the section of a field, with its sign, under its own label, or the sign lost."""
    sections = sections_in(source.clean, field.start, field.end)
    if sections:
        yield Candidate(FIELD, sections[0].value, sections[0].start, sections[0].end, 0.95)
    elif field.label.casefold() in _OWN_LABELS and _BARE.fullmatch(field.value.strip()):
        yield Candidate(FIELD, field.value.strip(), field.start, field.end, 0.95)
    elif lost := _LOST.search(source.clean, max(0, field.start - 3), field.end):
        yield Candidate(FIELD, lost[1], lost.start(1), lost.end(1), 0.85)


def _told(source: Source) -> Iterable[Candidate]:
    """Yield the section of the adoption that the text tells of."""
    act = adoption(source)
    if act and act.section:
        sign = "§" in source.clean[act.section.start : act.section.end]
        yield Candidate(
            FIELD,
            act.section.value,
            act.section.start,
            act.section.end,
            act.strength - (0 if sign else 0.08),
        )
