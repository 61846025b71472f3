"""What the inventory's pages need, shaped for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vagvisare.desk.versioned import marks_of
from vagvisare.inventory.faults import fault_sentence
from vagvisare.inventory.models import Batch, BulkAct, Candidate, Claim, SourceFile
from vagvisare.inventory.plan import EntryPlan
from vagvisare.inventory.queries import BatchCounts, counts_of
from vagvisare.inventory.rules import YES, Sureness, sureness
from vagvisare.inventory.states import (
    ENTERED_FIELDS,
    About,
    BulkKind,
    BulkState,
    ClaimState,
    Field,
    FileState,
)
from vagvisare.organization.models import Body
from vagvisare.organization.profile import current_profile
from vagvisare.register.sentences import spelled_day

LATEST_ACTS = 5


@dataclass(frozen=True)
class BatchRow:
    """A line of the list of batches."""

    batch: Batch
    counts: BatchCounts


@dataclass(frozen=True)
class CandidateRow:
    """A candidate as the batch page shows it."""

    candidate: Candidate
    title: str
    sureness: str
    sureness_key: Sureness


@dataclass(frozen=True)
class FileRow:
    """A file that could not be read, or whose bytes were there already."""

    file: SourceFile
    fault: str


@dataclass(frozen=True)
class ActRow:
    """Something done to many candidates at once. can_undo: it may be taken back now."""

    act: BulkAct
    sentence: str
    can_undo: bool
    left_out: list[tuple[str, int]]


@dataclass(frozen=True)
class Fault:
    """What was refused about a claim, and what the person had typed."""

    field: str
    sentence: str
    typed: str
    claim: int | None = None


@dataclass(frozen=True)
class ClaimRow:
    """A field with what was read of it and what a person has said. claim None: nothing was."""

    field: str
    label: str
    claim: Claim | None
    read: str
    now: str
    state: str
    sureness: str
    sureness_key: Sureness
    choices: list[str]
    typed: str
    fault: str
    open: bool

    @property
    def key(self) -> str:
        """What the field's controls are called on the page."""
        return f"{self.field}-{self.claim.pk}" if self.claim else self.field

    @property
    def seen(self) -> str:
        """The version token of what is said of it now."""
        return marks_of(claim_state(self.claim))


def claim_state(claim: Claim | None) -> dict[str, str]:
    """Return what a person has said of a claim; of none, nothing."""
    if claim is None:
        return {}
    return {"state": claim.state, "value": claim.confirmed_value, "at": str(claim.decided_at)}


def batch_rows(batches: Iterable[Batch]) -> list[BatchRow]:
    """Return the lines of the list."""
    batches = list(batches)
    counts = counts_of(batches)
    return [BatchRow(batch, counts[batch.pk]) for batch in batches]


def file_rows(files: Iterable[SourceFile]) -> list[FileRow]:
    """Return the lines of the pages of files."""
    return [FileRow(file, _fault_of(file)) for file in files]


def _fault_of(file: SourceFile) -> str:
    failed = file.state == FileState.FAILED
    return fault_sentence(file.error_code, file.error_message) if failed else ""


def candidate_rows(candidates: Iterable[Candidate]) -> list[CandidateRow]:
    """Return the lines of a batch's documents."""
    return [_candidate_row(candidate) for candidate in candidates]


def _candidate_row(candidate: Candidate) -> CandidateRow:
    level = sureness(candidate.confidence)
    return CandidateRow(candidate, title_of(candidate), sureness_words()[level], level)


def act_rows(batch: Batch) -> list[ActRow]:
    """Return the latest of what was done to many candidates of the batch. One query."""
    acts = list(batch.acts.select_related("undone_by")[:LATEST_ACTS])
    return [
        ActRow(
            act,
            act_sentence(act),
            act.kind == BulkKind.CONFIRM
            and act.state == BulkState.DONE
            and act.claims > 0
            and not hasattr(act, "undone_by"),
            sorted(act.refused.items(), key=lambda pair: -pair[1]),
        )
        for act in acts
    ]


