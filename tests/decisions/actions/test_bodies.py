from datetime import date
from itertools import pairwise

import pytest

from tests.decisions.story import BOARD, COMMITTEE, COUNCIL, OTHER, decided, proposed
from tests.factories.organization import body, person
from tests.factories.register import adopted, entered, reference
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.models import AuditLine
from vagvisare.decisions.actions.keep_body import keep_body, keep_former_body
from vagvisare.decisions.history import history_of
from vagvisare.decisions.models import Decision, Meeting
from vagvisare.decisions.policies import (
    BodyDidNotExist,
    NotCompetent,
    check_competent,
    competent_body,
    verdicts,
)
from vagvisare.organization.actions.change_body import CannotChangeBody
from vagvisare.organization.models import Body

LAST = date(2010, 12, 31)


@pytest.fixture
def administrator(municipality):
    return person(Role.ADMINISTRATOR)


@pytest.fixture
def school(administrator) -> Body:
    """A committee of long ago, whose work another does since 2011."""
    return keep_former_body(
        name="Skolnämnden",
        kind="committee",
        first_day=None,
        last_day=LAST,
        successor=body(COMMITTEE),
        by=administrator,
    )


def test_a_body_that_is_gone_decides_nothing_and_its_successor_is_named(school, registrar):
    with pytest.raises(BodyDidNotExist, match="Gymnasie- och arbetsmarknadsnämnden"):
        decided(registrar, school.key, date(2011, 1, 1), "other", text="x")
    assert not Meeting.objects.exists()
    decided(registrar, school.key, LAST, "other", text="x")


def test_no_reason_helps_against_not_existing(school, registrar):
    plan = adopted(by=registrar, decided=reference("skolnamnden", "2008-01-01"))

    with pytest.raises(BodyDidNotExist):
        decided(registrar, school.key, document=plan, competence_override="Ändå")


def test_nothing_is_proposed_to_a_body_that_is_gone(school, registrar):
    plan = adopted(by=registrar)

    with pytest.raises(BodyDidNotExist):
        proposed(registrar, OTHER, school.key, document=plan)


def test_before_its_first_day_a_body_is_not_there_either(administrator, registrar):
    keep_body(
        body=body(OTHER),
        first_day=date(2015, 1, 1),
        last_day=None,
        successor=None,
        by=administrator,
    )

    with pytest.raises(BodyDidNotExist, match="2015-01-01"):
        decided(registrar, OTHER, kind="other", text="x")


def test_the_successor_ends_and_prolongs_what_the_predecessor_adopted(school, registrar):
    plan = adopted(by=registrar, decided=reference("skolnamnden", "2008-01-01"))

    assert competent_body(plan) == body(COMMITTEE)
    decided(registrar, COMMITTEE, kind="prolong", document=plan, last_day=date(2020, 1, 1))
    with pytest.raises(NotCompetent, match="Gymnasie- och arbetsmarknadsnämnden"):
        decided(registrar, OTHER, document=plan)
    assert decided(registrar, COMMITTEE, date(2015, 1, 1), document=plan).competence_override == ""


def test_succession_is_followed_through_several_bodies(school, administrator, registrar):
    first = keep_former_body(
        name="Skolstyrelsen",
        kind="committee",
        first_day=None,
        last_day=date(1991, 12, 31),
        successor=school,
        by=administrator,
    )
    plan = adopted(by=registrar, decided=reference(first.key, "1985-01-01"))

    check_competent("repeal", plan, body(COMMITTEE))
    check_competent("repeal", plan, body(COUNCIL))
    with pytest.raises(NotCompetent):
        check_competent("repeal", plan, body(OTHER))


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_ring_is_refused(administrator, steps):
    bodies = [
        keep_former_body(
            name=f"Nämnd {n}",
            kind="committee",
            first_day=None,
            last_day=None,
            successor=None,
            by=administrator,
        )
        for n in range(steps)
    ]
    for n, (one, following) in enumerate(pairwise(bodies)):
        keep_body(
            body=one,
            first_day=None,
            last_day=date(2000 + n, 1, 1),
            successor=following,
            by=administrator,
        )

    with pytest.raises(CannotChangeBody):
        keep_body(
            body=bodies[-1],
            first_day=None,
            last_day=date(2010, 1, 1),
            successor=bodies[0],
            by=administrator,
        )


