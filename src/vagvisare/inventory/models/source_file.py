from typing import Self

from django.db import models
from django.db.models import Q

from vagvisare.inventory.states import FileState


class SourceFileQuerySet(models.QuerySet["SourceFile"]):
    def originals(self) -> Self:
        """Keep the files that are not the same bytes as an earlier one."""
        return self.filter(duplicate_of__isnull=True)

    def to_be_read(self) -> Self:
        """Keep what no reading has finished; one that was cut short counts as not begun."""
        return self.originals().filter(state__in=[FileState.RECEIVED, FileState.READING])

    def without_texts(self) -> Self:
        """Leave the page texts and the reading in the database: lists do not show them."""
        return self.defer("pages", "reading")


class SourceFile(models.Model):
    """A file as it came. Its bytes lie in the file store under their own hash."""

    batch = models.ForeignKey("inventory.Batch", on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    path = models.CharField(max_length=1000)  # as given, to show; never used to open anything
    sha256 = models.CharField(max_length=64, blank=True)  # empty: the bytes were refused
    size = models.PositiveBigIntegerField()  # bytes
    media_type = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=20, choices=FileState, default=FileState.RECEIVED)
    error_code = models.CharField(max_length=60, blank=True)
    error_message = models.TextField(blank=True)
    duplicate_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="duplicates"
    )
    linked_from = models.CharField(max_length=1000, blank=True)  # page of a saved web site
    # MinHash of the text (see inventory.likeness), empty where there is too little of it.
    signature = models.BinaryField(default=bytes)
    versions = models.ForeignKey(
        "inventory.VersionGroup",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="files",
    )
    pages = models.JSONField(default=list)  # [{"text": str, "method": "text" | "ocr"}]
    reading = models.JSONField(null=True)  # all that the machine claimed, as it claimed it

    objects = SourceFileQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "path", "pk"]
        indexes = [
            models.Index(fields=["sha256"]),
            models.Index(fields=["batch", "state"]),
            models.Index(fields=["batch", "duplicate_of"]),
            models.Index(fields=["batch", "versions"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"],
                condition=Q(duplicate_of__isnull=True) & ~Q(sha256=""),
                name="inventory_file_content_once",
            ),
            models.CheckConstraint(
                name="inventory_file_state_known", condition=Q(state__in=FileState.values)
            ),
            models.CheckConstraint(
                name="inventory_file_failure_has_code",
                condition=(Q(state=FileState.FAILED) & ~Q(error_code=""))
                | (~Q(state=FileState.FAILED) & Q(error_code="")),
            ),
            models.CheckConstraint(
                name="inventory_file_without_bytes_failed",
                condition=~Q(sha256="") | Q(state=FileState.FAILED),
            ),
            models.CheckConstraint(
                name="inventory_file_duplicate_is_not_read",
                condition=Q(duplicate_of__isnull=True) | Q(state=FileState.RECEIVED),
            ),
        ]

    def __str__(self) -> str:
        return self.name
