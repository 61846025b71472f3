"""Dates as documents state them: a day, a month or a year, in ISO form."""

import calendar
import re
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day_of(stated: str) -> date:
    """Return the first day that `stated` ("2007", "2007-04" or "2007-04-12") covers.

    :raises ValueError: when it is none of the three forms, or no such day exists
    """
    year, month, day = _parts(stated)
    return date(year, month or 1, day or 1)


def last_day_of(stated: str) -> date:
    """Return the last day that `stated` covers: a year ends on 31 December.

    :raises ValueError: when it is none of the three forms, or no such day exists
    """
    year, month, day = _parts(stated)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(stated: str) -> tuple[int, int | None, int | None]:
    match = _FORM.fullmatch(stated)
    if match is None:
        raise ValueError(f"not YYYY, YYYY-MM or YYYY-MM-DD: {stated!r}")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None
