from datetime import date

import pytest

from tests.factories.organization import department, person
from tests.factories.register import adopted, entered, reference
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.queries import first_broken_line, lines_about
from vagvisare.register.actions.hand_over import (
    CannotHandOver,
    NewOwner,
    hand_over,
    undo_hand_over,
)
from vagvisare.register.actions.leave import CannotLeave, let_leave
from vagvisare.register.actions.repeal import repeal
from vagvisare.register.models import SteeringDocument
from vagvisare.register.orphans import Orphaned, orphans_on

TODAY = date(2026, 11, 24)


def owned(by, owner, number=1):
    documents = [adopted(f"Plan {i}", by=by, open_ended=True) for i in range(number)]
    SteeringDocument.objects.update(owner=owner, responsible_role="Ekonomichef")
    return documents


def owners():
    return list(SteeringDocument.objects.order_by("pk").values_list("owner_id", flat=True))


@pytest.fixture
def administrator(municipality):
    return person(Role.ADMINISTRATOR)


def test_a_hand_over_is_undone_for_those_that_stand_as_it_left_them(registrar):
    old, new, third = person(), person(), person()
    documents = owned(registrar, old, 3)
    key = hand_over(documents=documents, to=NewOwner(person=new), by=registrar, because="Byte")
    SteeringDocument.objects.filter(pk=documents[0].pk).update(owner=third)

    assert undo_hand_over(key=key, by=registrar, because="Fel person") == (2, 1)
    assert owners() == [third.pk, old.pk, old.pk]
    assert [line.verb for line in lines_about(documents[1])[:2]] == [
        "hand-over-undone",
        "handed-over",
    ]
    assert first_broken_line() is None
    with pytest.raises(CannotHandOver):
        undo_hand_over(key=key, by=registrar, because="Igen")


@pytest.mark.parametrize(
    ("to", "because"),
    [(NewOwner(), "Byte"), (NewOwner(role="Chef"), " ")],
)
def test_a_hand_over_says_to_whom_and_why(registrar, to, because):
    with pytest.raises(CannotHandOver):
        hand_over(documents=[entered(by=registrar)], to=to, by=registrar, because=because)


def test_nobody_who_has_left_takes_over(registrar):
    gone = person(is_active=False)
    with pytest.raises(CannotHandOver):
        hand_over(
            documents=[entered(by=registrar)], to=NewOwner(person=gone), by=registrar, because="B"
        )


def test_a_reader_hands_nothing_over(registrar, reader):
    with pytest.raises(NotAllowed):
        hand_over(
            documents=[entered(by=registrar)], to=NewOwner(role="Chef"), by=reader, because="B"
        )


def test_somebody_who_leaves_is_asked_who_takes_over(registrar, administrator):
    leaver = person()
    owned(registrar, leaver, 2)

    with pytest.raises(CannotLeave, match="2"):
        let_leave(person=leaver, successor=None, by=administrator, because="Slutar")
    assert let_leave(person=leaver, successor=registrar, by=administrator, because="Slutar") == 2
    leaver.refresh_from_db()
    assert not leaver.is_active
    assert set(owners()) == {registrar.pk}


def test_what_is_left_to_nobody_keeps_its_role(registrar, administrator):
    leaver = person()
    owned(registrar, leaver)
    let_leave(person=leaver, successor=None, to_nobody=True, by=administrator, because="Slutar")

    assert owners() == [None]
    assert not orphans_on(TODAY)


def test_only_an_administrator_closes_accounts_and_never_the_own(registrar, administrator):
    with pytest.raises(NotAllowed):
        let_leave(person=person(), successor=None, by=registrar, because="B")
    with pytest.raises(CannotLeave):
        let_leave(person=administrator, successor=None, by=administrator, because="B")


def test_the_orphans_are_what_stands_without_anybody(registrar):
    adopted("Ingen", by=registrar, open_ended=True)
    gone = adopted("Slutat", by=registrar, open_ended=True)
    ended = adopted("Nedlagd", by=registrar, open_ended=True, department=department())
    kept = adopted("Kvar", by=registrar, open_ended=True, responsible_role="Chef")
    repealed = adopted("Upphävd", by=registrar, open_ended=True)
    repeal(document=repealed, decision=reference(day="2012-01-01"), by=registrar)
    SteeringDocument.objects.filter(pk=gone.pk).update(owner=person(is_active=False))
    ended.department.last_day = date(2026, 11, 23)
    ended.department.save()

    found = {document.title: document.orphaned for document in orphans_on(TODAY)}

    assert found == {
        "Ingen": Orphaned.NOBODY,
        "Slutat": Orphaned.OWNER_LEFT,
        "Nedlagd": Orphaned.DEPARTMENT_ENDED,
    }
    assert kept.title not in found
    assert "Nedlagd" not in {d.title for d in orphans_on(date(2026, 11, 23))}
