"""Cases of `title`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    (
        "Dokumentnamn: Riktlinje för sponsring\nBeslutad av: Kommunstyrelsen",
        "Riktlinje för sponsring",
    ),
    (
        "Antagen av kommunfullmäktige 2020-02-03\n\nKostpolicy för Habo kommun\nInledning\nMat är bra.",
        "Kostpolicy för Habo kommun",
    ),
    (
        "RUTIN\nVård- och omsorgsförvaltningen\n\nLåna hem hjälp-\nmedel över natten\nSyfte\nText.",
        "Låna hem hjälpmedel över natten",
    ),
    (
        "Biblioteksplan\nOckelbo kommun\n\nBiblioteksplan för Ockelbo kommun 2022-2025\n\nInledning",
        "Biblioteksplan för Ockelbo kommun 2022-2025",
    ),
    (
        "TJÄNSTESKRIVELSE\nDatum\n2024-01-02\n\nNy taxa för bygglov\n\nFörslag till beslut\nTaxan antas.",
        "Ny taxa för bygglov",
    ),
]

REFUSES = [
    ("Dokumentnamn: [Titel]\nwww.exempel.se", "a placeholder and a web address"),
    ("Kommunledningskontoret\n2024-05-06", "a department and a date"),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("title", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("title", text) == [], because
