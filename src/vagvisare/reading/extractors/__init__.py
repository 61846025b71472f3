"""The extractors: one module for each fact. A new fact is one file, one line here, one case."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from vagvisare.reading.extractors import (
    deciding_body,
    decision_date,
    document_type,
    municipality,
    paragraph,
    registry_number,
    replaces,
    responsible,
    review_due,
    revised_dates,
    tills_vidare,
    title,
    valid_from,
    valid_until,
)
from vagvisare.reading.source import Candidate, Source

Extractor: TypeAlias = Callable[[Source], Iterable[Candidate]]

EXTRACTORS: dict[str, Extractor] = {
    "title": title.find,
    "document_type": document_type.find,
    "municipality": municipality.find,
    "deciding_body": deciding_body.find,
    "decision_date": decision_date.find,
    "paragraph": paragraph.find,
    "registry_number": registry_number.find,
    "valid_from": valid_from.find,
    "valid_until": valid_until.find,
    "tills_vidare": tills_vidare.find,
    "responsible": responsible.find,
    "replaces": replaces.find,
    "revised_dates": revised_dates.find,
    "review_due": review_due.find,
}
