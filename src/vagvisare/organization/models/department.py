from django.db import models

from vagvisare.organization.models.body import Body


class Department(models.Model):
    """A part of the administration, serving one body."""

    key = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="departments")
    last_day = models.DateField(null=True, blank=True)  # empty: still there
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
