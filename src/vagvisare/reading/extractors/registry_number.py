"""The diary number as printed, without "Dnr"."""

import re
from collections.abc import Iterable

from vagvisare.reading.numbers import diary_numbers_in
from vagvisare.reading.source import Candidate, Source

FIELD = "registry_number"
_HEAD = 1_200  # further down a number belongs to another matter
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
    for field in source.fields("registry_number"):
        numbers = diary_numbers_in(source.clean, field.start, field.end)
        if numbers and not field.is_placeholder:
            yield Candidate(FIELD, numbers[0].value, numbers[0].start, numbers[0].end, 0.95)
    for label in _LABEL.finditer(source.clean[:_HEAD]):
        numbers = diary_numbers_in(source.clean, label.end(), label.end() + 30)
        if numbers and numbers[0].start == label.end():
            yield Candidate(FIELD, numbers[0].value, numbers[0].start, numbers[0].end, 0.9)
