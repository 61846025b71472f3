import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import DataError, IntegrityError, transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import Entry, record_each
from vagvisare.inventory.actions.keep_events import keep_events
from vagvisare.inventory.likeness.signature import signatures_of
from vagvisare.inventory.models import Candidate, Claim, SourceFile
from vagvisare.inventory.rules import (
    ClaimFacts,
    claims_in,
    least_sure,
    listed_facts,
    storable,
    words_of,
)
from vagvisare.inventory.states import UNDECIDED, About, FileState
from vagvisare.organization.models import Person
from vagvisare.reading.jail.wire import as_json, to_kept
from vagvisare.reading.reading import Reading, ReadingError

FINISHED = (FileState.READ, FileState.FAILED)
WRITTEN = ["media_type", "reading", "pages", "signature", "state", "error_code", "error_message"]
# What a reading that is not shaped as one may end in; a reader taken over may answer anything.
MISSHAPEN = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    IndexError,
    OverflowError,
    RecursionError,
    DataError,
    IntegrityError,
)


@dataclass(frozen=True)
class Answer:
    """What reading a file gave: the JSON of `wire.to_kept`, checked by nobody yet."""

    file: int  # its key
    kept: bytes = field(repr=False)


@transaction.atomic
def keep_reading(*, file: SourceFile, reading: Reading, by: Person) -> None:
    """Turn what was read from `file` into candidates and claims. Twice is as once.

    :raises NotAllowed: when `by` may not take files in
    """
    keep_readings(answers=[Answer(file.pk, as_json(to_kept(reading)))], by=by)


def keep_readings(*, answers: Sequence[Answer], by: Person) -> dict[int, str]:
    """Turn what was read into candidates and claims; return the error code of each file kept.

    All in one transaction, and by the same few queries as for one. A file that is finished
    already, or gone, or whose batch is undone, is left out. An answer that is not shaped as one
    costs its own file only.

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    try:
        return _keep(answers, by)
    except MISSHAPEN:
        kept: dict[int, str] = {}
        for answer in answers:
            kept |= _keep_alone(answer, by)
        return kept


def _keep_alone(answer: Answer, by: Person) -> dict[int, str]:
    try:
        return _keep([answer], by)
    except MISSHAPEN:
        error = ReadingError("crash", "What was read is not shaped as a reading.")
        return _keep([Answer(answer.file, as_json(to_kept(Reading("", error=error))))], by)


@transaction.atomic
def _keep(answers: Sequence[Answer], by: Person) -> dict[int, str]:
    standing = SourceFile.objects.filter(batch__undone_at=None)
    unfinished = standing.exclude(state__in=FINISHED).without_texts()
    held = unfinished.select_for_update(of=("self",)).select_related("batch")
    files = held.in_bulk([answer.file for answer in answers])
    made: list[tuple[Candidate, list[ClaimFacts]]] = []
    kept, entries = [], []
    for answer in answers:
        file = files.get(answer.file)
        if file is None:
            continue
        _fill(file, answer.kept)
        if file.state == FileState.READ:
            made += _candidates(file, file.reading or {})
        after = {"pages": len(file.pages), "error": file.error_code or None}
        entries.append(Entry(file, because=file.batch.name, after=after))
        kept.append(file)
    _sign(kept)
    for file in kept:
        file.save(update_fields=WRITTEN)
    _write(made)
    keep_events(files=[file for file in files.values() if file.state == FileState.READ])
    record_each("read", entries, by=by)
    return {file.pk: file.error_code for file in kept}


def _fill(file: SourceFile, answer: bytes) -> None:
    """Put what was read into the file, and what it ended in."""
    kept = json.loads(answer)
    if b"\\u" in answer:  # signs that no text has: only they are written so
        kept = _storable(kept)
    file.media_type = kept["media_type"] or ""
    file.reading, file.pages = kept["reading"], kept["pages"]
    error = file.reading["error"]
    if error is None:
        file.state = FileState.READ
        return
    file.state = FileState.FAILED
    file.error_code = error["code"][:60] or "unknown"
    file.error_message = error["message"]


def _sign(files: Sequence[SourceFile]) -> None:
    """Give each file that was read what its text is known again by, now that it is in memory."""
    read = [file for file in files if file.state == FileState.READ]
    texts = ["\n".join(page["text"] for page in file.pages) for file in read]
    for file, signature in zip(read, signatures_of(texts), strict=True):
        file.signature = signature


def _candidates(
    file: SourceFile, contract: dict[str, Any]
) -> list[tuple[Candidate, list[ClaimFacts]]]:
    """The document that the file is and those it speaks of, each with its claims."""
    made = [_candidate(file, About.OWN, 0, contract, contract["missing"])]
    for position, mention in enumerate(contract["mentions"]):
        made.append(_candidate(file, About.MENTIONED, position, mention, []))
    return made


def _candidate(
    file: SourceFile, about: About, position: int, facts: dict[str, Any], missing: list[str]
) -> tuple[Candidate, list[ClaimFacts]]:
    claims = claims_in(facts, missing)
    candidate = Candidate(
        file=file,
        batch_id=file.batch_id,
        about=about,
        position=position,
        confidence=least_sure(claims),
        words=words_of(facts.get("title") or "", file.name),
        **listed_facts(facts),
    )
    return candidate, claims


def _write(made: list[tuple[Candidate, list[ClaimFacts]]]) -> None:
    Candidate.objects.bulk_create([candidate for candidate, _claims in made])
    Claim.objects.bulk_create(
        Claim(candidate=candidate, state=UNDECIDED[claim.found], **vars(claim))
        for candidate, claims in made
        for claim in claims
    )


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, list) else value
