"""Cases of `replaces`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Plan för stöd\nDokumentet ersätter: Äldre plan, VON/2019:82", "Äldre plan, VON/2019:82"),
    (
        "Biblioteksplan\nBiblioteksplanen tar över efter Biblioteksplan 2016-2018.",
        "Biblioteksplan 2016-2018",
    ),
    (
        "Tjänsteskrivelse\n\nTaxa för museet\n\nFörslag till beslut\nTaxa för museet, daterad 2024-01-02, antas.\nTidigare taxa för museet upphör att gälla.",
        "Tidigare taxa för museet",
    ),
    (
        "Renhållningsavgifter\n\nI och med denna föreskrift upphör Renhållningstaxa för Exempelby som var antagen tidigare.",
        "Renhållningstaxa för Exempelby",
    ),
    (
        "Regler för IT\n\nDokumentet är nytt. Ersätter dokumentet Instruktion för system. Mer finns i policyn.",
        "Instruktion för system",
    ),
    (
        "Avfallsföreskrifter för Exempelby kommun\nFöreskrifterna träder i kraft den 1 mars 2020, då föreskrifter om avfallshantering för Exempelby kommun den 17 juni 2013 upphör att gälla.",
        "föreskrifter om avfallshantering för Exempelby kommun",
    ),
    (
        "Taxa för bygglov\nErsätter tidigare versioner: KF 2011-12-19",
        "KF 2011-12-19",
    ),
    (
        "Strategisk plan 2019–2022 för Exempelby kommun\n\nPlanen avlöser Strategisk plan 2015–2018.",
        "Strategisk plan 2015–2018",
    ),
]

REFUSES = [
    ("Rutin för nycklar\nDokumentet ersätter: Nytt dokument", "a new document replaces nothing"),
    ("Plan för stöd\nErsätter: 2020-01-02", "a bare date"),
    ("Plan för stöd\nLagen ersätter lagen (1991:433).", "laws"),
    (
        "Policy för kost\nErsätter tidigare versioner\nAntagen av kommunfullmäktige 2020-01-02",
        "versions that are not named",
    ),
    (
        "Rutin för läkemedel\nErsätter version: 4",
        "a number of a version",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("replaces", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("replaces", text) == [], because
