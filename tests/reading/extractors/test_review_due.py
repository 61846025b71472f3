"""Cases of `review_due`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Plan för stöd\nRevideras: Vid behov", "Vid behov"),
    ("Plan för stöd\nPlanen revideras vart fjärde år.", "vart fjärde år"),
    ("Plan för stöd\nAktualitetsprövas: en gång per mandatperiod", "en gång per mandatperiod"),
    (
        "Riktlinje för stöd\nUppdateras senast: 2014-03-01",
        "2014-03-01",
    ),
    (
        "Riktlinjer för stöd\nAntagna av socialnämnden 2015-06-17\nRiktlinjerna ses över vartannat år.",
        "vartannat år",
    ),
    (
        "Riktlinjer för säkerhet\nNästa revision: 2023-06-01",
        "2023-06-01",
    ),
]

REFUSES = [
    ("Plan för stöd\nRevideras:\n\nInledning", "a label without a value"),
    ("Plan för stöd\nLönen ses över i samtal med chefen.", "no interval of the document"),
    (
        "Riktlinje för beredskap\nTidpunkt för senaste revidering: -\nSökord: beredskap",
        "when it was revised last",
    ),
    (
        "Trafikpolicy\nKommunens fordon ska ses över varje år.",
        "the review of another thing",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("review_due", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("review_due", text) == [], because
