from django.db import models
from django.db.models import Q

from vagvisare.organization.models import Person


class SavedFilter(models.Model):
    """A list as one person wants to find it again: filter, order and columns, as the address says."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["person", "name"]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="register_filter_named_once"),
            models.CheckConstraint(name="register_filter_has_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
