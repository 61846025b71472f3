"""Cases of `revised_dates`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    (
        "Plan för stöd\nAntagen av kommunfullmäktige 2019-04-29\nSenast reviderad: 2023-10-24",
        "2023-10-24",
    ),
    ("Plan för stöd\nKF 2006-10-23 rev 2021-10-25", "2021-10-25"),
    (
        "Rutin för nycklar\nDokumentet beslutades den: 2023-06-14 reviderad 14 juli 2025",
        "2025-07-14",
    ),
    (
        "Biblioteksplan 2016-2018\nAntogs av kommunfullmäktige 8 december 2015. Förlängdes till att gälla till och med 2018 enligt beslut av kommunfullmäktige 25 april 2017.",
        "2017-04-25",
    ),
    (
        "Arbetsordning för fullmäktige\nAntagen av kommunfullmäktige: 1991-12-19, § 42\nÄndrade av kommunfullmäktige den 25 november 2002, § 88",
        "2002-11-25",
    ),
    (
        "Riktlinjer för stöd\nAntagna av kommunfullmäktige 2020-01-27\nGiltighetsperiod: fr.o.m. 2020-02-01 t.o.m. 2023-12-31 (förlängd t.o.m. 2027-12-31 genom KF 2023-11-27 § 142)",
        "2023-11-27",
    ),
    (
        "Dataskyddspolicy\nBeslutat av VD 2018-05-25\nSenast uppdaterad 2021-11-03",
        "2021-11-03",
    ),
    (
        "Reglemente för valnämnden\nAntaget av kommunfullmäktige den 12 december 1994, § 137, med ändringar senast den 17 december 2018, § 223.",
        "2018-12-17",
    ),
]

REFUSES = [
    ("Plan för stöd\nSenast uppdaterad: 20 december 2019", "the date of a web page"),
    (
        "Plan för stöd\n2011-03-28/rev 2011-05-24\nAntagen av kommunfullmäktige § 117, 2011-06-16",
        "a draft's revision, before the adoption",
    ),
    ("Plan för stöd\nSenast reviderad: [Datum]", "a placeholder"),
    (
        "Program för stöd\nReviderat 2012\nFastställt av kommunfullmäktige 2012-09-26",
        "the bare year of the adoption",
    ),
    (
        "Taxa för bygglov\nAntagen av kommunfullmäktige 2017-06-12\n\nSenast uppdaterad: 03 januari 2019",
        "the day of a web page",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("revised_dates", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("revised_dates", text) == [], because


@pytest.mark.parametrize(
    "text",
    [
        "Reviderad av KF: 1992-10-29, 1994-09-29, 1998-11-26",
        "Fastställd den 17 december 1991, 253, ändrad den 29 oktober 1992, 146, den 29 september 1994, 75, den 26 november 1998, 331.",
    ],
)
def test_it_finds_every_day_of_a_list(text):
    days = found("revised_dates", f"Arbetsordning för fullmäktige\n{text}")

    assert days == ["1992-10-29", "1994-09-29", "1998-11-26"]
