"""A document prepared for the extractors: its text and what several of them need to know."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vagvisare.reading.acts import Act, Subject, acts_in
from vagvisare.reading.covers import filled
from vagvisare.reading.kinds import Kind, kind_of
from vagvisare.reading.labels import Labelled, labelled_in
from vagvisare.reading.lines import Line, lines_of
from vagvisare.reading.meeting import MeetingHead, meeting_head
from vagvisare.reading.reading import MeetingContext
from vagvisare.reading.text import Text
from vagvisare.reading.titles import Title, best_title
from vagvisare.reading.types import Typed, type_of_document
from vagvisare.reading.vocabulary import Vocabulary


@dataclass(frozen=True)
class Candidate:
    """A value a field may have, where it stands, and how sure the rule is that found it."""

    field: str
    value: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class Source:
    """One document. Everything here is worked out once, when it is first asked for."""

    text: Text
    on: date
    vocabulary: Vocabulary
    context: MeetingContext | None = None

    @property
    def clean(self) -> str:
        """The text the grammars read; as long as the text as found."""
        return self.text.clean

    @cached_property
    def kind(self) -> Kind:
        """The kind of paper."""
        return kind_of(self.clean, self.context)

    @cached_property
    def labelled(self) -> list[Labelled]:
        """The header fields with their values, those of run-together covers told apart."""
        return filled(self.clean, labelled_in(self.clean, self.vocabulary), self.vocabulary)

    def fields(self, name: str) -> list[Labelled]:
        """Return the header fields that name `name`, in the order they stand."""
        return [labelled for labelled in self.labelled if labelled.field == name]

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that have words."""
        return lines_of(self.clean)

    @cached_property
    def title(self) -> Title | None:
        """The best title."""
        return best_title(self.clean, self.lines, self.labelled, self.kind, self.vocabulary)

    @cached_property
    def type(self) -> Typed | None:
        """The type of document."""
        title = self.title
        return type_of_document(
            self.clean,
            self.kind,
            (title and title.value) or "",
            title.start if title else 0,
            self.labelled,
            self.vocabulary,
        )

    @cached_property
    def acts(self) -> list[Act]:
        """The adoptions and revisions the text tells of, when they are this document's own."""
        subject = Subject(
            self.type.value if self.type else None, self.title.value if self.title else ""
        )
        return acts_in(self.clean, subject, self.vocabulary)

    @cached_property
    def meeting(self) -> MeetingHead:
        """What minutes say of their meeting."""
        return meeting_head(self.clean, self.vocabulary)
