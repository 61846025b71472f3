from django.db import models
from django.db.models import Q


class Batch(models.Model):
    """Files taken in together. How far it has come is counted, never stored."""

    name = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    taken_in_by = models.CharField(max_length=200)  # the name, as it was then

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="inventory_batch_has_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
