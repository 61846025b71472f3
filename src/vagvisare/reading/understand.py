"""From pages to a reading: prepare, extract, choose, conclude."""

from datetime import date

from vagvisare.reading.choosing import chosen
from vagvisare.reading.extractors import EXTRACTORS
from vagvisare.reading.reading import Facts, MeetingContext, Page, Reading
from vagvisare.reading.source import Source
from vagvisare.reading.text import Text
from vagvisare.reading.validity import conclude
from vagvisare.reading.vocabulary import Vocabulary, standard

# A label of these fields without a value is worth telling.
_TOLD = {
    "deciding_body": "deciding_body",
    "decision": "decision_date",
    "registry_number": "registry_number",
    "validity": "valid_until",
    "valid_until": "valid_until",
    "valid_from": "valid_from",
    "responsible": "responsible",
    "document_type": "document_type",
    "title": "title",
    "replaces": "replaces",
    "revised": "revised_dates",
    "review_due": "review_due",
}


def understand(
    pages: tuple[Page, ...],
    *,
    file: str,
    on: date,
    context: MeetingContext | None,
    vocabulary: Vocabulary | None,
) -> Reading:
    """Return the reading of `pages`."""
    source = Source(Text(tuple(page.text for page in pages)), on, vocabulary or standard(), context)
    candidates = [c for find in EXTRACTORS.values() for c in find(source)]
    values = chosen(candidates, source.text)
    facts = Facts(values, conclude(values, source))
    return Reading(file, pages, facts, missing=_missing(source, facts), events=source.events)


def _missing(source: Source, facts: Facts) -> tuple[str, ...]:
    """Return the fields whose label stands in the text while no value does."""
    lacking = [
        _TOLD[field.field]
        for field in source.labelled
        if field.field in _TOLD and (field.is_empty or field.is_placeholder)
    ]
    return tuple(name for name in dict.fromkeys(lacking) if name not in facts.values)
