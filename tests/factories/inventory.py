"""Ordinary batches and claims, brought to their state by the actions themselves."""

import io
from datetime import UTC, datetime

from tests.factories.organization import person
from vagvisare.access.roles import Role
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.actions.take_in import take_in
from vagvisare.inventory.models import Batch, Candidate, SourceFile
from vagvisare.organization.models import Person
from vagvisare.reading.reading import Evidence, Fact, Facts, Page, Reading

MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEXT = (
    "Biblioteksplan för Tyresö kommun\nDokumenttyp: plan\n"
    "Antagen av kommunfullmäktige 2018-11-29, § 120\nDiarienummer:\n"
    "Gäller 2019 till 2022\n"
)
PLAN = {
    "title": "Biblioteksplan för Tyresö kommun",
    "document_type": "plan",
    "deciding_body": "kommunfullmäktige",
    "decision_date": "2018-11-29",
    "paragraph": "120",
    "valid_from": "2019",
    "valid_until": "2022",
}


def batch_of(
    *files: tuple[str, bytes], by: Person | None = None, name: str = "Gemensamma disken"
) -> Batch:
    """A batch of these files, not read yet."""
    opened = [(path, io.BytesIO(content)) for path, content in files or (("plan.txt", b"Plan"),)]
    return take_in(files=opened, by=by or person(Role.REGISTRAR), at=MOMENT, name=name)


def facts_of(values: dict[str, str], confidence: float = 0.95, text: str = TEXT) -> Facts:
    """Facts whose evidence stands in `text`."""
    found = {}
    for field, value in values.items():
        start = text.index(value)
        evidence = Evidence(value, 1, start, start + len(value), confidence)
        found[field] = Fact(value, (evidence,))
    return Facts(found)


def reading_of(
    values: dict[str, str] | None = None,
    *,
    confidence: float = 0.95,
    missing: tuple[str, ...] = ("registry_number",),
    mentions: tuple[Facts, ...] = (),
    text: str = TEXT,
) -> Reading:
    """What the machine reads from a plan whose registry number is left empty."""
    return Reading(
        file="plan",
        pages=(Page(text),),
        facts=facts_of(PLAN if values is None else values, confidence, text),
        missing=missing,
        mentions=mentions,
        media_type="text/plain",
    )


def read_file(by: Person | None = None, reading: Reading | None = None) -> SourceFile:
    """A file that has been read: the ordinary plan, unless told otherwise."""
    by = by or person(Role.REGISTRAR)
    file = batch_of(("plan.txt", TEXT.encode()), by=by).files.get()
    keep_reading(file=file, reading=reading or reading_of(), by=by)
    return SourceFile.objects.get(pk=file.pk)


def candidate(by: Person | None = None, reading: Reading | None = None) -> Candidate:
    """The document that the file is itself."""
    return read_file(by, reading).candidates.get(about="own")
