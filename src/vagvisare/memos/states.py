"""What a memo can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MemoKind(models.TextChoices):
    """What a memo is for."""

    REVIEW = "review", _("Repeal of what is over")


class MemoState(models.TextChoices):
    """How far a memo has come."""

    DRAFT = "draft", _("Draft")
    ISSUED = "issued", _("Issued")
