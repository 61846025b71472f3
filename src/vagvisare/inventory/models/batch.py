from django.db import models
from django.db.models import Q

from vagvisare.inventory.states import MeetingPaper


class Batch(models.Model):
    """Files taken in together. How far it has come is counted, never stored."""

    name = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    taken_in_by = models.CharField(max_length=200)  # the name, as it was then
    source = models.CharField(max_length=1000, blank=True)  # where it came from, to go on with
    judged_on = models.DateField(null=True)  # the day validity was judged on
    # The meeting whose minutes or agenda the files are, where the person said so.
    meeting_body = models.CharField(max_length=200, blank=True)
    meeting_day = models.DateField(null=True, blank=True)
    meeting_kind = models.CharField(max_length=20, blank=True, choices=MeetingPaper)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, blank=True)  # the name, as it was then
    undone_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="inventory_batch_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="inventory_batch_undone_by_somebody",
                condition=Q(undone_at__isnull=True, undone_by="", undone_because="")
                | (Q(undone_at__isnull=False) & ~Q(undone_by="") & ~Q(undone_because="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
