from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RelationKind(models.TextChoices):
    """How one document relates to another."""

    REPLACES = "replaces", _("replaces")
    IMPLEMENTS = "implements", _("implements")
    PART_OF = "part_of", _("is part of")
    AMENDS = "amends", _("amends")
    REFERS_TO = "refers_to", _("refers to")


class Relation(models.Model):
    """One document's tie to another, read from left to right."""

    document = models.ForeignKey(
        "register.SteeringDocument", on_delete=models.PROTECT, related_name="relations"
    )
    kind = models.CharField(max_length=20, choices=RelationKind)
    other = models.ForeignKey(
        "register.SteeringDocument", on_delete=models.PROTECT, related_name="relations_to"
    )

    class Meta:
        ordering = ["document", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "kind", "other"], name="register_relation_once"
            ),
            models.CheckConstraint(
                name="register_relation_not_to_itself", condition=~Q(document=F("other"))
            ),
            models.CheckConstraint(
                name="register_relation_kind_known", condition=Q(kind__in=RelationKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.kind} {self.other_id}"
