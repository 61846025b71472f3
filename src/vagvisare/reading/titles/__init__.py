"""The title of a document: from its name field, its heading, or the item it is."""

from collections.abc import Sequence

from vagvisare.reading.kinds import Kind
from vagvisare.reading.labels import Labelled
from vagvisare.reading.lines import Line
from vagvisare.reading.text import as_value
from vagvisare.reading.titles.heading import heading
from vagvisare.reading.titles.papers import (
    audited,
    item_title,
    meeting_title,
    memo_title,
    row_title,
)
from vagvisare.reading.titles.title import Title
from vagvisare.reading.vocabulary import Vocabulary

__all__ = ["Title", "best_title"]

_LONGEST_FIELD = 300  # characters
# Fields whose value is never the document's name, where it stands on a line of its own.
_TOLD = {"document_type", "responsible", "deciding_body", "registry_number", "replaces"}


def best_title(
    text: str,
    lines: Sequence[Line],
    labelled: Sequence[Labelled],
    kind: Kind,
    vocabulary: Vocabulary,
) -> Title | None:
    """Return the title of the document, None when no line can be one."""
    return (
        _from_field(labelled)
        or _from_kind(text, lines, kind, vocabulary)
        or heading(text, lines, vocabulary, _told(labelled))
    )


def _from_field(labelled: Sequence[Labelled]) -> Title | None:
    for field in labelled:
        if field.field != "title" or field.is_empty or field.is_placeholder:
            continue
        if len(field.value) < _LONGEST_FIELD:
            return Title(as_value(field.value), field.start, field.end, 0.97)
    return None


def _from_kind(
    text: str, lines: Sequence[Line], kind: Kind, vocabulary: Vocabulary
) -> Title | None:
    """Return what papers of some kinds are called by other means than by a heading."""
    if row := row_title(text):
        return row
    if kind == "report":
        return audited(text)
    if kind == "memo":
        return memo_title(text, lines, vocabulary)
    if kind == "minutes" or (kind == "summons" and text.lstrip().startswith(("|", "§"))):
        return item_title(text, lines) or meeting_title(text, vocabulary)
    return meeting_title(text, vocabulary) if kind == "summons" else None


def _told(labelled: Sequence[Labelled]) -> frozenset[int]:
    return frozenset(field.start for field in labelled if field.field in _TOLD and field.value)
