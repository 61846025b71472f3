"""Cases of `decision_date`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Policy för stöd\nBeslutsdatum: 5.3.2020", "2020-03-05"),
    ("Policy för stöd\nBeslutsdatum: 05-03-2020", "2020-03-05"),
    ("Policy för stöd\nBeslutsdatum: 2020/03/05", "2020-03-05"),
    ("Plan för stöd\nAntagen av kommunfullmäktige den 2 december 2019 § 239", "2019-12-02"),
    ("Plan för stöd\nDIREKTIV ANTAGNA AV KOMMUNSTYRELSEN 2007 02 24", "2007-02-24"),
    ("Plan för stöd\nAntagen av kommunstyrelsen 29/11 2017, § 141", "2017-11-29"),
    ("Plan för stöd\nAntagen av kommunfullmäktige i januari 2012", "2012-01"),
    ("Plan för stöd\nAntagen KF § 117/1993", "1993"),
    (
        "KOMMUNEN                  SAMMANTRÄDESPROTOKOLL           1 (2)\nKommunstyrelsens arbetsutskott\nDatum\n2025-02-25\n\n§ 60 Dnr KS-2024-00820\nÄrende om plan\n\nBeslut\nPlanen noteras.",
        "2025-02-25",
    ),
    (
        "Avgift för sopor i Exempelby\n\nAvgiften för sopor i Exempelby togs i kommunfullmäktige den 25 november 2010.",
        "2010-11-25",
    ),
    (
        "Policy för stöd\nDokumenttyp: Policy\nStatus: Antaget 2017-09-05, § 275",
        "2017-09-05",
    ),
    (
        "Policy för stöd\nAntagen av: Kommunfullmäktige\nDatum: 2024-11-25\nParagraf: 148",
        "2024-11-25",
    ),
    (
        "Policy för stöd\nBeslutad av kommunstyrelsen 2018maj09 § 84",
        "2018-05-09",
    ),
    (
        "Taxa för bygglov\nGäller från: 2018-01-01\nAntagen: KF § 63/2017",
        "2017",
    ),
    (
        "Handlingsplan för stöd\n\nHandlingsplanen är fastställd den 21 april 2020 och gäller till och med 2024.",
        "2020-04-21",
    ),
    (
        "Ägardirektiv för Exempelbostäder AB\nAntagna KF 2016-03-14 § 58\nFastställt Bolagsstämma 2018-12-12",
        "2018-12-12",
    ),
    (
        "Kommunikationspolicy\nAntagen av KF/2012-10-18/ § 114",
        "2012-10-18",
    ),
    (
        "Policy för stöd\n\nFastställd av                Datum               Dokumentansvarig\nKommunstyrelsen              2019-03-05 § 41     Ekonomichef\n",
        "2019-03-05",
    ),
    (
        "Rutin vid brand\n\nRutinen fastställdes av enhetschefen 2023-08-14 och gäller tills vidare.",
        "2023-08-14",
    ),
]

REFUSES = [
    ("Plan för stöd\nAntagen av kommunfullmäktige 27 juni", "a day without a year"),
    (
        "Plan för stöd 2013-2017\nAntagen av kommunfullmäktige den 29 april        .",
        "no year is borrowed from a period",
    ),
    ("Plan för stöd\nDatum: 2022-01-31", "the date of a page is no decision"),
    ("Plan för stöd\nBeslutsdatum: 20XX-XX-XX", "a placeholder"),
    (
        "Reglemente för kulturnämnden\n\nDetta reglemente är beslutat av kommunfullmäktige den xx/xx 2015, xx.",
        "a day left open",
    ),
    (
        "Strategi för stöd\nRemisstid till och med 15 februari 2024\nAntagen av: Kommunfullmäktige",
        "the day of the line above",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("decision_date", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("decision_date", text) == [], because
