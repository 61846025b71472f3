"""Reads across batches, files, candidates and claims."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from vagvisare.inventory.models import Batch, Candidate, Counted, SourceFile, Tally
from vagvisare.inventory.states import CandidateState, FileState
from vagvisare.organization.profile import DocumentType, current_profile


@dataclass(frozen=True)
class BatchCounts:
    """How far a batch has come, counted."""

    files: dict[str, int] = field(default_factory=dict)  # by FileState, duplicates left out
    duplicates: int = 0
    candidates: dict[str, int] = field(default_factory=dict)  # by CandidateState

    @property
    def all_files(self) -> int:
        """Every file that came, duplicates too."""
        return sum(self.files.values()) + self.duplicates

    @property
    def unread(self) -> int:
        """The files still to be read."""
        return self.files.get(FileState.RECEIVED, 0) + self.files.get(FileState.READING, 0)

    @property
    def read(self) -> int:
        """The files whose reading is finished, whether it succeeded or not."""
        return sum(self.files.values()) - self.unread

    @property
    def failed(self) -> int:
        """The files that could not be read."""
        return self.files.get(FileState.FAILED, 0)

    @property
    def open(self) -> int:
        """The candidates a person has still to look at."""
        return self.candidates.get(CandidateState.OPEN, 0)

    @property
    def entered(self) -> int:
        """The candidates that came into the register."""
        return self.candidates.get(CandidateState.ENTERED, 0)

    @property
    def set_aside(self) -> int:
        """The candidates that do not belong there."""
        return self.candidates.get(CandidateState.SET_ASIDE, 0)


def counts_of(batches: Iterable[Batch]) -> dict[int, BatchCounts]:
    """Return the counts of each batch by its key. One query, however large the batches are."""
    keys = [batch.pk for batch in batches]
    files: dict[int, dict[str, int]] = defaultdict(dict)
    candidates: dict[int, dict[str, int]] = defaultdict(dict)
    into = {Counted.FILE: files, Counted.STATE: candidates}
    rows = Tally.objects.filter(batch__in=keys, counted__in=into, number__gt=0)
    for batch, counted, key, number in rows.values_list("batch", "counted", "key", "number"):
        into[Counted(counted)][batch][key] = number
    duplicates = {key: files[key].pop("duplicate", 0) for key in keys}
    return {key: BatchCounts(files[key], duplicates[key], candidates[key]) for key in keys}


def failed_files(batch: Batch) -> QuerySet[SourceFile]:
    """Return the files of a batch that could not be read; no page texts."""
    return batch.files.without_texts().filter(state=FileState.FAILED).order_by("pk")


def doubled_files(batch: Batch) -> QuerySet[SourceFile]:
    """Return the files whose bytes were there, each with the file and batch they were first in."""
    first = ("duplicate_of__pages", "duplicate_of__reading", "duplicate_of__signature")
    return (
        batch.files.without_texts()
        .filter(duplicate_of__gt=0)  # above nothing: a stretch of the index on every database
        .select_related("duplicate_of__batch")
        .defer("pages", "reading", "signature", *first)
        .order_by("duplicate_of", "pk")
    )


def versions_beside(file: SourceFile) -> int:
    """Return how many files are versions of the document that `file` is, itself counted."""
    return file.versions.files.count() if file.versions else 0


def first_open_candidate(batch: Batch) -> Candidate | None:
    """Return the first candidate of the batch that nobody has finished, or None."""
    waiting = Candidate.objects.filter(batch=batch, state=CandidateState.OPEN)
    return waiting.order_by("pk").first()


def next_open_candidate(after: Candidate) -> Candidate | None:
    """Return the next candidate of the batch that nobody has finished, or None."""
    waiting = Candidate.objects.filter(batch=after.batch_id, state=CandidateState.OPEN).exclude(
        pk=after.pk
    )
    return waiting.filter(pk__gt=after.pk).order_by("pk").first() or waiting.order_by("pk").first()


def type_meant(word: str) -> DocumentType | None:
    """Return the municipality's type that goes by `word`, or that a compound ends in, or None.

    "Kemikalieplan" is a plan: the last part of a Swedish compound says what a thing is. The
    longest name wins, so that "brandhandlingsplan" is an action plan.
    """
    profile = current_profile()
    known = profile.type_called(word)
    if known is not None:
        return known
    last = word.casefold().split()[-1] if word.split() else ""
    names = [
        (name.casefold(), document_type)
        for document_type in profile.document_types.values()
        for name in (document_type.name, document_type.plural)
    ]
    ends = [(name, kind) for name, kind in names if last.endswith(name) and " " not in name]
    return max(ends, key=lambda pair: len(pair[0]))[1] if ends else None
