from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from vagvisare.register.states import TextKind


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
    text = models.TextField(blank=True)
    file_name = models.CharField(max_length=300, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)  # where the file store keeps it
    media_type = models.CharField(max_length=120, blank=True)
    added_at = models.DateTimeField(db_default=Now(), editable=False)

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
