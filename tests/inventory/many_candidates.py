"""A few candidates that differ, written straight into a batch."""

from tests.factories.inventory import batch_of
from vagvisare.inventory.models import Batch, Candidate, Claim
from vagvisare.inventory.rules import words_of
from vagvisare.organization.models import Person


def batch_holding(by: Person, *rows: dict[str, object], claims: dict[str, str] | None = None):
    """A batch with one candidate a row; each with these claims, besides its title and type."""
    number = Batch.objects.count()  # no two batches of the same bytes
    batch = batch_of(
        *((f"{n}.txt", f"{number} {n}".encode()) for n in range(max(1, len(rows)))), by=by
    )
    batch.files.update(state="read")
    for row, file in zip(rows, batch.files.order_by("pk"), strict=False):
        made = {"about": "own", "confidence": 0.95, "title": "Plan", "document_type": "plan"} | row
        made["words"] = words_of(str(made["title"]), file.name)
        one = Candidate.objects.create(file=file, batch=batch, **made)
        said = {"title": one.title, "document_type": one.document_type} | (claims or {})
        Claim.objects.bulk_create(
            Claim(
                candidate=one,
                field=field,
                found="value",
                value=value,
                confidence=one.confidence,
                state="proposed",
            )
            for field, value in said.items()
            if value
        )
    return batch


def titles(batch: Batch) -> list[str]:
    return list(batch.candidates.order_by("pk").values_list("title", flat=True))
