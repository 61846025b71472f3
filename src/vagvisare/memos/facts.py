"""What a memo is written from: plain values, gathered by `queries`, composed by `kinds`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class BodyFacts:
    """An organ. `rank` orders competence: the assembly is 1. `kind` is the profile's word."""

    key: str
    name: str
    kind: str
    rank: int


@dataclass(frozen=True)
class DecisionFacts:
    """A decision as the register knows it; empty is unknown.

    key         the source's kind and key, such as "act:17"
    decided_on  as stated: a day, a month or a year
    because     what the decision says of the reason, in the words of who recorded it
    last_day    the last day it set, if any
    kind        what it did to the document: an ActKind
    """

    key: str
    body: BodyFacts | None
    decided_on: str
    section: str = ""
    diary_no: str = ""
    because: str = ""
    last_day: date | None = None
    kind: str = ""


@dataclass(frozen=True)
class DocumentFacts:
    """A document that is over but stands on the memo's day.

    document_type         key in the profile, for the grammar
    ends_by               who can end it: its adopter, or the body that took over; None: unknown
    first_day, last_day   of the term; both count
    years, days           since the last day, to the memo's day
    changes               prolonged, revised or amended, oldest first
    follow_ups            notings by bodies through the memo's day, oldest first
    """

    key: int
    title: str
    document_type: str
    department: str
    adoption: DecisionFacts | None
    ends_by: BodyFacts | None
    first_day: date | None
    last_day: date
    years: int
    days: int
    changes: tuple[DecisionFacts, ...] = ()
    follow_ups: tuple[DecisionFacts, ...] = ()


@dataclass(frozen=True)
class AssignmentFacts:
    """An open assignment that the memo answers; `subject` as in the minutes."""

    key: int
    subject: str
    department: str
    given: DecisionFacts


@dataclass(frozen=True)
class Layout:
    """How the municipality writes its memos, from the profile.

    headings        role ("proposal", "basis" ...) -> heading, in order
    proposal_style  "sentences" or "att"
    """

    municipality: str
    kind_name: str
    headings: dict[str, str]
    proposal_style: str
    signatories: tuple[str, ...]
    consequences: tuple[str, ...]


@dataclass(frozen=True)
class ReviewFacts:
    """All that a memo on what is over is written from.

    over_count      documents in the register that are over but stand on `day`, the memo's own too
    assembly        who can order a review of all documents; None: the profile has no assembly
    propose_review  whether the officer wants such a review proposed
    """

    day: date
    matter_key: int
    diary_no: str
    addressed: BodyFacts
    documents: tuple[DocumentFacts, ...]
    over_count: int
    layout: Layout
    assembly: BodyFacts | None = None
    assignment: AssignmentFacts | None = None
    propose_review: bool = False
