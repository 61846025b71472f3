from django.db import models
from django.db.models import F, Func, Q

from vagvisare.inventory.states import About, CandidateState, Validity
from vagvisare.register.models import SteeringDocument

# None counts as nothing at all, on every database; a literal, so that the index is recognized.
SURENESS = Func(
    F("confidence"), template="COALESCE(%(expressions)s, 0)", output_field=models.FloatField()
)


class Candidate(models.Model):
    """A document a file speaks of, which may come to stand in the register."""

    file = models.ForeignKey(
        "inventory.SourceFile", on_delete=models.PROTECT, related_name="candidates"
    )
    # That of the file, so that a batch of any size is filtered by one index.
    batch = models.ForeignKey(
        "inventory.Batch", on_delete=models.PROTECT, related_name="candidates"
    )
    about = models.CharField(max_length=20, choices=About)
    position = models.PositiveIntegerField(default=0)  # among those the file mentions
    # As read, for lists and filters; what a person has said of it stands in the claims.
    title = models.CharField(max_length=500, blank=True)
    document_type = models.CharField(max_length=100, blank=True)
    deciding_body = models.CharField(max_length=200, blank=True)
    decided_on = models.CharField(max_length=10, blank=True)  # day, month or year
    valid_until = models.CharField(max_length=10, blank=True)  # day, month or year
    validity = models.CharField(max_length=20, choices=Validity, default=Validity.UNKNOWN)
    confidence = models.FloatField(null=True)  # 0..1, the least sure of what enters the register
    # Title and file name, folded (see rules.words_of): searched in, and what titles sort by.
    words = models.CharField(max_length=400, blank=True)
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
        indexes = [
            models.Index(fields=["batch", "state"]),
            models.Index(fields=["batch", "validity", "decided_on"]),
            models.Index(fields=["batch", "document_type"]),
            models.Index(fields=["batch", "deciding_body"]),
            models.Index(fields=["batch", "decided_on"]),
            # All that a filter asks about, by title: any narrowing is done within it. A row must
            # fit in a third of a page of PostgreSQL also where each sign takes four bytes.
            models.Index(
                fields=[
                    "batch",
                    "words",
                    "state",
                    "validity",
                    "document_type",
                    "deciding_body",
                    "decided_on",
                    "confidence",
                ],
                name="inventory_c_batch_listed",
            ),
            models.Index(F("batch"), SURENESS, name="inventory_c_batch_unsure"),
        ]
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
                name="inventory_candidate_validity_known",
                condition=Q(validity__in=Validity.values),
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
