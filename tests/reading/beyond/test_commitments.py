"""Cases of `commitments`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.beyond.found import found

FINDS = [
    (
        "Plan för trygghet\nÅtgärd\tAnsvarig\tNär\tIndikator\nTa fram en rutin\tSocialnämnden\t2025\tRutinen finns",
        "Ta fram en rutin · Socialnämnden · 2025 · 2025 · Rutinen finns",
    ),
    (
        "Plan för trygghet\nAktivitet\tAnsvarig\tTid\nÖka antalet laddplatser\tTekniska nämnden\t2024-2026",
        "Öka antalet laddplatser · Tekniska nämnden · 2024-2026 · 2026",
    ),
    (
        "Plan för trygghet\nÅtgärd\tAnsvarig\tTid\tMått\nUtbilda alla chefer\tQ2 2026",
        "Utbilda alla chefer · Q2 2026 · 2026",
    ),
    (
        "Plan för trygghet\nÅtgärder\n- Ta fram en rutin (Ansvarig: Socialnämnden, Klart: 2025)\n- Utbilda alla chefer",
        "Ta fram en rutin · Socialnämnden · 2025 · 2025; Utbilda alla chefer",
    ),
    (
        "Plan för trygghet\nAktiviteter 2024\n• Genomföra vandringar varje\nhöst i alla kommundelar\n• Kartläggning av otrygga platser",
        "Genomföra vandringar varje höst i alla kommundelar; Kartläggning av otrygga platser",
    ),
    (
        "Plan för trygghet\nÅtgärd 1: Ta fram en rutin\nAnsvarig: Socialnämnden\nTidplan: hösten 2025\nIndikator: Rutinen är antagen",
        "Ta fram en rutin · Socialnämnden · hösten 2025 · 2025 · Rutinen är antagen",
    ),
    (
        "Plan för trygghet\nSocialnämnden ska senast 2025 ta fram en rutin.",
        "Socialnämnden ska senast 2025 ta fram en rutin. · Socialnämnden · senast 2025 · 2025",
    ),
    (
        "Plan för trygghet\nSenast den 31 december 2025 ska tekniska nämnden ha tagit fram en karta.",
        "Senast den 31 december 2025 ska tekniska nämnden ha tagit fram en karta. · tekniska nämnden · Senast den 31 december 2025 · 2025-12-31",
    ),
]

REFUSES = [
    ("Plan för trygghet\nInsatser\n- Hemtjänst\n- Boendestöd", "services, not things to do"),
    ("Plan för trygghet\nÅtgärder vid brand\n- Rädda den som är i fara", "instructions"),
    ("Plan för trygghet\nKommunen ska senast 2030 klara sig utan olja.", "a goal"),
    (
        "Plan för trygghet\nVi tar upp ansökningar. Ansökan ska lämnas till nämnden senast 2025-03-01.",
        "a term for those who apply",
    ),
    (
        "Plan för trygghet\nNämnden ska under 2025 arbeta för att minska oron.",
        "what the work aims at",
    ),
    ("Plan för trygghet\nÅtgärder ............ 4\nAktiviteter 7", "a table of contents"),
    (
        "Plan för trygghet\nÅtgärd\tBeskrivning\nRäcke\tFinns i trappan",
        "no heading says who or when",
    ),
    (
        "Tjänsteskrivelse\nNy plan\nFörslag till beslut\nSocialnämnden ska senast 2025 ta fram en plan.",
        "a memo commits nobody",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert "; ".join(found("commitments", text)) == value


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("commitments", text) == [], because
