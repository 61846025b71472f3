"""A document prepared for the extractors: its text and what several of them need to know."""

from dataclasses import dataclass, replace
from functools import cached_property

from vagvisare.reading.acts import Act, acts_in
from vagvisare.reading.covers import filled
from vagvisare.reading.events import events_of
from vagvisare.reading.labels import Labelled, labelled_in
from vagvisare.reading.paper import Paper
from vagvisare.reading.reading import Event
from vagvisare.reading.subjects import Subject
from vagvisare.reading.titles import Title, best_title
from vagvisare.reading.types import Typed, type_of_document


@dataclass(frozen=True)
class Candidate:
    """A value a field may have, where it stands, and how sure the rule is that found it."""

    field: str
    value: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, eq=False)
class Source(Paper):
    """A paper with its header fields, its title, its type and the acts it tells of."""

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What the meeting did to steering documents."""
        return events_of(self)

    @cached_property
    def labelled(self) -> list[Labelled]:
        """The header fields with their values, those of run-together covers told apart."""
        return filled(self.clean, labelled_in(self.clean, self.vocabulary), self.vocabulary)

    def fields(self, name: str) -> list[Labelled]:
        """Return the header fields that name `name`, in the order they stand."""
        return [labelled for labelled in self.labelled if labelled.field == name]

    @cached_property
    def title(self) -> Title | None:
        """The best title."""
        return best_title(self.clean, self.lines, self.labelled, self.kind, self.vocabulary)

    @cached_property
    def type(self) -> Typed | None:
        """The type of document."""
        title = self.title
        typed = type_of_document(
            self.clean,
            self.kind,
            (title and title.value) or "",
            title.start if title else 0,
            self.labelled,
            self.vocabulary,
        )
        if typed and title and title.confidence < 0.8 and title.start <= typed.start < title.end:
            return replace(typed, confidence=min(typed.confidence, 0.8))  # no surer than its title
        return typed

    @cached_property
    def subject(self) -> Subject:
        """The document at hand as its sentences may call it."""
        return Subject(
            self.type.value if self.type else None, self.title.value if self.title else ""
        )

    @cached_property
    def acts(self) -> list[Act]:
        """The adoptions and revisions the text tells of, when they are this document's own."""
        # The labels of run-together covers and the dates of web pages are no phrases.
        outside = [f for f in self.labelled if f.in_group or f.field == "page_date"]
        return [
            act
            for act in acts_in(self.clean, self.subject, self.vocabulary)
            if not any(
                f.label_start <= act.start < max(f.end, f.label_start + len(f.label) + 2)
                for f in outside
            )
        ]
