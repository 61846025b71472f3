"""Cases of `laws`; docs/reference/extractors.md is made of them."""

import re
from datetime import date, timedelta

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


EDGES = [  # the statute as cited, and the first day on which it is no longer in force
    ("kommunallagen (1991:900)", date(2018, 1, 1)),
    ("socialtjänstlagen (1980:620)", date(2002, 1, 1)),
    ("socialtjänstlagen (2001:453)", date(2025, 7, 1)),
    ("skollagen (1985:1100)", date(2010, 8, 1)),
    ("förvaltningslagen (1986:223)", date(2018, 7, 1)),
    ("personuppgiftslagen (1998:204)", date(2018, 5, 25)),
    ("sekretesslagen (1980:100)", date(2009, 6, 30)),
    ("lagen (2007:1091) om offentlig upphandling", date(2017, 1, 1)),
    ("plan- och bygglagen (1987:10)", date(2011, 5, 2)),
    ("naturvårdslagen (1964:822)", date(1999, 1, 1)),
    ("jämställdhetslagen (1991:433)", date(2009, 1, 1)),
    ("hälso- och sjukvårdslagen (1982:763)", date(2017, 4, 1)),
    ("säkerhetsskyddslagen (1996:627)", date(2019, 4, 1)),
    ("lagen (2002:833) om extraordinära händelser i fredstid", date(2006, 9, 1)),
    ("bibliotekslagen (1996:1596)", date(2014, 1, 1)),
    ("alkohollagen (1994:1738)", date(2011, 1, 1)),
    ("tobakslagen (1993:581)", date(2019, 7, 1)),
    ("vallagen (1997:157)", date(2006, 1, 1)),
    ("lagen (1997:614) om kommunal redovisning", date(2019, 1, 1)),
    ("lagen (1997:734) om ansvar för viss kollektiv persontrafik", date(2012, 1, 1)),
    ("avfallsförordningen (2001:1063)", date(2011, 8, 9)),
    ("avfallsförordningen (2011:927)", date(2020, 8, 1)),
    ("lagen (2018:1174) om informationssäkerhet", date(2026, 1, 15)),
]


@pytest.mark.parametrize(("cited", "day"), EDGES)
def test_a_law_is_repealed_from_its_day(cited, day):
    text = f"Plan för stöd\nEnligt {cited} gäller detta."
    (before,) = found("laws", text, on=day - timedelta(days=1))
    (after,) = found("laws", text, on=day)

    assert " · in_force" in before
    assert f" · repealed · {day.isoformat()}" in after


def test_a_law_not_yet_in_force_is_upcoming():
    text = "Plan för stöd\nEnligt socialtjänstlagen (2025:400) gäller."

    assert found("laws", text, on=date(2025, 5, 1))[0].endswith("upcoming")


def test_each_row_of_the_table_holds_together():
    for number, law in table().items():
        assert law.name and law.source.startswith("SFS "), number
        assert (law.repealed is None) == (law.by is None), number
        if law.repealed:
            first = table()[law.by].first
            assert first is None or first <= law.repealed, number
            assert table()[law.by].repealed is None or law.repealed < table()[law.by].repealed
        days = [day for day in (law.first, law.repealed) if day]
        assert days == sorted(days) and all(date.fromisoformat(day) for day in days), number


def test_a_repealed_law_names_the_act_that_repealed_it():
    for number, law in table().items():
        if law.repealed:
            named = re.match(r"SFS (\d{4}:\d+)", law.source)
            assert named and named[1] != number
            assert int(named[1][:4]) >= int(number[:4])


def test_the_laws_that_papers_cite_most_are_there():
    most = "2017:725 2025:400 2010:800 2017:900 2018:218 2009:400 1990:782 2016:1145 2016:1146 2008:962"
    most += (
        " 2010:900 1998:808 2008:567 1993:387 2017:30 2018:585 2006:544 2003:778 2013:801 2010:1622"
    )
    most += " 2018:2088 1991:481 1982:80 1976:580 1977:1160 2005:837 2021:890 2009:724 2009:600 2018:1197"
    most += " 2011:185 2010:2039 2000:1383 2010:1065 2020:614 2006:412 1997:736 2018:597 1999:1078"

    for number in most.split():
        assert table()[number].repealed is None, number
