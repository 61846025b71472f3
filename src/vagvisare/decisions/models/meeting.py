from django.db import models
from django.db.models import F, Q

from vagvisare.organization.models import Body


class Meeting(models.Model):
    """A body meeting on a day."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    day = models.DateField()
    minutes_approved_on = models.DateField(null=True, blank=True)
    # The notice that the minutes are approved: three weeks of it give legal force.
    notice_posted_on = models.DateField(null=True, blank=True)
    notice_taken_down_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-day", "body__rank"]
        constraints = [
            models.UniqueConstraint(fields=["body", "day"], name="decisions_meeting_once_a_day"),
            models.CheckConstraint(
                name="decisions_minutes_in_order",
                condition=(
                    Q(minutes_approved_on__isnull=True) | Q(minutes_approved_on__gte=F("day"))
                )
                & (Q(notice_posted_on__isnull=True) | Q(notice_posted_on__gte=F("day")))
                & (
                    Q(notice_taken_down_on__isnull=True)
                    | Q(notice_taken_down_on__gte=F("notice_posted_on"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.day.isoformat()}"
