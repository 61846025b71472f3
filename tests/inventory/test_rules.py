from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagvisare.inventory.rules import (
    claims_in,
    clean_path,
    name_in,
    period_days,
    storable,
    sureness,
)
from vagvisare.inventory.states import Field, Found
from vagvisare.reading.reading import FIELDS


def test_every_field_of_the_reading_can_be_claimed():
    assert set(Field.values) == set(FIELDS)


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(1.0, "sure"), (0.9, "sure"), (0.89, "likely"), (0.7, "likely"), (0.69, "unsure")],
)
def test_sureness(confidence, word):
    assert sureness(confidence) == word


def test_a_reading_without_confidence_is_unsure():
    assert sureness(None) == "unsure"


def test_label_without_value_is_claimed_as_that():
    (claim,) = claims_in({"evidence": {}}, ["registry_number"])

    assert (claim.field, claim.found, claim.value) == ("registry_number", Found.LABEL, "")


def test_a_field_with_a_value_is_not_missing_too():
    (claim,) = claims_in({"paragraph": "12", "evidence": {}}, ["paragraph"])

    assert claim.found == Found.VALUE


def test_nothing_read_claims_nothing():
    facts = {"title": None, "tills_vidare": False, "replaces": [], "valid_from": "  "}

    assert claims_in(facts) == []


def test_each_value_of_a_list_has_its_own_evidence():
    evidence = {"text": "x", "page": 1, "start": 3, "end": 4, "confidence": 0.5}
    facts = {
        "replaces": ["A", "B"],
        "evidence": {"replaces": evidence, "replaces.2": evidence | {"start": 9, "end": 10}},
    }

    first, second = claims_in(facts)

    assert (first.value, first.position, first.start) == ("A", 0, 3)
    assert (second.value, second.position, second.start) == ("B", 1, 9)


@pytest.mark.parametrize(
    ("given", "shown", "name"),
    [
        ("../../etc/passwd", "../../etc/passwd", "passwd"),
        ("C:\\plan\\plan.pdf", "C:/plan/plan.pdf", "plan.pdf"),
        ("plan\x00\x1b[31m.pdf", "plan[31m.pdf", "plan[31m.pdf"),
        ("plan\u202efdp.exe", "planfdp.exe", "planfdp.exe"),
        ("///", "///", ""),
        ("", "", ""),
    ],
)
def test_hostile_paths_become_harmless_to_show(given, shown, name):
    assert clean_path(given) == shown
    assert name_in(clean_path(given)) == name


@given(st.text(max_size=3000))
def test_paths_fit_their_columns(given):
    path = clean_path(given)

    assert len(path) <= 1000
    assert len(name_in(path)) <= 255
    assert "/" not in name_in(path)


@given(st.text(st.characters(codec=None)))
def test_storable_keeps_every_place(given):
    kept = storable(given)

    assert len(kept) == len(given)
    assert "\x00" not in kept
    kept.encode("utf-8")


def test_a_stated_year_covers_the_whole_year():
    assert period_days("2019", "2022") == (date(2019, 1, 1), date(2022, 12, 31))
    assert period_days("", "2022-02") == (None, date(2022, 2, 28))
