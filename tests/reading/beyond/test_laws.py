"""Cases of `laws`; docs/reference/extractors.md is made of them."""

from datetime import date

import pytest

from tests.reading.beyond.found import found
from vagvisare.reading.beyond.laws import table

FINDS = [
    (
        "Plan för trygghet\nEnligt kommunallagen (2017:725) gäller detta.",
        "2017:725 · kommunallagen · kommunallagen · in_force",
    ),
    (
        "Plan för trygghet\nEnligt kommunallagen (1991:900) gäller detta.",
        "1991:900 · kommunallagen · kommunallagen · repealed · 2018-01-01 · 2017:725",
    ),
    (
        "Plan för trygghet\nLagen (2009:724) om nationella minoriteter ska följas.",
        "2009:724 · Lagen om nationella minoriteter · lagen om nationella minoriteter och minoritetsspråk · in_force",
    ),
    ("Plan för trygghet\nSe SFS 2010:900.", "2010:900 · plan- och bygglagen · in_force"),
    (
        "Plan för trygghet\nUppgifter skyddas (1998:204).",
        "1998:204 · personuppgiftslagen · repealed · 2018-05-25 · 2018:218",
    ),
    (
        "Plan för trygghet\nEnligt förordningen (2003:789) om skydd mot olyckor gäller detta.",
        "2003:789 · förordningen om skydd mot olyckor · unknown",
    ),
    (
        "Plan för trygghet\nTaxan följer kommunallagen (2017:900), 2 kap.",
        "2017:900 · kommunallagen · förvaltningslagen · misquoted",
    ),
]

REFUSES = [
    ("Plan för trygghet\nSe SOSFS 1997:14 och HSLF-FS 2017:40.", "rules of an authority"),
    ("Plan för trygghet\nUtredningen (SOU 2024:8) och (2024:8).", "no statute"),
    ("Plan för trygghet\nDnr UF/2011:71, dnr (2017:725)", "diary numbers"),
    ("Plan för trygghet\nEnligt kommunallagen gäller detta.", "no number: which law is not said"),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert "; ".join(found("laws", text)) == value


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("laws", text) == [], because


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2025, 6, 30), "in_force"), (date(2025, 7, 1), "repealed")],
)
def test_a_law_is_repealed_from_its_day(day, status):
    (law,) = found("laws", "Plan för stöd\nEnligt socialtjänstlagen (2001:453) gäller.", on=day)

    assert law.split(" · ")[3] == status


def test_a_law_not_yet_in_force_is_upcoming():
    text = "Plan för stöd\nEnligt socialtjänstlagen (2025:400) gäller."

    assert found("laws", text, on=date(2025, 5, 1))[0].endswith("upcoming")


def test_each_row_of_the_table_holds_together():
    for number, law in table().items():
        assert law.name and law.source.startswith("SFS "), number
        assert (law.repealed is None) == (law.by is None), number
        if law.repealed:
            assert law.by in table(), number
            assert law.repealed == table()[law.by].first, number
            assert law.source.startswith(f"SFS {law.by}"), number
        days = [day for day in (law.first, law.repealed) if day]
        assert days == sorted(days) and all(date.fromisoformat(day) for day in days), number
