from datetime import date

import pytest

from tests.factories.register import adopted, entered, reference
from vagvisare.reading.beyond.laws import table
from vagvisare.register.duties import (
    DutyState,
    answers_on,
    duties,
    election_day,
    mandate_began,
    state_on,
    years_before,
)
from vagvisare.register.models import SteeringDocument

TODAY = date(2026, 11, 24)


def answer(key, day=TODAY):
    return next(found for found in answers_on(day) if found.duty.key == key)


def tie(document, key):
    SteeringDocument.objects.filter(pk=document.pk).update(duty=key)


def test_every_law_that_demands_something_is_one_we_know_and_in_force():
    statutes = table()

    assert duties()
    assert {d.sfs for d in duties().values() if d.sfs not in statutes} == set()
    assert [d.key for d in duties().values() if statutes[d.sfs].repealed] == []


def test_every_rule_of_renewal_says_how_often():
    for duty in duties().values():
        assert bool(duty.years) == (duty.renewal == "years")
        assert bool(duty.months) == (duty.renewal == "election")


@pytest.mark.parametrize(
    ("day", "began"),
    [
        (date(2026, 10, 14), date(2022, 10, 15)),
        (date(2026, 10, 15), date(2026, 10, 15)),
        (date(2025, 1, 1), date(2022, 10, 15)),
    ],
)
def test_a_term_of_office_begins_after_the_election(day, began):
    assert mandate_began(day) == began


def test_elections_are_on_the_second_sunday_of_september():
    assert [election_day(y) for y in (2014, 2018, 2022)] == [
        date(2014, 9, 14),
        date(2018, 9, 9),
        date(2022, 9, 11),
    ]
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 28)


@pytest.mark.parametrize(
    ("key", "renewed", "day", "state"),
    [
        ("biblioteksplan", date(1999, 1, 1), TODAY, DutyState.FULFILLED),
        ("vattentjanstplan", date(2022, 11, 24), TODAY, DutyState.FULFILLED),
        ("vattentjanstplan", date(2022, 11, 23), TODAY, DutyState.TOO_OLD),
        ("extraordinara_handelser", date(2026, 10, 20), TODAY, DutyState.FULFILLED),
        ("extraordinara_handelser", date(2023, 1, 1), TODAY, DutyState.DUE),
        ("extraordinara_handelser", date(2022, 10, 14), TODAY, DutyState.TOO_OLD),
        ("planeringsstrategi", date(2022, 9, 11), TODAY, DutyState.FULFILLED),
        ("planeringsstrategi", date(2022, 9, 10), date(2024, 9, 11), DutyState.TOO_OLD),
        ("planeringsstrategi", date(2022, 9, 10), date(2024, 9, 10), DutyState.FULFILLED),
        ("vattentjanstplan", None, TODAY, DutyState.FULFILLED),
    ],
)
def test_too_old_is_what_the_law_calls_so(key, renewed, day, state):
    assert state_on(day, duties()[key], renewed) == state


def test_what_nobody_has_is_missing_and_suggested_by_its_title(registrar):
    plan = adopted("Biblioteksplan för alla", by=registrar, open_ended=True)

    assert answer("biblioteksplan").state == DutyState.MISSING
    assert answer("biblioteksplan").suggestions == [plan]


def test_a_tied_document_in_force_fulfils_it(registrar):
    plan = adopted("Läsplan", by=registrar, open_ended=True)
    tie(plan, "biblioteksplan")

    assert answer("biblioteksplan").state == DutyState.FULFILLED
    assert answer("biblioteksplan").renewed_on == date(2007, 12, 12)
    assert answer("biblioteksplan", date(2007, 1, 1)).state == DutyState.MISSING


def test_a_plan_that_is_over_is_too_old(registrar):
    tie(adopted("Läsplan", by=registrar), "biblioteksplan")

    assert answer("biblioteksplan").state == DutyState.TOO_OLD


def test_of_several_the_oldest_tells(registrar):
    for day in ("2026-10-20", "2019-01-01"):
        tie(
            adopted(by=registrar, decided=reference(day=day), first_day=None, open_ended=True),
            "extraordinara_handelser",
        )

    assert answer("extraordinara_handelser").state == DutyState.TOO_OLD


@pytest.mark.parametrize("number", [1, 15])
def test_the_answers_cost_the_same_however_many(registrar, django_assert_max_num_queries, number):
    for i in range(number):
        adopted(f"Biblioteksplan {i}", by=registrar, open_ended=True)
        tie(adopted(f"Energiplan {i}", by=registrar, open_ended=True), "energiplan")
        entered(f"Krisplan {i}", by=registrar)

    with django_assert_max_num_queries(4):
        answers_on(TODAY)
