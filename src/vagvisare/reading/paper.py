"""What the grammars of events and of facts both start from: a text, its kind, its meeting."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vagvisare.reading.kinds import Kind, kind_of
from vagvisare.reading.lines import Line, lines_of
from vagvisare.reading.meeting import MeetingHead, meeting_head
from vagvisare.reading.reading import MeetingContext
from vagvisare.reading.text import Text
from vagvisare.reading.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Paper:
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
    def lines(self) -> list[Line]:
        """The lines that have words."""
        return lines_of(self.clean)

    @cached_property
    def kind(self) -> Kind:
        """The kind of paper."""
        return kind_of(self.clean, self.context)

    @cached_property
    def meeting(self) -> MeetingHead:
        """What minutes say of their meeting."""
        return meeting_head(self.clean, self.vocabulary)
