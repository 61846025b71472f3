from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from vagvisare.register.states import TextKind


class VersionQuerySet(models.QuerySet["Version"]):
    def decided(self) -> Self:
        """Keep the texts that a body has decided: what is only proposed holds for nobody."""
        return self.exclude(kind=TextKind.PROPOSED)

    def with_text(self) -> Self:
        """Keep those whose text we have, not only the file."""
        return self.exclude(text="")

    def valid_on(self, day: date) -> Self:
        """Keep the decided texts that had come into force by `day`; the latest comes first."""
        since = Q(act__first_day__isnull=True) | Q(act__first_day__lte=day)
        decided = Q(act__decided_on__lte=day.isoformat())
        kept = Q(act__isnull=True) | (since & decided & Q(act__retracted_at__isnull=True))
        return self.decided().filter(kept)


class Version(models.Model):
    """The text of a document as one decision left it, and the file it came in."""

    document = models.ForeignKey(
        "register.SteeringDocument", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    act = models.ForeignKey("register.Act", null=True, blank=True, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=TextKind, default=TextKind.ADOPTED)
    # Where the text comes from when it was worked out of another: the one amended or proposed.
    basis = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="successors"
    )
    source = models.CharField(max_length=200, blank=True)  # the proposal: "decision:17"
    text = models.TextField(blank=True)
    file_name = models.CharField(max_length=300, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)  # where the file store keeps it
    media_type = models.CharField(max_length=120, blank=True)
    added_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["document", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="register_version_numbered_once"
            ),
            models.CheckConstraint(
                name="register_version_kind_known", condition=Q(kind__in=TextKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} v{self.number}"
