from django.db import models
from django.db.models import Q


class Counted(models.TextChoices):
    """What a tally counts by."""

    FILE = "file"  # FileState, or "duplicate"
    STATE = "state"
    VALIDITY = "validity"
    DOCUMENT_TYPE = "document_type"
    DECIDING_BODY = "deciding_body"
    SURENESS = "sureness"


class Tally(models.Model):
    """How many files or candidates of a batch have one value. Kept by the database: see tally.py."""

    batch = models.ForeignKey("inventory.Batch", on_delete=models.PROTECT, related_name="tallies")
    counted = models.CharField(max_length=20, choices=Counted)
    key = models.CharField(max_length=200)
    number = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["batch", "counted", "number"])]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "counted", "key"], name="inventory_tally_once"
            ),
            models.CheckConstraint(
                name="inventory_tally_counted_known", condition=Q(counted__in=Counted.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.counted} {self.key}: {self.number}"
