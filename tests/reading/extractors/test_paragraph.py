"""Cases of `paragraph`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Policy för stöd\nAntagen av kommunfullmäktige 2020-03-05, paragraf 12", "12"),
    ("Policy för stöd\nAntagen av kommunfullmäktige 2020-03-05 § nr 12", "12"),
    ("Plan för stöd\nAntagen av kommunfullmäktige 2020-10-06, § 124", "124"),
    ("Plan för stöd\nAntagen av kommunstyrelsen den 21 juni 2011 159", "159"),
    ("Plan för stöd\nAntagen av Kf 24/2015", "24"),
    ("§ 88 Dnr KS 2024/11\nÖversyn\n\nBeslut\nÖversynen noteras.", "88"),
    ("Direktiv för arkiv\nDirektiven antogs av kommunstyrelsen ( 42).", "42"),
    (
        "Policy för bolag\nBeslutande: Kommunfullmäktige\nDatum och paragraf: , 163\nGäller till: tills vidare",
        "163",
    ),
    (
        "Policy för stöd\nAntagen av: Kommunfullmäktige\nDatum: 2024-11-25\nParagraf: 148",
        "148",
    ),
    (
        "Handlingsplan för klimatanpassning\nKommunstyrelsens beslut 2022-10-04 § 188",
        "188",
    ),
    (
        "Arkivreglemente\nKf 169/2017",
        "169",
    ),
]

REFUSES = [
    ("Plan för stöd\nAntagen av kommunstyrelsen            , xx", "a placeholder"),
    ("Plan för stöd\nEnligt 4 § skollagen ska det finnas en plan.", "a section of a law"),
    ("Plan för stöd\nBilagan ändrad av kommunstyrelsen 2020-01-02, § 294", "a revision's section"),
    (
        "Ägardirektiv för Exempelbostäder AB\nAntagna KF 2016-03-14 § 58\nFastställt Bolagsstämma 2018-12-12",
        "the section of an earlier link of the chain",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("paragraph", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("paragraph", text) == [], because
