"""Cases of `valid_from`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Plan för stöd\nGiltighetstid: 2023-2026", "2023"),
    ("Taxa för bad\nTaxan träder i kraft den 1 januari 2025.", "2025-01-01"),
    ("Plan för stöd 2019–2021\n\nInledning", "2019"),
    ("Plan för stöd\nGäller fr.o.m. 2024-01-01", "2024-01-01"),
    ("Taxa för strålskydd från och med 2013\n\nTaxan har fyra nivåer.", "2013"),
    (
        "Riktlinje för stöd\nGäller fr. o m: 2012-03-01",
        "2012-03-01",
    ),
    (
        "Plan för förskolan\nPlanen gäller från: 2024-10-01",
        "2024-10-01",
    ),
    (
        "1 Jämställdhetsplan 2015-2017\nDokumentnamn: Jämställdhetsplan\nBeslutsinstans: Kommunstyrelsen",
        "2015",
    ),
    (
        "Riktlinjer för konst\nGäller: 2023-04-01 – tills vidare",
        "2023-04-01",
    ),
    (
        "Taxa för sotning\n\nTaxan börjar gälla 2022-01-01",
        "2022-01-01",
    ),
]

REFUSES = [
    ("Taxa 2025\n\nInledning", "a year that names an edition"),
    ("Plan för stöd\nLagen trädde i kraft den 1 juli 2009.", "a law's day"),
    ("Plan för stöd\nErsätter: Äldre plan 2015-2019", "another document's period"),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("valid_from", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("valid_from", text) == [], because