def test_a_ring_in_the_data_all_the_same_ends(school, registrar):
    Body.objects.filter(pk=body(COMMITTEE).pk).update(successor=school)
    plan = adopted(by=registrar, decided=reference("skolnamnden", "2008-01-01"))

    assert competent_body(plan) == body(COMMITTEE)
    check_competent("repeal", plan, body(COMMITTEE))


def test_a_body_that_met_later_is_not_closed_before(administrator, registrar):
    decided(registrar, OTHER, date(2014, 2, 13), "other", text="x")
    given = {"body": body(OTHER), "successor": body(BOARD), "by": administrator}

    with pytest.raises(CannotChangeBody, match="2014-02-13"):
        keep_body(first_day=None, last_day=date(2014, 2, 12), **given)
    closed = keep_body(first_day=None, last_day=date(2014, 2, 13), **given)
    assert closed.successor == body(BOARD)
    assert AuditLine.objects.latest("number").after["last_day"] == "2014-02-13"


@pytest.mark.parametrize(
    "parts",
    [
        {"first_day": date(2015, 1, 1), "last_day": date(2014, 1, 1)},
        {"last_day": None, "successor": BOARD},
        {"last_day": date(2012, 1, 1), "successor": "skolnamnden"},
    ],
)
def test_days_and_successors_that_contradict_are_refused(school, administrator, parts):
    given = {"first_day": None, "successor": None} | parts
    if given["successor"]:
        given["successor"] = body(given["successor"])

    with pytest.raises(CannotChangeBody):
        keep_body(body=body(OTHER), by=administrator, **given)


def test_a_name_belongs_to_one_body(school, administrator):
    given = {"kind": "committee", "first_day": None, "last_day": None, "successor": None}
    for name in ("skolnämnden", "  "):
        with pytest.raises(CannotChangeBody):
            keep_former_body(name=name, by=administrator, **given)


def test_only_an_administrator_changes_bodies(registrar):
    given = {"first_day": None, "last_day": None, "successor": None, "by": registrar}

    with pytest.raises(NotAllowed):
        keep_body(body=body(OTHER), **given)
    with pytest.raises(NotAllowed):
        keep_former_body(name="Skolnämnden", kind="committee", **given)


def test_a_heir_decides_on_the_types_that_were_its_predecessors(school, administrator, registrar):
    regulation = entered("Reglemente", document_type="reglemente", by=registrar)
    assert not verdicts("adopt", regulation, body(OTHER))[0].allowed
    keep_former_body(
        name="Gamla fullmäktige",
        kind="assembly",
        first_day=None,
        last_day=LAST,
        successor=body(OTHER),
        by=administrator,
    )

    assert verdicts("adopt", regulation, body(OTHER))[0].allowed


def test_what_the_council_revised_is_the_councils(registrar):
    rules = adopted(
        by=registrar, document_type="plan", decided=reference(OTHER, "2008-01-15"), open_ended=True
    )
    decided(registrar, COUNCIL, date(2012, 1, 1), "revise", document=rules)

    with pytest.raises(NotCompetent, match="Kommunfullmäktige"):
        decided(registrar, OTHER, document=rules)


def test_a_successor_document_of_a_foreign_type_asks_for_a_reason(registrar):
    old = adopted("Gammal", by=registrar, decided=reference(OTHER, "2008-01-15"))
    policy = entered("Policy", document_type="policy", by=registrar)

    with pytest.raises(NotCompetent):
        decided(registrar, OTHER, kind="replace", document=old, successor=policy)
    assert not Decision.objects.exists()


def test_a_reason_nobody_asked_for_is_not_kept(registrar):
    made = decided(
        registrar, document=adopted(by=registrar), competence_override="För säkerhets skull"
    )

    assert made.competence_override == ""


def test_the_reason_is_in_the_trail_and_in_the_history(registrar):
    plan = adopted(by=registrar)
    decided(registrar, OTHER, document=plan, competence_override="Enligt delegation")

    line = AuditLine.objects.filter(verb="decided").latest("number")
    assert line.after["competence_override"] == "Enligt delegation"
    entry = history_of(plan, through=date(2020, 1, 1))[-1]
    assert "Enligt delegation" in entry.because
