from django.db import models

from vagvisare.organization.models import Body


class Meeting(models.Model):
    """A body meeting on a day."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    day = models.DateField()

    class Meta:
        ordering = ["-day", "body__rank"]
        constraints = [
            models.UniqueConstraint(fields=["body", "day"], name="decisions_meeting_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.day.isoformat()}"
