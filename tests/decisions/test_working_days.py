from datetime import date, timedelta

import pytest

from vagvisare.decisions.working_days import easter_sunday, is_working_day, next_working_day


@pytest.mark.parametrize(
    ("year", "day"),
    [(2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2024, (3, 31)), (2038, (4, 25))],
)
def test_easter_as_the_almanac_has_it(year, day):
    assert easter_sunday(year) == date(year, *day)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-01-01", False),
        ("2026-01-02", True),
        ("2026-01-06", False),
        ("2026-04-02", True),  # Maundy Thursday
        ("2026-04-03", False),  # Good Friday
        ("2026-04-06", False),  # Easter Monday
        ("2026-05-01", False),
        ("2026-05-14", False),  # Ascension Day
        ("2025-06-06", False),  # the national day
        ("2026-06-19", False),  # midsummer's eve
        ("2026-06-26", True),
        ("2026-12-23", True),
        ("2026-12-24", False),
        ("2026-12-31", False),
        ("2026-11-21", False),  # a Saturday
        ("2026-11-23", True),
    ],
)
def test_working_days(day, working):
    assert is_working_day(date.fromisoformat(day)) == working


def test_no_time_limit_waits_longer_than_over_christmas():
    days = [date(2000, 1, 1) + timedelta(n) for n in range(40 * 365)]

    assert max((next_working_day(day) - day).days for day in days) <= 5
    assert all(is_working_day(next_working_day(day)) for day in days)
