from typing import Self

from django.db import models
from django.db.models import F, Q

from vagvisare.inventory.states import UNDECIDED, ClaimState, Field, Found

DECIDED = (ClaimState.CONFIRMED, ClaimState.REJECTED)


class ClaimQuerySet(models.QuerySet["Claim"]):
    def confirmed(self) -> Self:
        """Keep what a person has confirmed: all that may come into the register."""
        return self.filter(state=ClaimState.CONFIRMED)


class Claim(models.Model):
    """What the machine read of one field, with its evidence, and what a person said of it."""

    candidate = models.ForeignKey(
        "inventory.Candidate", on_delete=models.PROTECT, related_name="claims"
    )
    field = models.CharField(max_length=30, choices=Field)
    position = models.PositiveIntegerField(default=0)  # where a field has several values
    found = models.CharField(max_length=10, choices=Found)
    value = models.TextField(blank=True)  # as read; a person's correction does not change it
    confidence = models.FloatField(null=True)  # 0..1, the reading's own
    evidence_text = models.TextField(blank=True)
    page = models.PositiveIntegerField(null=True)  # from 1
    start = models.PositiveIntegerField(null=True)  # characters on the page, from 0
    end = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=20, choices=ClaimState)
    confirmed_value = models.TextField(blank=True)  # may differ from the value as read
    decided_by = models.CharField(max_length=200, blank=True)  # the name, as it was then
    decided_at = models.DateTimeField(null=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["candidate", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "field", "position"], name="inventory_claim_once"
            ),
            models.CheckConstraint(
                name="inventory_claim_field_known", condition=Q(field__in=Field.values)
            ),
            models.CheckConstraint(
                name="inventory_claim_state_known", condition=Q(state__in=ClaimState.values)
            ),
            models.CheckConstraint(
                name="inventory_claim_value_only_when_found",
                condition=(Q(found=Found.VALUE) & ~Q(value=""))
                | (Q(found__in=[Found.LABEL, Found.NOTHING]) & Q(value="")),
            ),
            models.CheckConstraint(
                name="inventory_claim_confirmed_has_value",
                condition=(Q(state=ClaimState.CONFIRMED) & ~Q(confirmed_value=""))
                | (~Q(state=ClaimState.CONFIRMED) & Q(confirmed_value="")),
            ),
            models.CheckConstraint(
                name="inventory_claim_decided_by_somebody",
                condition=(Q(state__in=DECIDED, decided_at__isnull=False) & ~Q(decided_by=""))
                | (~Q(state__in=DECIDED) & Q(decided_at__isnull=True, decided_by="")),
            ),
            models.CheckConstraint(
                name="inventory_claim_confidence_in_range",
                condition=Q(confidence__isnull=True) | Q(confidence__gte=0, confidence__lte=1),
            ),
            models.CheckConstraint(
                name="inventory_claim_evidence_in_order",
                condition=Q(start__isnull=True) | Q(end__gte=F("start")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.confirmed_value or self.value}"

    @property
    def is_decided(self) -> bool:
        """Whether a person has confirmed or rejected it."""
        return self.state in DECIDED

    @property
    def undecided_state(self) -> ClaimState:
        """The state it has when nobody has said anything of it."""
        return UNDECIDED[self.found]
