"""How a document can stand, and what decisions can do to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How a document stands on a day. Computed from its acts, never typed."""

    DRAFT = "draft", _("Not decided")
    UPCOMING = "upcoming", _("Decided, not yet in force")
    IN_FORCE = "in_force", _("In force")
    ENDING_SOON = "ending_soon", _("In force, ending soon")
    OVER_BUT_STANDING = "over_but_standing", _("Over but still standing")
    ENDED = "ended", _("Ended by its own terms")
    REPLACED = "replaced", _("Replaced")
    REPEALED = "repealed", _("Repealed")
    ANNULLED = "annulled", _("Annulled")
    UNKNOWN = "unknown", _("Unknown")


APPLIES = frozenset({Standing.IN_FORCE, Standing.ENDING_SOON})
OVER = frozenset({Standing.ENDED, Standing.REPLACED, Standing.REPEALED, Standing.ANNULLED})


class ActKind(models.TextChoices):
    """What a decision did to a document."""

    ADOPTED = "adopted", _("adopted")
    REVISED = "revised", _("revised")
    AMENDED = "amended", _("amended in part")
    PROLONGED = "prolonged", _("prolonged")
    REPLACED = "replaced", _("replaced")
    REPEALED = "repealed", _("repealed")
    ANNULLED = "annulled", _("annulled by a court")
    NOTED = "noted", _("followed up or evaluated")
    REVIEWED = "reviewed", _("reviewed without change")


ENDINGS: dict[str, Standing] = {
    ActKind.REPLACED: Standing.REPLACED,
    ActKind.REPEALED: Standing.REPEALED,
    ActKind.ANNULLED: Standing.ANNULLED,
}


class Reason(models.TextChoices):
    """Why a standing cannot be told."""

    NO_DECISION = "no_decision", _("No decision to adopt it is recorded.")
    NO_DAY = "no_day", _("A decision to adopt it is recorded, but not when it was taken.")
    DAY_NOT_STATED = "day_not_stated", _("Only the month or year of the decision is known.")


class Term(models.TextChoices):
    """How long the wording says that a document stands."""

    UNTIL_DAY = "until_day", _("through a day")
    UNTIL_FURTHER_NOTICE = "until_further_notice", _("until further notice")
    UNTIL_SUCCESSOR = "until_successor", _("until another document takes its place")
    UNTIL_REPEALED = "until_repealed", _("until it is repealed")


# What stands until something happens: no day ends it, not even one that the wording names.
STANDS_ON = frozenset({Term.UNTIL_FURTHER_NOTICE, Term.UNTIL_SUCCESSOR, Term.UNTIL_REPEALED})


class Secrecy(models.TextChoices):
    """Who may read a document. What is not open never reaches the open web."""

    OPEN = "open", _("Open")
    INTERNAL = "internal", _("Internal")
    SECRET = "secret", _("Secret")


class TextKind(models.TextChoices):
    """What a version's text is."""

    ADOPTED = "adopted", _("as adopted")
    PROPOSED = "proposed", _("as proposed")
    CONSOLIDATED = "consolidated", _("with its amendments worked in")


class Change(models.TextChoices):
    """What an amendment does to a paragraph."""

    STRUCK = "struck", _("struck")
    INSERTED = "inserted", _("inserted")
    REWORDED = "reworded", _("reworded")


class Origin(models.TextChoices):
    """How the document came into the register."""

    DRAFTED = "drafted", _("Written here")
    FOUND = "found", _("Found in the inventory")


class ImportState(models.TextChoices):
    """How far a list that was sent in has come."""

    PREVIEWED = "previewed", _("Waits for your answer")
    RUNNING = "running", _("Is being imported")
    DONE = "done", _("Imported")
    UNDOING = "undoing", _("Is being undone")
    UNDONE = "undone", _("Undone")


class RowKind(models.TextChoices):
    """What a row of a list would do."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    UNCHANGED = "unchanged", _("Unchanged")
    FAULTY = "faulty", _("Has faults")
    CONFLICT = "conflict", _("Changed meanwhile")


class RowOutcome(models.TextChoices):
    """What became of a row of a list."""

    DONE = "done", _("Imported")
    REFUSED = "refused", _("Refused")
    UNDONE = "undone", _("Undone")
    LEFT = "left", _("Left as it is")
