import hashlib
import json

from django.db import models

from vagvisare.audit.verbs import VERBS


class AuditLine(models.Model):
    """One thing somebody did. Written once, by `audit.record`, and never changed."""

    number = models.PositiveBigIntegerField(unique=True)  # 1, 2, 3 ... without gaps
    at = models.DateTimeField()
    actor_key = models.CharField(max_length=100)  # "person:17", "command:demo"
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)  # "register.steeringdocument"
    subject_key = models.CharField(max_length=60)
    subject_label = models.TextField()
    because = models.TextField(blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["subject_kind", "subject_key", "number"])]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject_label}"

    @property
    def verb_in_words(self) -> str:
        """What was done, as a page says it."""
        return str(VERBS.get(self.verb, self.verb))

    def computed_hash(self) -> str:
        """Return the SHA-256, in hex, over the line's content and the line before it."""
        content = [
            self.number,
            self.at.isoformat(),
            self.actor_key,
            self.actor_name,
            self.verb,
            self.subject_kind,
            self.subject_key,
            self.subject_label,
            self.because,
            self.before,
            self.after,
            self.previous_hash,
        ]
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()
