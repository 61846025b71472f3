from django.db import models


class VersionGroup(models.Model):
    """Files that are versions of one document, as far as their words tell: a claim, no fact."""

    title = models.CharField(max_length=500, blank=True)  # that of the latest decided
    latest = models.ForeignKey(
        "inventory.SourceFile", null=True, on_delete=models.SET_NULL, related_name="latest_of"
    )
    because = models.TextField(blank=True)  # why that one is the latest decided

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title
