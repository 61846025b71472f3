from django.db import models
from django.db.models.functions import Now


class Version(models.Model):
    """The text of a document as one decision left it, and the file it came in."""

    document = models.ForeignKey(
        "register.SteeringDocument", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveIntegerField()
    act = models.ForeignKey("register.Act", null=True, blank=True, on_delete=models.PROTECT)
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
        ]

    def __str__(self) -> str:
        return f"{self.document_id} v{self.number}"