def act_sentence(act: BulkAct) -> str:
    """Return what an act has done so far."""
    sentences = {
        "confirm": _("{claims} claims of {changed} documents are confirmed."),
        "reopen": _("{claims} claims of {changed} documents are open again."),
        "enter": _(
            "{changed} documents are in the register: {made} new, {tied} tied to what was there. "
            "{left} stay here."
        ),
    }
    return sentences[act.kind].format(
        claims=act.claims,
        changed=act.changed,
        made=act.made,
        tied=act.tied,
        left=sum(act.refused.values()),
    )


def title_of(candidate: Candidate) -> str:
    """Return the title as read, or what stands in its place."""
    return candidate.title or _("No title was found")


def sureness_words() -> dict[Sureness, str]:
    """Return the words for how sure a reading is."""
    return {"sure": _("sure"), "likely": _("likely"), "unsure": _("unsure")}


def claim_rows(
    candidate: Candidate, claims: Sequence[Claim], fault: Fault | None = None
) -> list[ClaimRow]:
    """Return a line for each claim, and for each field of the register nothing was found of."""
    rows = []
    for field in Field:
        own = [claim for claim in claims if claim.field == field]
        rows += [_claim_row(field, claim, fault) for claim in own]
        if not own and field in ENTERED_FIELDS:
            rows.append(_claim_row(field, None, fault))
    return rows


def _claim_row(field: Field, claim: Claim | None, fault: Fault | None) -> ClaimRow:
    level = sureness(claim.confidence if claim else None)
    key = claim.pk if claim else None
    mine = fault if fault and (fault.field, fault.claim) == (field, key) else None
    read = claim.value if claim else ""
    kept = claim.confirmed_value if claim else ""
    return ClaimRow(
        field=field,
        label=str(field.label),
        claim=claim,
        read=shown(field, read),
        now=shown(field, kept),
        state=claim.state if claim else ClaimState.ABSENT,
        sureness=sureness_words()[level],
        sureness_key=level,
        choices=_choices(field),
        typed=mine.typed if mine else kept or read,
        fault=mine.sentence if mine else "",
        open=mine is not None,
    )


def shown(field: str, value: str) -> str:
    """Return the value as people say it."""
    return _("yes") if field == Field.TILLS_VIDARE and value == YES else value


def _choices(field: str) -> list[str]:
    if field == Field.DOCUMENT_TYPE:
        return sorted(kind.name for kind in current_profile().document_types.values())
    if field == Field.DECIDING_BODY:
        return [body.name for body in current_profile().bodies.values()]
    return []


def preview(plan: EntryPlan, candidate: Candidate) -> list[str]:
    """Return what entering as a new document will do, a sentence each."""
    if plan.document_type is None:
        return []
    sentences = [
        _("“{title}” becomes a new document in the register, of the type {type}.").format(
            title=plan.title, type=plan.document_type.name
        ),
        *decision_sentences(plan),
    ]
    if candidate.about == About.OWN:
        sentences.append(
            _("The text of {file} is kept as its version.").format(file=candidate.file)
        )
    return sentences


def decision_sentences(plan: EntryPlan) -> list[str]:
    """Return what of a decision will be entered."""
    if plan.decision is None:
        return []
    body: Body | None = plan.decision.body
    known = [body.name if body else "", plan.decision.decided_on]
    known += [f"§ {plan.decision.section}" if plan.decision.section else ""]
    known += [plan.decision.diary_no]
    sentences = [
        _("Its adoption is recorded: {decision}.").format(
            decision=", ".join(part for part in known if part)
        )
    ]
    if plan.first_day:
        sentences.append(_("It applies from {day}.").format(day=spelled_day(plan.first_day)))
    if plan.last_day:
        sentences.append(_("It applies through {day}.").format(day=spelled_day(plan.last_day)))
    if plan.open_ended:
        sentences.append(_("It applies until further notice."))
    return sentences
