"""May a field have this value, may a batch be changed: checks that refuse."""

from django.utils.translation import gettext as _

from vagvisare.inventory.models import Batch
from vagvisare.inventory.queries import type_meant
from vagvisare.inventory.rules import YES, storable
from vagvisare.inventory.states import DATE_FIELDS, Field
from vagvisare.kernel.errors import Refusal
from vagvisare.kernel.partial_dates import first_day_of
from vagvisare.organization.queries import body_called

# What the register's columns hold.
LONGEST = {Field.TITLE: 500, Field.PARAGRAPH: 40, Field.REGISTRY_NUMBER: 80, Field.RESPONSIBLE: 200}
LONGEST_OTHER = 2000
SAYS_YES = frozenset({YES, "ja", "yes", "tills vidare"})


class NotAValue(Refusal):
    code = "inventory.not-a-value"


class BatchUndone(Refusal):
    code = "inventory.batch-undone"


def check_stands(batch: Batch) -> None:
    """Refuse what would be done to a batch that is undone.

    :raises BatchUndone: until it is taken up again
    """
    if batch.undone_at is not None:
        raise BatchUndone(_("The batch is undone. Take it up again first."))


def check_read_value(field: str, value: str) -> None:
    """Refuse what was read where the register could not hold it.

    A type or body that the municipality does not have passes: it is what the text says. It
    stops the document later, when it is to be entered.

    :raises NotAValue: with what can be done
    """
    most = LONGEST.get(Field(field), LONGEST_OTHER)
    if len(value) > most:
        raise NotAValue(
            _("The value has {number} characters; at most {most} fit. Correct it.").format(
                number=len(value), most=most
            )
        )
    if field in DATE_FIELDS and not _is_date(value):
        raise NotAValue(
            _("“{given}” is no date. Write 2007-12-12, 2007-12 or 2007.").format(given=value)
        )


def is_value(field: str, value: str) -> bool:
    """Whether what was read could be confirmed as it is."""
    try:
        check_read_value(field, value)
    except NotAValue:
        return False
    return True


def checked_value(field: str, given: str) -> str:
    """Return a person's value as the claims keep it.

    :raises NotAValue: with what can be done
    """
    value = " ".join(storable(given).split())
    if not value:
        raise NotAValue(_("Write a value, or reject the claim."))
    if field == Field.TILLS_VIDARE:
        return _yes(value)
    check_read_value(field, value)
    if field == Field.DOCUMENT_TYPE and type_meant(value) is None:
        raise NotAValue(
            _("“{given}” is none of the municipality's document types.").format(given=value)
        )
    if field == Field.DECIDING_BODY and body_called(value) is None:
        raise NotAValue(_("“{given}” is none of the municipality's bodies.").format(given=value))
    return value


def _yes(value: str) -> str:
    if value.casefold() not in SAYS_YES:
        raise NotAValue(_("This field is yes or nothing. Reject the claim if it is not so."))
    return YES


def _is_date(value: str) -> bool:
    try:
        first_day_of(value)
    except ValueError:
        return False
    return True
