from datetime import date
from typing import Self

from django.db import models

from vagvisare.decisions.models.decision import Decision
from vagvisare.organization.models import Department
from vagvisare.register.models import SteeringDocument


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def open_on(self, day: date) -> Self:
        """Keep what was given by then and not closed by then."""
        return self.filter(given_by__meeting__day__lte=day).exclude(
            closed_by__meeting__day__lte=day
        )


class Assignment(models.Model):
    """What a decision told a department to do, until another decision closes it."""

    subject = models.TextField()
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    document = models.ForeignKey(
        SteeringDocument,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    due_day = models.DateField(null=True, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    report = models.TextField(blank=True)  # what was reported, in a few words
    given_by = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="given_assignment"
    )
    closed_by = models.ForeignKey(
        Decision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="closed_assignments",
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["given_by__meeting__day", "pk"]

    def __str__(self) -> str:
        return self.subject
