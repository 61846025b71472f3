"""Cases of `municipality`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Biblioteksplan för Åtvidabergs kommun", "Åtvidaberg"),
    ("Kallelse\nKommunfullmäktige i Borås", "Borås"),
    ("Riktlinje för resor i Mölndals stad", "Mölndal"),
    ("Läs mer på www.hoganas.se om rutinen.", "Höganäs"),
    ("Programmet gäller i Tyresé kommun", "Tyresö"),
    (
        "Riktlinjer för stöd\nKontakta kommunen på info@skara.se",
        "Skara",
    ),
    (
        "Plan för Växjö kommunkoncern",
        "Växjö",
    ),
]

REFUSES = [
    ("Riktlinje för vården i Region Stockholm", "a region is no municipality"),
    ("Avtal mellan Habo kommun och Mullsjö kommun", "two are named as often"),
    ("Resa till Lund och Ystad", "towns, no municipalities"),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("municipality", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("municipality", text) == [], because
