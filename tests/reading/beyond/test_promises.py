"""Cases of `promises`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.beyond.found import found

FINDS = [
    (
        "Plan för trygghet\nPlanen ska följas upp årligen av kommunstyrelsen.",
        "follow_up · 12 · kommunstyrelsen",
    ),
    ("Plan för trygghet\nPlanen ska utvärderas 2025.", "evaluation · 2025"),
    ("Plan för trygghet\nPlanen revideras vart fjärde år.", "revision · 48"),
    (
        "Plan för trygghet\nDokumentet aktualitetsprövas en gång per mandatperiod.",
        "review · 48",
    ),
    (
        "Plan för trygghet\nKommunstyrelsen ansvarar för att planen följs upp och utvärderas varje år.",
        "follow_up · 12 · Kommunstyrelsen; evaluation · 12 · Kommunstyrelsen",
    ),
    ("Plan för trygghet\nUppföljning av planen görs två gånger per år.", "follow_up · 6"),
    ("Plan för trygghet\nUppföljning\nUppföljning sker varje halvår.", "follow_up · 6"),
    (
        "Plan för trygghet\nÅtgärderna ska följas upp i samband med årsredovisningen.",
        "follow_up · 12",
    ),
    (
        "Plan för trygghet\nEn utvärdering av planen ska göras senast den 31 december 2026.",
        "evaluation · 2026-12-31",
    ),
    ("Plan för trygghet\nRevideras: Vart fjärde år", "revision · 48"),
]

REFUSES = [
    ("Plan för trygghet\nPlanen följs upp och revideras vid behov.", "neither how often nor when"),
    ("Plan för trygghet\nLönen ses över årligen.", "another thing than the document"),
    ("Plan för trygghet\nFöretagets policy revideras vart fjärde år.", "another document"),
    ("Plan för trygghet\nFörra planen utvärderades 2019.", "what was done is no promise"),
    ("Plan för trygghet\nPlanen kan utvärderas varje år.", "a possibility"),
    ("Plan för trygghet\nElevernas mål ska följas upp varje år.", "goals of persons"),
    (
        "Protokoll\n§ 4 Plan för trygghet\nBeslut\nPlanen ska följas upp årligen.",
        "minutes tell it of another document",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert "; ".join(found("promises", text)) == value


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("promises", text) == [], because
