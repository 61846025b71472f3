"""The words of the inventory."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileState(models.TextChoices):
    """How far a file has come."""

    RECEIVED = "received", _("Waiting to be read")
    READING = "reading", _("Being read")
    READ = "read", _("Finished reading")
    FAILED = "failed", _("Could not be read")


class About(models.TextChoices):
    """Whether the file is the document's own text or speaks of it."""

    OWN = "own", _("The file is this document")
    MENTIONED = "mentioned", _("The file speaks of this document")


class CandidateState(models.TextChoices):
    """What people have made of a candidate."""

    OPEN = "open", _("To be confirmed")
    ENTERED = "entered", _("In the register")
    SET_ASIDE = "set_aside", _("Set aside")


class Validity(models.TextChoices):
    """How the text itself stands on the day it was judged, as read."""

    IN_FORCE = "in_force", _("In force")
    IN_FORCE_NO_END = "in_force_no_end", _("In force, without an end")
    EXPIRED = "expired", _("Past its last day")
    REPEALED = "repealed", _("Repealed")
    NOT_DECIDED = "not_decided", _("Not decided")
    UNKNOWN = "unknown", _("Cannot be told")


class BulkKind(models.TextChoices):
    """What is done to many candidates at once."""

    CONFIRM = "confirm", _("Claims confirmed by rule")
    ENTER = "enter", _("Entered into the register")
    REOPEN = "reopen", _("Confirmation taken back")


class BulkState(models.TextChoices):
    """How far that has come."""

    RUNNING = "running", _("Going on")
    DONE = "done", _("Done")


class Found(models.TextChoices):
    """What the machine found of a field. Never changes: it is what was claimed."""

    VALUE = "value", _("A value")
    LABEL = "label", _("A label without a value")
    NOTHING = "nothing", _("Not found in the text")


class ClaimState(models.TextChoices):
    """What a person has said of a claim."""

    PROPOSED = "proposed", _("Read by the machine")
    MISSING = "missing", _("Label without value")
    ABSENT = "absent", _("Not found in the text")
    CONFIRMED = "confirmed", _("Confirmed")
    REJECTED = "rejected", _("Rejected")


UNDECIDED: dict[str, ClaimState] = {
    Found.VALUE: ClaimState.PROPOSED,
    Found.LABEL: ClaimState.MISSING,
    Found.NOTHING: ClaimState.ABSENT,
}


class EventState(models.TextChoices):
    """What people have made of an event in the minutes."""

    PROPOSED = "proposed", _("To be accepted")
    PENDING = "pending", _("Waiting for the decision")
    ACCEPTED = "accepted", _("Recorded as a decision")
    REJECTED = "rejected", _("Rejected")


class MeetingPaper(models.TextChoices):
    """What a paper of a meeting is; the value is the reading's own word for it."""

    MINUTES = "protokoll", _("Minutes")
    AGENDA = "kallelse", _("Agenda")


class Field(models.TextChoices):
    """The facts a claim can be about, in the order people check them."""

    TITLE = "title", _("Title")
    DOCUMENT_TYPE = "document_type", _("Document type")
    DECIDING_BODY = "deciding_body", _("Deciding body")
    DECISION_DATE = "decision_date", _("Date of the decision")
    PARAGRAPH = "paragraph", _("Section")
    REGISTRY_NUMBER = "registry_number", _("Registry number")
    VALID_FROM = "valid_from", _("Valid from")
    VALID_UNTIL = "valid_until", _("Valid through")
    TILLS_VIDARE = "tills_vidare", _("Until further notice")
    RESPONSIBLE = "responsible", _("Responsible")
    MUNICIPALITY = "municipality", _("Municipality")
    REVIEW_DUE = "review_due", _("To be reviewed")
    REPLACES = "replaces", _("Replaces")
    REVISED_DATES = "revised_dates", _("Revised")


# What the register has a place for. The rest is kept with the claims.
ENTERED_FIELDS: tuple[Field, ...] = tuple(Field)[:10]
DATE_FIELDS = frozenset({Field.DECISION_DATE, Field.VALID_FROM, Field.VALID_UNTIL})
