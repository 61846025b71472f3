from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from vagvisare.decisions.models.matter import Matter
from vagvisare.decisions.models.meeting import Meeting
from vagvisare.decisions.states import ABOUT_A_DOCUMENT, DecisionKind
from vagvisare.register.models import SteeringDocument


class Decision(models.Model):
    """One point of one section of a body's minutes."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    matter = models.ForeignKey(
        Matter, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    section = models.CharField(max_length=40, blank=True)  # without the sign
    point = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=30, choices=DecisionKind)
    text = models.TextField(blank=True)  # as in the minutes
    because = models.TextField(blank=True)
    document = models.ForeignKey(
        SteeringDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    successor = models.ForeignKey(
        SteeringDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    open_ended = models.BooleanField(default=False)
    competence_override = models.TextField(blank=True)  # why it counts though the rule says no
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-meeting__day", "section", "point", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "section", "point"],
                name="decisions_point_once",
                condition=~Q(section=""),
            ),
            models.CheckConstraint(
                name="decisions_kind_known", condition=Q(kind__in=DecisionKind.values)
            ),
            models.CheckConstraint(
                name="decisions_names_its_document",
                condition=Q(document__isnull=False) | ~Q(kind__in=sorted(ABOUT_A_DOCUMENT)),
            ),
            models.CheckConstraint(
                name="decisions_days_in_order",
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(last_day__gte=F("first_day")),
            ),
        ]

    def __str__(self) -> str:
        section = f" § {self.section}" if self.section else ""
        return f"{self.meeting}{section}"
