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
    AMEND = "amend", _("Amend in part")
    REFER_BACK = "refer_back", _("Refer back")
    REMIT = "remit", _("Send out for comment")
    NOTE = "note", _("Take note")
    GIVE_ASSIGNMENT = "give_assignment", _("Give an assignment")
    CLOSE_ASSIGNMENT = "close_assignment", _("Close an assignment")
    OTHER = "other", _("Other")


class DecisionStatus(models.TextChoices):
    """Whether the body decided itself, or proposes to another body that it decide."""

    DECIDED = "decided", _("Decided")
    PROPOSED = "proposed", _("Proposed")


ABOUT_A_DOCUMENT = frozenset(
    {
        DecisionKind.ADOPT,
        DecisionKind.REVISE,
        DecisionKind.PROLONG,
        DecisionKind.REPLACE,
        DecisionKind.REPEAL,
        DecisionKind.AMEND,
        DecisionKind.NOTE,
    }
)
ADOPTING = frozenset({DecisionKind.ADOPT, DecisionKind.REVISE, DecisionKind.AMEND})
ENDING = frozenset({DecisionKind.PROLONG, DecisionKind.REPLACE, DecisionKind.REPEAL})
