from datetime import date

import pytest

from vagvisare.kernel.partial_dates import first_day_of, last_day_of


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2007-12-12", date(2007, 12, 12), date(2007, 12, 12)),
    ],
)
def test_a_stated_date_spans_its_days(stated, first, last):
    assert (first_day_of(stated), last_day_of(stated)) == (first, last)


@pytest.mark.parametrize("stated", ["", "07", "2007-13", "2023-02-29", "2007-1-1", "12 dec 2007"])
def test_what_is_no_date_is_refused(stated):
    with pytest.raises(ValueError):
        last_day_of(stated)
