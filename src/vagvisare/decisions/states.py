"""What a decision can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DecisionKind(models.TextChoices):
    """What the body decided."""

    ADOPT = "adopt", _("Adopt")
    REVISE = "revise", _("Adopt a revision")
    PROLONG = "prolong", _("Prolong")
    REPLACE = "replace", _("Replace by another document")
    REPEAL = "repeal", _("Repeal")
    NOTE = "note", _("Take note")
    GIVE_ASSIGNMENT = "give_assignment", _("Give an assignment")
    CLOSE_ASSIGNMENT = "close_assignment", _("Close an assignment")
    OTHER = "other", _("Other")


ABOUT_A_DOCUMENT = frozenset(
    {
        DecisionKind.ADOPT,
        DecisionKind.REVISE,
        DecisionKind.PROLONG,
        DecisionKind.REPLACE,
        DecisionKind.REPEAL,
        DecisionKind.NOTE,
    }
)
ADOPTING = frozenset({DecisionKind.ADOPT, DecisionKind.REVISE})
ENDING = frozenset({DecisionKind.PROLONG, DecisionKind.REPLACE, DecisionKind.REPEAL})
