"""What entering a candidate would do: worked out once, shown to the person and then done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vagvisare.inventory.models import Candidate, Claim
from vagvisare.inventory.queries import type_meant
from vagvisare.inventory.rules import period_days
from vagvisare.inventory.states import ENTERED_FIELDS, ClaimState, Field
from vagvisare.inventory.wording import Wording, sentence_around, wording_of
from vagvisare.organization.profile import DocumentType
from vagvisare.organization.queries import body_called
from vagvisare.register.models import SteeringDocument
from vagvisare.register.queries import same_document
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ENDINGS, ActKind


@dataclass(frozen=True)
class EntryPlan:
    """What would come into the register, from confirmed claims alone.

    existing   the document that goes by the same title, proposed to tie to; None: none found
    decision   None: no decision is confirmed, so none is entered
    end        the confirmed claim that says how long it stands, where its words are in the text
    obstacles  sentences; while there is one, nothing can be entered
    notes      sentences on what will not come along
    """

    title: str
    document_type: DocumentType | None
    responsible: str
    existing: SteeringDocument | None
    decision: DecisionReference | None
    first_day: date | None
    last_day: date | None
    open_ended: bool
    end: Claim | None
    obstacles: tuple[str, ...]
    notes: tuple[str, ...]


def plan_for(candidate: Candidate) -> EntryPlan:
    """Return what entering the candidate as it is now would do."""
    claims = list(candidate.claims.all())
    said = {
        claim.field: claim.confirmed_value
        for claim in claims
        if claim.state == ClaimState.CONFIRMED and claim.position == 0
    }
    waiting = sum(
        claim.state == ClaimState.PROPOSED and claim.field in ENTERED_FIELDS for claim in claims
    )
    decision = _decision(said, candidate.file.name)
    days, order_fault = _period(said)
    title = said.get(Field.TITLE, "")
    return EntryPlan(
        title=title,
        document_type=type_meant(said.get(Field.DOCUMENT_TYPE, "")),
        responsible=said.get(Field.RESPONSIBLE, ""),
        existing=_existing(title, decision),
        decision=decision,
        first_day=days[0],
        last_day=days[1],
        open_ended=Field.TILLS_VIDARE in said,
        end=_end(claims),
        obstacles=(*_obstacles(said), *order_fault),
        notes=tuple(_notes(said, waiting, decision)),
    )


def wording_behind(end: Claim | None, pages: Sequence[Mapping[str, str]]) -> Wording:
    """Return what the text around the claim says of how long the document stands.

    pages  of the file, as it keeps them
    """
    if end is None:
        return Wording()
    words = end.evidence_text
    if end.page and end.page <= len(pages) and end.start is not None and end.end is not None:
        words = sentence_around(pages[end.page - 1]["text"], end.start, end.end)
    return wording_of(words, until_day=end.field == Field.VALID_UNTIL)


def _end(claims: Iterable[Claim]) -> Claim | None:
    """A value that a person wrote or corrected has no words behind it."""
    for claim in claims:
        says_it = claim.position == 0 and claim.field in (Field.TILLS_VIDARE, Field.VALID_UNTIL)
        as_read = claim.confirmed_value == claim.value
        if says_it and as_read and claim.state == ClaimState.CONFIRMED:
            return claim
    return None


def takes_decision(document: SteeringDocument) -> bool:
    """Whether the register knows of no decision yet that adopted or ended the document."""
    return not document.acts.filter(kind__in=[ActKind.ADOPTED, *ENDINGS]).exists()


def _existing(title: str, decision: DecisionReference | None) -> SteeringDocument | None:
    if not title:
        return None
    return same_document(title, decided_on=decision.decided_on if decision else "")


def _decision(said: Mapping[str, str], source: str) -> DecisionReference | None:
    """The decision, where a body or a date is confirmed: a number alone tells of none."""
    if Field.DECIDING_BODY not in said and Field.DECISION_DATE not in said:
        return None
    return DecisionReference(
        body=body_called(said.get(Field.DECIDING_BODY, "")),
        decided_on=said.get(Field.DECISION_DATE, ""),
        section=said.get(Field.PARAGRAPH, ""),
        diary_no=said.get(Field.REGISTRY_NUMBER, ""),
        source=source[:200],
    )


def _period(
    said: Mapping[str, str],
) -> tuple[tuple[date | None, date | None], tuple[str, ...]]:
    first, last = period_days(said.get(Field.VALID_FROM, ""), said.get(Field.VALID_UNTIL, ""))
    if first and last and last < first:
        return (first, last), (_("The last day comes before the first. Correct one of them."),)
    return (first, last), ()


def _obstacles(said: Mapping[str, str]) -> list[str]:
    kind, body = said.get(Field.DOCUMENT_TYPE, ""), said.get(Field.DECIDING_BODY, "")
    faults = {
        _("Confirm the title first."): Field.TITLE not in said,
        _("Confirm the document type first."): not kind,
        _(
            "“{given}” is none of the municipality's document types. Correct the type, or set "
            "this aside if it is no steering document."
        ).format(given=kind): bool(kind) and type_meant(kind) is None,
        _(
            "“{given}” is none of the municipality's bodies. Correct it, or reject the claim and "
            "the decision is entered without a body."
        ).format(given=body): bool(body) and body_called(body) is None,
        _("It cannot both have a last day and stand until further notice. Reject one of them."): (
            Field.TILLS_VIDARE in said and Field.VALID_UNTIL in said
        ),
    }
    return [sentence for sentence, fault in faults.items() if fault]


def _notes(said: Mapping[str, str], waiting: int, decision: DecisionReference | None) -> list[str]:
    notes = []
    if waiting:
        notes.append(
            ngettext(
                "{n} claim that nobody has confirmed stays outside the register.",
                "{n} claims that nobody has confirmed stay outside the register.",
                waiting,
            ).format(n=waiting)
        )
    if decision is None:
        notes.append(
            _(
                "No body or date of a decision is confirmed, so no decision is entered, nor any "
                "period. How the document stands will be unknown until one is recorded."
            )
        )
    kept = [Field(name).label for name in said if name not in ENTERED_FIELDS]
    if kept:
        notes.append(
            _("Confirmed and kept here, but not carried into the register: {fields}.").format(
                fields=", ".join(str(label) for label in kept)
            )
        )
    return notes
