from django.db import models
from django.db.models.functions import Now


class Matter(models.Model):
    """A case on its way to a decision, known by its diary number."""

    title = models.TextField()
    diary_no = models.CharField(max_length=80, blank=True)  # empty: not registered yet
    opened_on = models.DateField()
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["diary_no"],
                name="decisions_diary_no_once",
                condition=~models.Q(diary_no=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.diary_no} {self.title}".strip()
