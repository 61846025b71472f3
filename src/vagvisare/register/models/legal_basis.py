from django.db import models
from django.db.models import Q


class LegalBasis(models.Model):
    """A provision that a document rests on."""

    document = models.ForeignKey(
        "register.SteeringDocument", on_delete=models.PROTECT, related_name="legal_bases"
    )
    sfs_no = models.CharField(max_length=20)  # "2010:800"
    provision = models.CharField(max_length=120, blank=True)  # "8 kap. 3 §"

    class Meta:
        ordering = ["document", "sfs_no", "provision"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "sfs_no", "provision"], name="register_legal_basis_once"
            ),
            models.CheckConstraint(name="register_legal_basis_named", condition=~Q(sfs_no="")),
        ]

    def __str__(self) -> str:
        return f"{self.provision} {self.sfs_no}".strip()
