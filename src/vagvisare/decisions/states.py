"""What a decision can be."""

from enum import StrEnum

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


class Ruling(models.TextChoices):
    """How an appeal ended."""

    DISMISSED = "dismissed", _("The appeal was dismissed")
    ANNULLED = "annulled", _("The court annulled the decision")


class Force(models.TextChoices):
    """Whether a decision can still be appealed. Computed from the notice, never typed."""

    IN_FORCE = "in_force", _("Has gained legal force")
    RUNNING = "running", _("Can still be appealed")
    APPEALED = "appealed", _("Appealed, waiting for the court")
    ANNULLED = "annulled", _("Annulled by a court")
    UNKNOWN = "unknown", _("Legal force unknown")
    NOT_APPEALABLE = "not_appealable", _("Cannot be appealed")


class ForceReason(models.TextChoices):
    """Why it cannot be told whether a decision has legal force, or why it needs none."""

    NO_NOTICE = "no_notice", _("No day is recorded when the minutes’ notice was posted.")
    NOTICE_BROKEN = (
        "notice_broken",
        _("The notice was taken down before the three weeks were over."),
    )
    PROPOSAL = "proposal", _("A proposal decides nothing by itself.")
    PREPARATORY = (
        "preparatory",
        _("It only prepares or carries out: the law lets nobody appeal it."),
    )


class Rule(StrEnum):
    """By which rule a body may decide, or may not."""

    NO_DOCUMENT = "no_document"  # it changes nothing in the register
    TYPE = "type"  # the municipality lets the body decide on documents of the type
    ADOPTER = "adopter"  # it adopted the document itself
    SUCCESSOR = "successor"  # it has taken over from the one that adopted the document
    HIGHER = "higher"  # it stands above the one that adopted the document
    OTHERS_DOCUMENT = "others_document"  # another body, not below it, adopted the document
    NOT_ITS_TYPE = "not_its_type"  # it does not decide on documents of the type


MAY = frozenset({Rule.NO_DOCUMENT, Rule.TYPE, Rule.ADOPTER, Rule.SUCCESSOR, Rule.HIGHER})

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
# Changes a document that somebody has adopted; before anybody has, the type says who may.
CHANGING = frozenset(
    {
        DecisionKind.REVISE,
        DecisionKind.AMEND,
        DecisionKind.PROLONG,
        DecisionKind.REPLACE,
        DecisionKind.REPEAL,
    }
)
# Of a body below the assembly these only prepare or carry out (kommunallagen 13 kap. 2 §).
PREPARATORY = frozenset(
    {
        DecisionKind.NOTE,
        DecisionKind.REFER_BACK,
        DecisionKind.REMIT,
        DecisionKind.GIVE_ASSIGNMENT,
        DecisionKind.CLOSE_ASSIGNMENT,
    }
)
