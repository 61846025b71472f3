from django.db import models
from django.db.models import Q

from vagvisare.inventory.states import BulkKind, BulkState


class BulkAct(models.Model):
    """One thing somebody did to many candidates of a batch, done in portions.

    Its moment marks the claims it confirmed (Claim.decided_at), so that it can be taken back.
    """

    batch = models.ForeignKey("inventory.Batch", on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20, choices=BulkKind)
    state = models.CharField(max_length=20, choices=BulkState, default=BulkState.RUNNING)
    rule = models.JSONField(default=dict)  # as bulk.Rule writes it
    judged_on = models.DateField()  # the day that ages in the rule are counted from
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)  # as it was then
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )
    expected = models.PositiveIntegerField()  # candidates in reach when it began
    reached = models.PositiveBigIntegerField(default=0)  # key of the last candidate looked at
    looked_at = models.PositiveIntegerField(default=0)
    claims = models.PositiveIntegerField(default=0)  # confirmed or reopened
    changed = models.PositiveIntegerField(default=0)  # candidates
    made = models.PositiveIntegerField(default=0)  # entered as new documents
    tied = models.PositiveIntegerField(default=0)  # tied to documents that were there
    refused = models.JSONField(default=dict)  # sentence: how many candidates

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "at"], name="inventory_bulk_act_one_moment"),
            models.UniqueConstraint(
                fields=["batch"],
                condition=Q(state="running"),
                name="inventory_bulk_act_one_at_a_time",
            ),
            models.CheckConstraint(
                name="inventory_bulk_act_kind_known", condition=Q(kind__in=BulkKind.values)
            ),
            models.CheckConstraint(
                name="inventory_bulk_act_state_known", condition=Q(state__in=BulkState.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.batch}"
