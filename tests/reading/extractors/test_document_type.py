"""Cases of `document_type`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Dokumenttyp: Riktlinje\nDokumentnamn: Trygg hemgång", "riktlinje"),
    ("Dagvattenpolicy för Bjuvs kommun\n\nInledning", "policy"),
    ("Avfallsföreskrifter för Kils kommun\n\nInledning", "föreskrift"),
    ("§ 12 Dnr KS 2024/11\nÖversyn\n\nBeslut\nÖversynen noteras.", "protokoll"),
    ("Tjänsteskrivelse\n\nNy plan\n\nFörslag till beslut\nPlanen antas.", "tjänsteskrivelse"),
    (
        "Dokumentet är beslutat av: Enhetschef\n# RUTIN\nSamordnad individuell plan\n## Inledning\nText.",
        "rutin",
    ),
    (
        "Uppdragsbeskrivning hemtjänst enligt socialtjänstlagen\n\nHemtjänst beviljas efter behov.",
        "uppdragsbeskrivning",
    ),
    ("Likabehandlingsplan för Björkskolan\n\n1. Syfte\nAlla är lika mycket värda.", "plan"),
    ("Bestämmelser för torghandel i Exempelby\n\nTorget får användas alla dagar.", "bestämmelser"),
]

REFUSES = [
    ("Öppettider\n\nBadhuset har öppet alla dagar.", "no word that names a type"),
    ("Tillbehör till television\n\nKöp dem i butiken.", "a word that only ends like one"),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("document_type", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("document_type", text) == [], because
