"""A decision goes on over the foot of its page and the head of the next."""

import pytest

from tests.reading.events.test_statements import events, short
from vagvisare.reading.events.page_edges import without_page_edges

EDGES = [
    "Exempelby kommun, protokoll\n\n26 (74)\n\nKommunfullmäktige\n\nProtokoll (nr 1)\nSammanträdesdatum: 2024-05-27",
    "EXEMPELBY KOMMUN        SAMMANTRÄDESPROTOKOLL       33 (45)\nKommunstyrelsen\nDatum\n2024-05-27",
    "Justerandes signatur        Utdragsbestyrkande\n\fSida 14 av 60",
]


@pytest.mark.parametrize("edge", EDGES)
def test_a_name_goes_on_over_the_page(edge):
    words = f"Kommunfullmäktige antar Policy för resor och\n\n{edge}\n\nmöten, daterad 2024-03-01."
    assert [short(event) for event in events(words)] == [("adopt", "Policy för resor och möten")]


@pytest.mark.parametrize("edge", EDGES)
def test_the_next_point_stands_on_the_next_page(edge):
    words = f"1. Policy för resor antas.\n\n{edge}\n\n2. Plan för vatten upphör att gälla."
    found = events(words)
    assert [short(event) for event in found] == [("replace", "Policy för resor")]
    assert [ended["title"] for ended in found[0]["ends"]] == ["Plan för vatten"]


@pytest.mark.parametrize("edge", EDGES)
def test_the_text_keeps_its_length(edge):
    text = f"Policy för\n\n{edge}\n\nresor antas."
    assert len(without_page_edges(text)) == len(text)


@pytest.mark.parametrize(
    "text", ["Kommunstyrelsen\n\n2024-05-27\n\nBeslut", "Se bilaga 3 (7 sidor)"]
)
def test_lines_without_a_page_number_stay(text):
    assert without_page_edges(text) == text
