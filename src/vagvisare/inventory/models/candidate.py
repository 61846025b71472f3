from django.db import models
from django.db.models import Q

from vagvisare.inventory.states import About, CandidateState
from vagvisare.register.models import SteeringDocument


class Candidate(models.Model):
    """A document a file speaks of, which may come to stand in the register."""

    file = models.ForeignKey(
        "inventory.SourceFile", on_delete=models.PROTECT, related_name="candidates"
    )
    about = models.CharField(max_length=20, choices=About)
    position = models.PositiveIntegerField(default=0)  # among those the file mentions
    title = models.CharField(max_length=500, blank=True)  # as read, for lists
    state = models.CharField(max_length=20, choices=CandidateState, default=CandidateState.OPEN)
    document = models.ForeignKey(
        SteeringDocument,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="candidates",
    )
    reason = models.TextField(blank=True)  # why it was set aside

    class Meta:
        ordering = ["file", "-about", "position"]  # its own before those it mentions
        constraints = [
            models.UniqueConstraint(
                fields=["file", "about", "position"], name="inventory_candidate_once"
            ),
            models.CheckConstraint(
                name="inventory_candidate_about_known", condition=Q(about__in=About.values)
            ),
            models.CheckConstraint(
                name="inventory_candidate_state_known",
                condition=Q(state__in=CandidateState.values),
            ),
            models.CheckConstraint(
                name="inventory_candidate_entered_has_document",
                condition=Q(state=CandidateState.ENTERED, document__isnull=False)
                | (~Q(state=CandidateState.ENTERED) & Q(document__isnull=True)),
            ),
            models.CheckConstraint(
                name="inventory_candidate_set_aside_has_reason",
                condition=~Q(state=CandidateState.SET_ASIDE) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_about_display()
