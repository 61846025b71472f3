from django.db import models


class ChainHead(models.Model):
    """The last line of the trail: one row, locked while a line is added."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"
