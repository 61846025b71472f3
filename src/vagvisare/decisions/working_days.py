"""Swedish days on which no time limit ends (lag 1930:173, 2 §). Pure."""

from datetime import date, timedelta

ONE_DAY = timedelta(1)
SATURDAY = 5
# (month, day); the law puts midsummer's, Christmas' and New Year's eves beside the holidays.
FIXED = frozenset({(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)})
# Days after Easter Sunday: Good Friday, Easter Monday, Ascension Day. Sundays need no mention.
AFTER_EASTER = (-2, 1, 39)


def is_working_day(day: date) -> bool:
    """Whether a time limit may end on the day."""
    return not (
        day.weekday() >= SATURDAY
        or (day.month, day.day) in FIXED
        or (day - easter_sunday(day.year)).days in AFTER_EASTER
        or _is_midsummer_eve(day)
    )


def next_working_day(day: date) -> date:
    """Return the day itself where it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def easter_sunday(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _is_midsummer_eve(day: date) -> bool:
    """The Friday from 19 through 25 June."""
    return day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
