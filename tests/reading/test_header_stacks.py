"""Labels on lines of their own over their values, and other places a value may stand."""

from datetime import date

import pytest

from vagvisare.reading.read import read_text

LABELS = "Dokumentansvarig:\nBeslutad av:\nBeslutsdatum:\nDiarienummer:\n"


def read(text):
    return read_text(text, on=date(2026, 11, 22)).as_dict()


def test_each_label_has_the_line_of_its_own_place():
    facts = read(
        f"Policy för resor\n{LABELS}Kanslichef\nKommunstyrelsen\n2019-03-05\nKS 2019/112\n\nInledning\n"
    )
    assert facts["responsible"] == "Kanslichef"
    assert facts["deciding_body"] == "kommunstyrelsen"
    assert facts["decision_date"] == "2019-03-05"
    assert facts["registry_number"] == "KS 2019/112"


@pytest.mark.parametrize(
    "lines",
    [
        "Policyn gäller alla som reser i tjänsten.\nDen som reser väljer tåg.\nFlyg är undantag.\nResor bokas.",
        "2019-03-05\nKommunstyrelsen\nKanslichef\nKS 2019/112",  # another order
    ],
)
def test_lines_that_do_not_fit_are_not_taken(lines):
    assert read(f"Policy för resor\n{LABELS}{lines}\n")["responsible"] != lines.split("\n")[0]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Ansvarig nämnd Kulturnämnden", "responsible", "Kulturnämnden"),
        ("Ansvarig för rutinen Enhetschef hemtjänst", "responsible", "Enhetschef hemtjänst"),
        ("Nästa revidering november 2023", "review_due", "november 2023"),
        ("Dokumentägare: – Kanslichef", "responsible", "Kanslichef"),
        ("Fastställd i Kommunstyrelsen, 2014-11-03", "decision_date", "2014-11-03"),
        ("Fastställd av: Rektor 15 september 2023", "deciding_body", "Rektor"),
        ("Planen gäller t.o.m. år 2025", "valid_until", "2025"),
    ],
)
def test_a_line_without_a_colon_of_its_own(text, field, value):
    assert read(f"Plan för skolan\n{text}\n\nInledning\n")[field] == value


def test_an_adoption_is_no_value_of_the_empty_label_above_it():
    facts = read(
        "Plan för skolan\nUpprättad av: utredaren     Datum:       Reviderad\n"
        "Fastställd av Kommunstyrelsen, 2014-11-03\n\nInledning\n"
    )
    assert facts["decision_date"] == "2014-11-03"
    assert facts["revised_dates"] == []


def test_the_letters_of_a_diary_are_no_body():
    assert (
        read("Plan för skolan\nBeslut: 2014-11-24, § 16   Dnr: KS 2013/258\n")["deciding_body"]
        is None
    )


def test_nn_is_no_body():
    assert (
        read("Rutin för nycklar\nBeslutad av: Omsorgschef NN\n")["deciding_body"] == "Omsorgschef"
    )


def test_a_template_text_over_two_lines_is_no_value():
    facts = read("Policy för resor\nBeslutad av: skriv namn på högsta\nbeslutande organ\n")
    assert facts["deciding_body"] is None
    assert "deciding_body" in facts["missing"]


def test_beslut_over_its_day_is_a_label():
    facts = read(
        "Beslut\n2014-11-24, § 164\nDnr: 2013/258\n\nReglemente för ersättning\n\nAllmänt\n"
    )
    assert facts["decision_date"] == "2014-11-24"
    assert facts["document_type"] == "reglemente"


def test_a_page_number_is_no_part_of_a_title():
    facts = read("Policy för resor                 2 (9)\n\nInledning\nHär anges hur resor sker.\n")
    assert facts["title"] == "Policy för resor"


@pytest.mark.parametrize(
    ("line", "least", "most"),
    [
        ("Dokumentansvarig: Kanslichef", 0.9, 1.0),
        ("Dokumentansvarig: Avdelning: Upphandlingsenheten", 0.0, 0.89),
    ],
)
def test_a_role_with_more_in_it_is_less_sure(line, least, most):
    facts = read(f"Policy för resor\n{line}\n")
    assert least <= facts["evidence"]["responsible"]["confidence"] <= most


def test_what_is_replaced_is_less_sure_than_other_fields():
    facts = read("Policy för resor\nErsätter: Regler för resor\n")
    assert facts["evidence"]["replaces"]["confidence"] < 0.9
