"""A batch of any size with its claims, written straight into the database: the same each time."""

from datetime import UTC, date, datetime
from itertools import islice

from django.db import connection, transaction

from vagvisare.inventory.models import Batch, Candidate, SourceFile
from vagvisare.inventory.rules import words_of
from vagvisare.inventory.states import About, FileState

MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
PORTION = 2_000
SUBJECTS = (
    "Biblioteks", "Kemikalie", "Arkiv", "Upphandlings", "Integrations", "Näringslivs", "Trafik",
    "Kost", "Alkohol", "Jämställdhets", "Informations", "Miljö", "Skol", "Äldreomsorgs",
)  # fmt: skip
KINDS = ("plan", "policy", "riktlinje", "program", "strategi", "reglemente", "taxa")
BODIES = ("kommunfullmäktige", "kommunstyrelsen", "barn- och utbildningsnämnden", "socialnämnden")
# How often each comes, in a thousand: most stand without an end, a few are repealed.
VALIDITIES = (
    ("in_force_no_end", 430), ("expired", 250), ("in_force", 200), ("unknown", 90),
    ("not_decided", 25), ("repealed", 5),
)  # fmt: skip
CLAIMS = {
    "title": "c.title",
    "document_type": "c.document_type",
    "deciding_body": "c.deciding_body",
    "decision_date": "c.decided_on",
    "valid_until": "c.valid_until",
    "paragraph": "'12'",
    "registry_number": "'KS 2014/' || c.id",
}


def batch_with(files: int, *, name: str = "") -> Batch:
    """Make a batch of so many files: 90 in a hundred are read, the rest doubles and failures."""
    batch = Batch.objects.create(
        name=name or f"{files} filer",
        created_at=MOMENT,
        taken_in_by="Registratorn",
        judged_on=DAY,
    )
    numbers = iter(range(files))
    while portion := list(islice(numbers, PORTION)):
        with transaction.atomic():
            _make(batch, portion)
    _claims(batch)
    return batch


def _make(batch: Batch, numbers: list[int]) -> None:
    files = SourceFile.objects.bulk_create(_file(batch, number) for number in numbers)
    first = SourceFile.objects.filter(batch=batch, state=FileState.READ).order_by("pk").first()
    doubles = [file for number, file in zip(numbers, files, strict=True) if number % 20 == 19]
    keys = [double.pk for double in doubles]
    SourceFile.objects.filter(pk__in=keys).update(duplicate_of=first)
    Candidate.objects.bulk_create(
        _candidate(file, number)
        for number, file in zip(numbers, files, strict=True)
        if number % 20 < 18
    )


def _file(batch: Batch, number: int) -> SourceFile:
    name = f"{KINDS[number % len(KINDS)]} {number}.pdf"
    file = SourceFile(
        batch=batch,
        name=name,
        path=f"Gemensam/{number % 97}/{name}",
        sha256=f"{batch.pk:08x}{number:056x}",
        size=120_000 + number,
        media_type="application/pdf",
        state=FileState.READ,
        pages=[{"text": "Antagen av kommunfullmäktige. " * 20, "method": "text"}],
    )
    if number % 20 == 18:
        file.state, file.error_code = FileState.FAILED, "encrypted"
    if number % 20 == 19:
        file.state = FileState.RECEIVED
    return file


def _candidate(file: SourceFile, number: int) -> Candidate:
    kind = KINDS[number % len(KINDS)]
    title = f"{SUBJECTS[number % len(SUBJECTS)]}{kind} nummer {number * 7919 % 1_000_003}"
    year = 1995 + number * 31 % 31
    return Candidate(
        file=file,
        batch_id=file.batch_id,
        about=About.OWN,
        title=title,
        document_type=kind,
        deciding_body=BODIES[number * 13 % len(BODIES)],
        decided_on=f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}" if number % 9 else "",
        valid_until=str(year + 4) if number % 3 == 0 else "",
        validity=_validity(number * 7919 % 1000),
        confidence=None if number % 50 == 0 else 0.5 + number * 37 % 500 / 1000,
        words=words_of(title, file.name),
    )


def _validity(share: int) -> str:
    for validity, weight in VALIDITIES:
        if share < weight:
            return validity
        share -= weight
    return VALIDITIES[-1][0]


def _claims(batch: Batch) -> None:
    """Let each candidate have its claims: one statement a field."""
    columns = (
        "candidate_id, field, position, found, value, confidence, evidence_text, "
        'page, start, "end", state, confirmed_value, decided_by'
    )
    with transaction.atomic(), connection.cursor() as cursor:
        for field, value in CLAIMS.items():
            cursor.execute(
                f"INSERT INTO inventory_claim ({columns}) SELECT c.id, '{field}', 0, 'value', "
                f"{value}, coalesce(c.confidence, 0.5), 'Antagen av', 1, 0, 9, 'proposed', '', '' "
                f"FROM inventory_candidate c WHERE c.batch_id = {batch.pk} AND {value} <> ''"
            )
