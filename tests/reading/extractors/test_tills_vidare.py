"""Cases of `tills_vidare`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Plan för stöd\nGäller: Tillsvidare", "true"),
    ("Plan för stöd\nGiltighetstid: Till beslut om upphörande", "true"),
    ("Plan för stöd\nDokumentet gäller tills vidare.", "true"),
    (
        "Renhållningsavgifter\n\nDenna föreskrift är antagen av kommunfullmäktige och gäller tillsvidare.",
        "true",
    ),
    ("Policy för bolag\n\nPolicyn gäller intill dess fullmäktige beslutat om annat.", "true"),
    (
        "Avgifter för kopior\n\nAvgifterna gäller från 1 maj 2016 och tills vidare.",
        "true",
    ),
    (
        "Instruktion för ombud\n\nInstruktionen gäller från och med den 1 juli 2018 tills vidare.",
        "true",
    ),
]

REFUSES = [
    (
        "Plan för stöd\nAvtalet med leverantören löper tills vidare.",
        "another thing than the document",
    ),
    ("Plan för stöd\nGiltighetstid: 2023-2026", "a limited validity"),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("tills_vidare", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("tills_vidare", text) == [], because
