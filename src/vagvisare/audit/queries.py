"""Reading the trail."""

from django.db import models
from django.db.models import QuerySet

from vagvisare.audit.models import AuditLine, ChainHead


def lines_about(subject: models.Model) -> QuerySet[AuditLine]:
    """Return what was done to `subject`, newest first."""
    return AuditLine.objects.filter(
        subject_kind=subject._meta.label_lower, subject_key=str(subject.pk)
    ).order_by("-number")


def first_broken_line() -> int | None:
    """Return the number where the chain no longer holds, or None when it does."""
    previous, expected = "", 1
    for line in AuditLine.objects.order_by("number").iterator(chunk_size=1000):
        intact = line.number == expected and line.previous_hash == previous
        if not intact or line.hash != line.computed_hash():
            return expected
        previous, expected = line.hash, expected + 1
    head = ChainHead.objects.filter(pk=1).first()
    if head is not None and (head.number, head.hash) != (expected - 1, previous):
        return expected
    return None
