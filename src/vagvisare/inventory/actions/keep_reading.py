from typing import Any

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.models import Candidate, Claim, SourceFile
from vagvisare.inventory.rules import claims_in, least_sure, listed_facts, storable, words_of
from vagvisare.inventory.states import UNDECIDED, About, FileState
from vagvisare.organization.models import Person
from vagvisare.reading.reading import Reading, ReadingError

FINISHED = (FileState.READ, FileState.FAILED)


@transaction.atomic
def keep_reading(*, file: SourceFile, reading: Reading, by: Person) -> None:
    """Turn what was read from `file` into candidates and claims. Twice is as once.

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    file = SourceFile.objects.select_for_update().get(pk=file.pk)
    if file.state in FINISHED:
        return
    contract = _storable(reading.as_dict())
    file.media_type = reading.media_type or ""
    file.reading = contract
    file.pages = [{"text": storable(p.text), "method": p.read_by} for p in reading.pages]
    if reading.error:
        _fail(file, reading.error)
    else:
        file.state = FileState.READ
        _make_candidates(file, contract)
    file.save(
        update_fields=["media_type", "reading", "pages", "state", "error_code", "error_message"]
    )
    after = {"pages": len(reading.pages), "error": file.error_code or None}
    record("read", file, by=by, because=file.batch.name, after=after)


def _fail(file: SourceFile, error: ReadingError) -> None:
    file.state = FileState.FAILED
    file.error_code = error.code[:60] or "unknown"
    file.error_message = storable(error.message)


def _make_candidates(file: SourceFile, contract: dict[str, Any]) -> None:
    _candidate(file, About.OWN, 0, contract, contract["missing"])
    for position, mention in enumerate(contract["mentions"]):
        _candidate(file, About.MENTIONED, position, mention, ())


def _candidate(
    file: SourceFile,
    about: About,
    position: int,
    facts: dict[str, Any],
    missing: list[str] | tuple[()],
) -> None:
    claims = claims_in(facts, missing)
    candidate = Candidate.objects.create(
        file=file,
        batch_id=file.batch_id,
        about=about,
        position=position,
        confidence=least_sure(claims),
        words=words_of(facts.get("title") or "", file.name),
        **listed_facts(facts),
    )
    Claim.objects.bulk_create(
        Claim(candidate=candidate, state=UNDECIDED[claim.found], **vars(claim)) for claim in claims
    )


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, list) else value
