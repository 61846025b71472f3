"""Labels that only their colon tells: worn by OCR, longer than a known one, or too common a word."""

import pytest

from tests.reading.extractors.found import found
from vagvisare.reading.labels import labels_in
from vagvisare.reading.vocabulary import standard

HEAD = "Policy för resor\n"

# A line of the header -> the field it fills, and its value.
LINES = [
    ("Dokumentansvang ar: Kanslichef", "responsible", "Kanslichef"),
    ("Dokumentagare: Kanslichef", "responsible", "Kanslichef"),
    ("Besiutad av: Kommunstyrelsen", "deciding_body", "kommunstyrelsen"),
    ("Fastställd av (organ): Kommunstyrelsen", "deciding_body", "kommunstyrelsen"),
    ("Dokumentansvarig person/funktion: Kanslichef", "responsible", "Kanslichef"),
    ("Beslutets diarienummer: KS 2020/112", "registry_number", "KS 2020/112"),
    ("Dnr.: KS 2020/112", "registry_number", "KS 2020/112"),
    ("Ägare: Kanslichef", "responsible", "Kanslichef"),
    ("Slutdatum: 2028-12-31", "valid_until", "2028-12-31"),
    ("Datum för fastställelse: 2020-03-04", "decision_date", "2020-03-04"),
    ("Giltigt t.o.m.: 2028-12-31", "valid_until", "2028-12-31"),
    ("Nästa planerade revidering: 2027", "review_due", "2027"),
]


@pytest.mark.parametrize(("line", "field", "value"), LINES)
def test_a_line_of_the_header(line, field, value):
    assert found(field, f"{HEAD}{line}\nVersion: 1\n") == [value]


@pytest.mark.parametrize(
    "line",
    [
        "Ägare",  # a heading: the word alone is no label
        "Kommunens ägare: se bilaga",  # another word before it
        "Ansvarig för att lokalerna hålls öppna: vaktmästaren",  # too many words more
        "klockan 12:30 öppnar vi",
    ],
)
def test_other_words_before_a_colon(line):
    assert found("responsible", f"{HEAD}{line}\n") == []


def test_a_worn_label_takes_the_place_of_the_known_one_in_it():
    labels = labels_in("Beslutad av (organ): Kommunstyrelsen\n", standard())
    assert [label.text for label in labels] == ["Beslutad av (organ)"]
