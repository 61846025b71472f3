from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q


class BodyQuerySet(models.QuerySet["Body"]):
    def existing_on(self, day: date) -> Self:
        """Keep the bodies that exist on `day`; first and last day both count."""
        return self.filter(
            Q(first_day__isnull=True) | Q(first_day__lte=day),
            Q(last_day__isnull=True) | Q(last_day__gte=day),
        )


class Body(models.Model):
    """An organ that decides: the assembly, the board, a committee, an office-holder."""

    key = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=200)
    short = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=30)
    rank = models.PositiveSmallIntegerField()  # 1 is the assembly; a lower rank decides less
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)  # empty: still there
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )

    objects = BodyQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "name"]
        constraints = [
            models.CheckConstraint(
                name="organization_body_days_in_order",
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(last_day__gte=F("first_day")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def exists_on(self, day: date) -> bool:
        """Whether the body is there on `day`; the first and last day both count."""
        starts = self.first_day is None or self.first_day <= day
        return starts and (self.last_day is None or day <= self.last_day)
