from django.db import models
from django.db.models import Q

from vagvisare.register.states import Change


class Amendment(models.Model):
    """What one decision to amend did to one paragraph of a document's text."""

    act = models.ForeignKey("register.Act", on_delete=models.PROTECT, related_name="amendments")
    position = models.PositiveIntegerField()  # the order in which the decision names them
    change = models.CharField(max_length=20, choices=Change)
    place = models.CharField(max_length=200)  # the paragraph: "3 §", "Avsnitt 2.1", its first words
    text = models.TextField(blank=True)  # what is inserted, or the new wording

    class Meta:
        ordering = ["act", "position"]
        constraints = [
            models.UniqueConstraint(fields=["act", "position"], name="register_amendment_once"),
            models.CheckConstraint(
                name="register_amendment_change_known", condition=Q(change__in=Change.values)
            ),
            models.CheckConstraint(
                name="register_amendment_says_what",
                condition=(Q(change=Change.STRUCK) & Q(text=""))
                | (~Q(change=Change.STRUCK) & ~Q(text="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.change}"
