from django.db import models
from django.db.models import Q

from vagvisare.decisions.models import Decision
from vagvisare.inventory.states import EventState
from vagvisare.organization.models import Body
from vagvisare.register.models import SteeringDocument


class EventClaim(models.Model):
    """What minutes or an agenda say that a body did to a document, as the machine read it."""

    file = models.ForeignKey(
        "inventory.SourceFile", on_delete=models.PROTECT, related_name="events"
    )
    position = models.PositiveIntegerField()  # the order in which they stand
    action = models.CharField(max_length=30)  # as the reading's contract calls it
    status = models.CharField(max_length=10)  # decided or proposed
    facts = models.JSONField()  # the whole event as read, with its evidence; never changes
    edited = models.JSONField(default=dict)  # what a person put in the place of what was read
    # The meeting, as far as it is known; the agendas of a body are looked up by it.
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    day = models.DateField(null=True, blank=True)
    document = models.ForeignKey(
        SteeringDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    matched_because = models.TextField(blank=True)  # why it is taken for that document
    state = models.CharField(max_length=20, choices=EventState, default=EventState.PROPOSED)
    decision = models.ForeignKey(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    reason = models.TextField(blank=True)  # why it was rejected
    decided_by = models.CharField(max_length=200, blank=True)  # the name, as it was then
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["file", "position"]
        indexes = [
            models.Index(fields=["state", "document"]),
            models.Index(fields=["state", "body", "day"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["file", "position"], name="inventory_event_once"),
            models.CheckConstraint(
                name="inventory_event_state_known", condition=Q(state__in=EventState.values)
            ),
            models.CheckConstraint(
                name="inventory_event_accepted_has_decision",
                condition=~Q(state=EventState.ACCEPTED) | Q(decision__isnull=False),
            ),
            models.CheckConstraint(
                name="inventory_event_rejected_has_reason",
                condition=~Q(state=EventState.REJECTED) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.file_id}"
