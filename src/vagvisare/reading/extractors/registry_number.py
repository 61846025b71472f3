"""The diary number as printed, without "Dnr"."""

import re
from collections.abc import Iterable

from vagvisare.reading.labels import Labelled
from vagvisare.reading.numbers import diary_numbers_in
from vagvisare.reading.source import Candidate, Source

FIELD = "registry_number"
_DOTTED = re.compile(r"(?:19|20)\d\d\.\d{1,5}")  # 2013.88, only where the label says so
_MORE = re.compile(
    r"\A[^\s(,;]|\A\s?[A-ZÅÄÖ]{2,4}\b|\w{2,4}[ /.-]?\Z"
)  # letters or figures beside the number
_HEAD = 1_200  # further down a number belongs to another matter
_TOP = 500
# A number with the letters of its diary, alone on a line of the top; a page's number may precede.
_ALONE = re.compile(
    r"^[ \t]*(?:\d{1,2}[ \t]+)?(?P<number>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}[ -]?\d{1,5}[/:.-]\d{1,6})[ \t]*$",
    re.M,
)
_LABEL = re.compile(r"\b(?:Diarienummer|Diarienr|Ärendenummer|Ärendenr|Dnr|DNR)\.?[ \t]*:?\s{0,6}")


def find(source: Source) -> Iterable[Candidate]:
    """Yield the document's own number; of minutes and memos the matter's."""
    if source.kind == "summons":
        return
    if source.kind == "minutes":
        number = source.meeting.diary_no
        if number:
            yield Candidate(FIELD, number.value, number.start, number.end, 0.95)
        return
    yield from _labelled(source)
    yield from _alone(source)
    for label in _LABEL.finditer(source.clean[:_HEAD]):
        numbers = diary_numbers_in(source.clean, label.end(), label.end() + 30)
        if numbers and numbers[0].start == label.end():
            yield Candidate(FIELD, numbers[0].value, numbers[0].start, numbers[0].end, 0.9)


def _labelled(source: Source) -> Iterable[Candidate]:
    """Yield the number of each field of its own; a dotted one counts only here."""
    for field in source.fields("registry_number"):
        numbers = diary_numbers_in(source.clean, field.start, field.end)
        if not numbers and _DOTTED.fullmatch(field.value.strip()):
            yield Candidate(FIELD, field.value.strip(), field.start, field.end, 0.85)
        if numbers and not field.is_placeholder:
            first = numbers[0]
            yield Candidate(FIELD, first.value, first.start, first.end, _sureness(source, field))


def _sureness(source: Source, field: Labelled) -> float:
    """Return how sure a labelled number is: less where the field has more than the number."""
    first, *others = diary_numbers_in(source.clean, field.start, field.end)
    around = source.clean[field.start : first.start] + source.clean[first.end : field.end]
    return 0.85 if others or _MORE.search(around) else 0.95


def _alone(source: Source) -> Iterable[Candidate]:
    """Yield a number that stands alone on a line of the top, without a label."""
    for line in _ALONE.finditer(source.clean[:_TOP]):
        numbers = diary_numbers_in(source.clean, line.start("number"), line.end("number"))
        if numbers and numbers[0].end == line.end("number"):
            yield Candidate(FIELD, numbers[0].value, numbers[0].start, numbers[0].end, 0.75)
