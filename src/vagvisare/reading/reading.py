"""What comes out of reading a file: facts with evidence, mentions, events, or an error."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

ReadBy = Literal["text", "ocr"]
Validity = Literal["in_force", "in_force_no_end", "expired", "repealed", "not_decided", "unknown"]
FactValue = str | bool | tuple[str, ...]

TEXT_FIELDS = (
    "title",
    "document_type",
    "municipality",
    "deciding_body",
    "decision_date",
    "paragraph",
    "registry_number",
    "valid_from",
    "valid_until",
    "responsible",
    "review_due",
)
LIST_FIELDS = ("replaces", "revised_dates")
FIELDS = (*TEXT_FIELDS, "tills_vidare", *LIST_FIELDS)


@dataclass(frozen=True)
class Page:
    """One page of text, and whether the text was in the file or came from OCR."""

    text: str
    read_by: ReadBy = "text"


@dataclass(frozen=True)
class Evidence:
    """Where a value stands: the words, the page (from 1) and the characters on that page."""

    text: str
    page: int
    start: int
    end: int
    confidence: float

    def as_dict(self) -> dict[str, Any]:
        """Return the evidence as the contract writes it."""
        return {
            "text": self.text,
            "page": self.page,
            "start": self.start,
            "end": self.end,
            "confidence": round(self.confidence, 3),
        }


@dataclass(frozen=True)
class Fact:
    """A value and its evidence; a list has one piece of evidence for each of its values."""

    value: FactValue
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Facts:
    """The facts about one document, and what they allow one to conclude about it."""

    values: Mapping[str, Fact] = field(default_factory=dict)
    validity: Validity = "unknown"

    def text(self, name: str) -> str | None:
        """Return the value of the text field `name`, None when it was not found."""
        fact = self.values.get(name)
        return fact.value if fact and isinstance(fact.value, str) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the values of the list field `name`, empty when none was found."""
        fact = self.values.get(name)
        return fact.value if fact and isinstance(fact.value, tuple) else ()

    @property
    def tills_vidare(self) -> bool:
        """Tell whether the document says that it stands until further notice."""
        return "tills_vidare" in self.values

    def as_dict(self) -> dict[str, Any]:
        """Return every field of the contract, null, false or [] where nothing was found."""
        out: dict[str, Any] = {name: self.text(name) for name in TEXT_FIELDS}
        out["tills_vidare"] = self.tills_vidare
        out |= {name: list(self.texts(name)) for name in LIST_FIELDS}
        out["validity"] = self.validity
        out["evidence"] = self._evidence()
        return out

    def _evidence(self) -> dict[str, Any]:
        out = {}
        for name, fact in self.values.items():
            for number, evidence in enumerate(fact.evidence, start=1):
                out[name if number == 1 else f"{name}.{number}"] = evidence.as_dict()
        return out


@dataclass(frozen=True)
class EndedDocument:
    """A document, or for closed assignments the assignment, that an event ends."""

    title: str | None = None
    adopted_by: str | None = None
    adopted_on: str | None = None
    paragraph: str | None = None

    def as_dict(self) -> dict[str, str | None]:
        """Return the ended document as the contract writes it."""
        return {
            "title": self.title,
            "adopted_by": self.adopted_by,
            "adopted_on": self.adopted_on,
            "paragraph": self.paragraph,
        }


@dataclass(frozen=True)
class Event:
    """Something a body did, or was asked to do, to a steering document."""

    action: str
    status: Literal["decided", "proposed"]
    evidence: Evidence
    document_title: str | None = None
    document_type: str | None = None
    deciding_body: str | None = None
    decision_date: str | None = None
    paragraph: str | None = None
    registry_number: str | None = None
    draft_dated: str | None = None
    enters_into_force: str | None = None
    valid_until: str | None = None
    ends: tuple[EndedDocument, ...] = ()
    recommended_to: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the event as the contract writes it, with the words it was read from."""
        out: dict[str, Any] = dict(vars(self))
        out["ends"] = [ended.as_dict() for ended in self.ends]
        out["evidence"] = self.evidence.as_dict()
        return out


@dataclass(frozen=True)
class Note:
    """One entry of a list found in the text (an area, a step of a time plan)."""

    value: str
    evidence: Evidence
    period: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the entry; a step of a time plan also has its period."""
        out: dict[str, Any] = {"value": self.value, "evidence": self.evidence.as_dict()}
        return out | ({"period": self.period} if self.period else {})


@dataclass(frozen=True)
class Finding:
    """Something found beyond the header; what is told of it stands with its kind in `beyond`."""

    evidence: Evidence

    def as_dict(self) -> dict[str, Any]:
        """Return what is told, null where the text does not say, and the evidence last."""
        told = {name: value for name, value in vars(self).items() if name != "evidence"}
        return told | {"evidence": self.evidence.as_dict()}


@dataclass(frozen=True)
class ReadingError:
    """Why a file could not be read: a stable code and a sentence for a person."""

    code: str
    message: str

    def as_dict(self) -> dict[str, str]:
        """Return the error as the contract writes it."""
        return {"code": self.code, "message": self.message}


@dataclass(frozen=True)
class MeetingContext:
    """What is known of the meeting besides the text; None where it is not known."""

    municipality: str | None = None
    body: str | None = None
    date: datetime.date | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Reading:
    """Everything read from one file. With an error, the rest is what was read before it."""

    file: str
    pages: tuple[Page, ...] = ()
    facts: Facts = field(default_factory=Facts)
    missing: tuple[str, ...] = ()
    mentions: tuple[Facts, ...] = ()
    events: tuple[Event, ...] = ()
    areas: tuple[Note, ...] = ()
    timeline: tuple[Note, ...] = ()
    beyond: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    media_type: str | None = None
    error: ReadingError | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON contract of `vagvisare read`; areas and what follows only where found."""
        out: dict[str, Any] = {"file": self.file} | self.facts.as_dict()
        out["missing"] = list(self.missing)
        out["mentions"] = [mention.as_dict() for mention in self.mentions]
        out["events"] = [event.as_dict() for event in self.events]
        if self.areas:
            out["areas"] = [note.as_dict() for note in self.areas]
        if self.timeline:
            out["timeline"] = [note.as_dict() for note in self.timeline]
        for name, findings in self.beyond.items():
            out[name] = [finding.as_dict() for finding in findings]
        out["error"] = self.error.as_dict() if self.error else None
        return out
