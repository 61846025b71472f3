"""From the text of a cell to a value, and from a value to the text that is compared and shown."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.translation import gettext as _

from vagvisare.kernel.partial_dates import first_day_of
from vagvisare.organization.models import Body, Department, Person
from vagvisare.writing.sheets import LONGEST_CELL, Link, Value, storable

Read = Callable[[str], Any]
YES, NO = "ja", "nej"
_YES, _NO = {YES, "yes", "1", "x", "true", "sant"}, {NO, "no", "0", "false", "falskt", ""}
_ORDINARY_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00)?)?")


class CellFault(Exception):
    """A cell holds nothing that its column takes; the text is a sentence for the person."""


def cell_text(value: Value) -> str:
    """Return the value as the cell shows it when it comes back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(value, Link):
        return value.text
    return value.isoformat() if isinstance(value, date) else str(value)


def same_text(ours: str, given: str) -> bool:
    """Whether a cell says what the register has, the ways of spreadsheets aside.

    They lose control characters, turn line ends into their own, and cut what is too long.
    """
    ours, given = _comparable(ours), _comparable(given)
    cut = len(given) >= LONGEST_CELL - ours.count("\n") and ours.startswith(given)
    return ours == given or (bool(given) and cut)


def _comparable(text: str) -> str:
    return storable(text).replace("\r\n", "\n").replace("\r", "\n")


def text(most: int, *, required: bool = False, one_line: bool = False) -> Read:
    """Return a reader of any text of at most `most` characters.

    one_line  line ends, and spaces more than one, are a space
    """

    def read(given: str) -> str:
        given = " ".join(given.split()) if one_line else given
        if len(given) > most:
            raise CellFault(
                _("The text has {number} characters; at most {most} fit.").format(
                    number=len(given), most=most
                )
            )
        if required and not given.strip():
            raise CellFault(_("This must not be empty."))
        return given

    return read


def whole_number(given: str) -> int | None:
    """Return the number in the cell."""
    given = given.strip()
    if not given:
        return None
    if not given.isdecimal() or len(given) > 9:
        raise CellFault(_("“{given}” is no whole number.").format(given=given[:60]))
    return int(given)


def day(given: str) -> date | None:
    """Return the day in the cell, which a spreadsheet may have given a time."""
    given = given.strip()
    if not given:
        return None
    found = _ORDINARY_DAY.fullmatch(given)
    try:
        if found is None:
            raise ValueError
        return date.fromisoformat(found[1])
    except ValueError as fault:
        raise CellFault(
            _("“{given}” is no day. Write it as 2007-12-12.").format(given=given[:60])
        ) from fault


def partial_day(given: str) -> str:
    """Return the day, month or year in the cell."""
    given = given.strip()
    found = _ORDINARY_DAY.fullmatch(given)
    stated = found[1] if found else given
    if stated:
        try:
            first_day_of(stated)
        except ValueError as fault:
            raise CellFault(
                _("“{given}” is no date. Write 2007-12-12, 2007-12 or 2007.").format(
                    given=given[:60]
                )
            ) from fault
    return stated


def yes_or_no(given: str) -> bool:
    """Return whether the cell says yes; an empty one says no."""
    said = given.strip().casefold()
    if said not in _YES | _NO:
        raise CellFault(_("Write yes or no, not “{given}”.").format(given=given[:60]))
    return said in _YES


def choice(choices: type[models.TextChoices]) -> Read:
    """Return a reader of one of the choices: its key, or its name in any of our languages."""

    def read(given: str) -> str:
        said = given.strip().casefold()
        for one in choices:
            if said in {str(one.value).casefold(), *in_all_languages(one.label)}:
                return str(one.value)
        names = ", ".join(str(one.label) for one in choices)
        raise CellFault(_("“{given}” is none of: {names}.").format(given=given[:60], names=names))

    return read


def in_all_languages(label: Any) -> set[str]:
    """Return the label in each language of the pages, without regard to case."""
    said = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said.add(" ".join(str(label).casefold().split()))
    return said


def body(given: str) -> Body | None:
    """Return the body that goes by its name, short name or key, or None for an empty cell."""
    return _called(Body, given, _("No body is called “{given}”."), ("name", "short", "key"))


def department(given: str) -> Department | None:
    """Return the department that goes by its name or key, or None for an empty cell."""
    return _called(Department, given, _("No department is called “{given}”."), ("name", "key"))


def person(given: str) -> Person | None:
    """Return who has this e-mail address, or None for an empty cell."""
    return _called(Person, given, _("Nobody has the address “{given}”."), ("email",))


def _called(model: type[models.Model], given: str, sentence: str, fields: tuple[str, ...]) -> Any:
    said = given.strip()
    if not said:
        return None
    for field in fields:
        exact = list(model._default_manager.filter(**{field: said})[:2])
        found = exact or list(model._default_manager.filter(**{f"{field}__iexact": said})[:2])
        if len(found) > 1:
            raise CellFault(_("Several go by “{given}”. Write the key.").format(given=said[:60]))
        if found:
            return found[0]
    raise CellFault(sentence.format(given=said[:60]))
