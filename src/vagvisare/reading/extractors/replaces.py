"""The documents that this one replaces, as printed."""

import re
from collections.abc import Iterable

from vagvisare.reading.source import Candidate, Source
from vagvisare.reading.text import as_value

FIELD = "replaces"
_NOTHING = re.compile(
    r"(?i)(?:nytt dokument|första (?:utgåvan|versionen)|ny|nytt|inget|-|[\d\s.-]+)\.?"
)


def find(source: Source) -> Iterable[Candidate]:
    """Yield the value of each field "Ersätter"."""
    for field in source.fields("replaces"):
        value = as_value(field.value.strip("[] "))
        if not field.is_empty and not field.is_placeholder and not _NOTHING.fullmatch(value):
            yield Candidate(FIELD, value, field.start, field.end, 0.93)
