from datetime import date
from itertools import permutations

import pytest

from tests.decisions.story import BOARD, COMMITTEE, COUNCIL, OTHER, decided, proposed
from tests.factories.organization import body
from tests.factories.register import adopted
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import CannotRecord
from vagvisare.decisions.models import Assignment, Decision
from vagvisare.register.models import StandingSpan
from vagvisare.register.states import Standing


@pytest.fixture
def plan(registrar):
    return adopted(by=registrar)


@pytest.fixture
def matter(registrar):
    return open_matter(
        title="Översyn", diary_no="KS 2014/7", opened_on=date(2014, 1, 1), by=registrar
    )


def standing(document, day=date(2020, 1, 1)):
    return StandingSpan.objects.covering(day).get(document=document).standing


def test_a_proposal_changes_nothing_and_is_pending(registrar, plan):
    made = proposed(registrar, COMMITTEE, COUNCIL, document=plan)

    assert standing(plan) == Standing.OVER_BUT_STANDING
    assert list(Decision.objects.pending()) == [made]


def test_a_lower_body_may_propose_what_it_may_not_decide(registrar, plan):
    assert proposed(registrar, COMMITTEE, COUNCIL, document=plan).competence_override == ""


def test_a_proposed_assignment_is_not_given(registrar):
    proposed(registrar, COMMITTEE, BOARD, kind="give_assignment", text="Kartlägga")

    assert not Assignment.objects.exists()


def test_only_a_proposal_goes_on(registrar, plan):
    with pytest.raises(CannotRecord):
        decided(registrar, document=plan, proposed_to=body(BOARD))


CHAIN = ("committee", "board", "council")


@pytest.mark.parametrize("order", list(permutations(CHAIN)), ids="-".join)
def test_three_bodies_are_tied_together_in_whatever_order_they_are_recorded(
    registrar, plan, matter, order
):
    about = {"document": plan, "matter": matter}
    record = {
        "committee": lambda: proposed(registrar, COMMITTEE, BOARD, date(2014, 1, 10), **about),
        "board": lambda: proposed(registrar, BOARD, COUNCIL, date(2014, 1, 20), **about),
        "council": lambda: decided(registrar, COUNCIL, date(2014, 2, 13), **about),
    }
    made = {name: record[name]() for name in order}
    for decision in made.values():
        decision.refresh_from_db()

    assert made["committee"].answered_by == made["board"]
    assert made["board"].answered_by == made["council"]
    assert not Decision.objects.pending().exists()
    assert standing(plan) == Standing.REPEALED


def test_two_proposals_to_the_council_are_settled_at_once(registrar, plan, matter):
    first = proposed(registrar, COMMITTEE, COUNCIL, document=plan, matter=matter)
    second = proposed(registrar, BOARD, COUNCIL, document=plan, matter=matter)
    settled = decided(registrar, document=plan, matter=matter)

    assert set(settled.answers.all()) == {first, second}


def test_referred_back_is_an_answer_and_the_document_stands(registrar, plan, matter):
    proposed(registrar, COMMITTEE, BOARD, document=plan, matter=matter)
    decided(registrar, BOARD, date(2014, 2, 1), "refer_back", matter=matter, text="Bered mer")

    assert not Decision.objects.pending().exists()
    assert standing(plan) == Standing.OVER_BUT_STANDING


def test_sent_out_for_comment_it_is_still_pending(registrar, plan, matter):
    proposed(registrar, COMMITTEE, BOARD, document=plan, matter=matter)
    decided(registrar, BOARD, date(2014, 2, 1), "remit", document=plan, matter=matter)

    assert Decision.objects.pending().count() == 1


def test_another_document_of_the_matter_is_pending_still(registrar, plan, matter):
    other = adopted("Annan plan", by=registrar)
    proposed(registrar, BOARD, COUNCIL, document=plan, matter=matter)
    waiting = proposed(registrar, BOARD, COUNCIL, document=other, matter=matter)
    decided(registrar, document=plan, matter=matter)

    assert list(Decision.objects.pending()) == [waiting]


def test_a_body_it_was_not_put_to_settles_nothing(registrar, plan):
    proposed(registrar, COMMITTEE, COUNCIL, document=plan)
    decided(registrar, OTHER, document=plan, competence_override="Enligt delegation")

    assert Decision.objects.pending().count() == 1
