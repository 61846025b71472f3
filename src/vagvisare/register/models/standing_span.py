from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from vagvisare.register.states import Reason, Standing


class StandingSpanQuerySet(models.QuerySet["StandingSpan"]):
    def covering(self, day: date) -> Self:
        """Keep the spans that `day` lies in: one per document."""
        return self.filter(
            Q(first_day__isnull=True) | Q(first_day__lte=day),
            Q(last_day__isnull=True) | Q(last_day__gte=day),
        )


class StandingSpan(models.Model):
    """How a document stands from one day through another: computed by `rules.timeline`."""

    document = models.ForeignKey(
        "register.SteeringDocument", on_delete=models.CASCADE, related_name="spans"
    )
    standing = models.CharField(max_length=20, choices=Standing)
    first_day = models.DateField(null=True)  # empty: since ever
    last_day = models.DateField(null=True)  # empty: for good, as far as is known
    since = models.DateField(null=True)
    term_last_day = models.DateField(null=True)
    act = models.ForeignKey("register.Act", null=True, on_delete=models.CASCADE)
    reason = models.CharField(max_length=40, blank=True, choices=Reason)

    objects = StandingSpanQuerySet.as_manager()

    class Meta:
        ordering = ["document", "pk"]
        indexes = [models.Index(fields=["standing", "first_day", "last_day"])]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "first_day"], name="register_span_starts_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.standing} {self.first_day}..{self.last_day}"
