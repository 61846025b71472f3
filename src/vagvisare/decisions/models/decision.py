from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from vagvisare.decisions.models.matter import Matter
from vagvisare.decisions.models.meeting import Meeting
from vagvisare.decisions.states import ABOUT_A_DOCUMENT, DecisionKind, DecisionStatus, Ruling
from vagvisare.organization.models import Body
from vagvisare.register.models import SteeringDocument


class DecisionQuerySet(models.QuerySet["Decision"]):
    def pending(self) -> Self:
        """Keep the proposals that nobody has answered."""
        return self.filter(status=DecisionStatus.PROPOSED, answered_by__isnull=True)


class Decision(models.Model):
    """One point of one section of a body's minutes."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    matter = models.ForeignKey(
        Matter, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    section = models.CharField(max_length=40, blank=True)  # without the sign
    point = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=30, choices=DecisionKind)
    status = models.CharField(max_length=10, choices=DecisionStatus, default=DecisionStatus.DECIDED)
    proposed_to = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    # What became of a proposal: decided, passed on or referred back.
    answered_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
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
    appealed_on = models.DateField(null=True, blank=True)
    appeal_closed_on = models.DateField(null=True, blank=True)
    ruling = models.CharField(max_length=20, choices=Ruling, blank=True)
    appeal_outcome = models.TextField(blank=True)  # what the court said
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting__day", "section", "point", "pk"]
        indexes = [
            models.Index(
                fields=["proposed_to"],
                name="decisions_pending",
                condition=Q(status=DecisionStatus.PROPOSED, answered_by__isnull=True),
            ),
        ]
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
                name="decisions_status_known", condition=Q(status__in=DecisionStatus.values)
            ),
            models.CheckConstraint(
                name="decisions_only_a_proposal_is_answered",
                condition=Q(status=DecisionStatus.PROPOSED)
                | Q(proposed_to__isnull=True, answered_by__isnull=True),
            ),
            models.CheckConstraint(
                name="decisions_ruling_known", condition=Q(ruling="") | Q(ruling__in=Ruling.values)
            ),
            models.CheckConstraint(
                name="decisions_appeal_in_order",
                condition=Q(appeal_closed_on__isnull=True)
                | Q(appeal_closed_on__gte=F("appealed_on")),
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
