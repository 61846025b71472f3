"""From pages to a reading: prepare, extract, choose, conclude."""

from dataclasses import replace
from datetime import date

from vagvisare.reading.beyond import found_beyond
from vagvisare.reading.choosing import chosen
from vagvisare.reading.extractors import EXTRACTORS
from vagvisare.reading.lists import areas_in, timeline_in
from vagvisare.reading.mentions import mentions_in
from vagvisare.reading.reading import Evidence, Fact, Facts, MeetingContext, Note, Page, Reading
from vagvisare.reading.repair import is_broken
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
# The most one may be sure of what comes from OCR, and from text whose letters are broken.
_MOST_BY_OCR, _MOST_BROKEN = 0.85, 0.6


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
    limit = _Limit(pages, is_broken(source.clean))
    return Reading(
        file,
        pages,
        limit.facts(Facts(values, conclude(values, source))),
        missing=_missing(source, values),
        mentions=tuple(limit.facts(facts) for facts in mentions_in(source)),
        events=tuple(replace(e, evidence=limit.evidence(e.evidence)) for e in source.events),
        areas=tuple(limit.note(note) for note in areas_in(source.text, source.lines)),
        timeline=tuple(limit.note(note) for note in timeline_in(source.text, source.lines)),
        beyond={
            name: tuple(replace(f, evidence=limit.evidence(f.evidence)) for f in findings)
            for name, findings in found_beyond(source).items()
        },
    )


class _Limit:
    """How sure one may be at most, page by page."""

    def __init__(self, pages: tuple[Page, ...], broken: bool) -> None:
        self._most = [
            _MOST_BROKEN if broken else _MOST_BY_OCR if page.read_by == "ocr" else 1.0
            for page in pages
        ]

    def evidence(self, evidence: Evidence) -> Evidence:
        """Return the evidence, no surer than its page allows."""
        return replace(evidence, confidence=min(evidence.confidence, self._most[evidence.page - 1]))

    def note(self, note: Note) -> Note:
        """Return the note, no surer than its page allows."""
        return replace(note, evidence=self.evidence(note.evidence))

    def facts(self, facts: Facts) -> Facts:
        """Return the facts, none surer than its page allows."""
        return replace(
            facts, values={name: self._fact(fact) for name, fact in facts.values.items()}
        )

    def _fact(self, fact: Fact) -> Fact:
        return replace(fact, evidence=tuple(self.evidence(evidence) for evidence in fact.evidence))


def _missing(source: Source, values: dict[str, Fact]) -> tuple[str, ...]:
    """Return the fields whose label stands in the text while no value does."""
    lacking = [
        _TOLD[field.field]
        for field in source.labelled
        if field.field in _TOLD and (field.is_empty or field.is_placeholder)
    ]
    return tuple(name for name in dict.fromkeys(lacking) if name not in values)
