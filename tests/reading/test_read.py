"""Whole documents, invented after the kinds that come: a memo on an old plan, a broken scan."""

import time
from datetime import date

import pytest

from vagvisare.reading.read import read_text

DAY = date(2026, 11, 22)

MEMO = """

Diariernr:

Kultur- och fritidsnämnden

Uppföljning av arbetet med Idrottsplanen

Förslag till beslut

1. Notera förvaltningens uppföljning av arbetet med Idrottsplanen.

Förvaltningschef

Bakgrund

Idrottsplanen ”Rörelse hela livet” antogs i kommunfullmäktige den 3 maj 2004 och gällde för åren
2004-2008. Nämnden i Kumla kommun fick en delrapport 2006-03-18.

Slutsats

Idrottsplanen ”Rörelse hela livet” antogs för åren 2004-2008 och är därmed inaktuell och bör tas bort.
"""

DECK = """Trearig plan for delaktighet, mangfald
och jamlikhet

Uppdrag for utvecklingsforvaltningen

Omraden for att underlatta delaktighet

@ Arbete
@ Sprdket
@ Boendemiljo

Syfte
@ Atgarder ska utvarderas drligen och uppfoljning ska ske i namnder inom Tyresé kommun
@ Handlingsplanen ska kunna faststallas i namnd senast i april

Tidplan
@ Okt-Nov
@ Nov-Dec

Kartlaggning

Samrad med facken
Invandrarforeningar kontaktas
"""


def test_a_memo_is_about_another_document():
    reading = read_text(MEMO, on=DAY).as_dict()
    (mention,) = reading["mentions"]

    assert reading["document_type"] == "tjänsteskrivelse"
    assert reading["title"] == "Uppföljning av arbetet med Idrottsplanen"
    assert (reading["deciding_body"], reading["decision_date"]) == (None, None)
    assert (reading["valid_from"], reading["valid_until"]) == (None, None)
    assert reading["validity"] == "not_decided"
    assert reading["missing"] == ["registry_number"]
    assert mention["title"] == "Rörelse hela livet"
    assert (mention["deciding_body"], mention["decision_date"]) == (
        "kommunfullmäktige",
        "2004-05-03",
    )
    assert (mention["valid_from"], mention["valid_until"]) == ("2004", "2008")
    assert mention["validity"] == "expired"


def test_broken_letters_are_mended_only_where_one_word_fits_and_nothing_is_sure():
    reading = read_text(DECK, on=DAY).as_dict()

    assert reading["title"] == "Trearig plan for delaktighet, mangfald och jamlikhet"
    assert reading["municipality"] == "Tyresö"
    assert reading["responsible"] == "utvecklingsforvaltningen"
    assert [area["value"] for area in reading["areas"]] == ["Arbete", "Språket", "Boendemiljö"]
    assert reading["areas"][1]["evidence"]["text"] == "@ Sprdket"
    assert [(step["period"], step["value"]) for step in reading["timeline"]] == [
        ("Okt-Nov", "Kartläggning"),
        ("Nov-Dec", "Samråd med facken Invandrarföreningar kontaktas"),
    ]
    assert (reading["deciding_body"], reading["decision_date"]) == (None, None)
    assert all(evidence["confidence"] <= 0.6 for evidence in reading["evidence"].values())


def test_a_page_break_does_not_move_the_evidence():
    first = "Policy för resor i Kumla kommun\n\nInledning\nVi reser med tåg.\n"
    reading = read_text(
        f"{first}\fAntagen av kommunfullmäktige 2020-02-03, § 7\n", on=DAY
    ).as_dict()

    assert reading["evidence"]["decision_date"]["page"] == 2
    assert reading["evidence"]["decision_date"]["start"] == len("Antagen av kommunfullmäktige ")


def test_the_day_asked_about_decides_the_validity():
    text = "Energiplan 2020-2024\nAntagen av kommunfullmäktige 2019-11-25\n"
    on = [date(2024, 12, 31), date(2025, 1, 1)]

    assert [read_text(text, on=day).as_dict()["validity"] for day in on] == ["in_force", "expired"]


@pytest.mark.parametrize(
    "unit", ["\n", "a", "Beslut\n", "Antagen av kommunfullmäktige ", "<!--", "§ 1\nBeslut\n"]
)
def test_a_text_without_end_is_read_in_time_that_grows_with_it(unit):
    text = (unit * 40_000)[:40_000]
    began = time.process_time()
    read_text(text, on=DAY)

    assert time.process_time() - began < 10
