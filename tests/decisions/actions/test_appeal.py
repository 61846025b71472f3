from datetime import date

import pytest

from tests.decisions.story import BOARD, COMMITTEE, COUNCIL, decided, proposed
from tests.factories.organization import department
from tests.factories.register import adopted, entered
from vagvisare.access.checks import NotAllowed
from vagvisare.audit.models import AuditLine
from vagvisare.decisions.actions.appeal import CannotAppeal, appeal
from vagvisare.decisions.actions.approve_minutes import approve_minutes
from vagvisare.decisions.actions.close_appeal import close_appeal
from vagvisare.decisions.actions.post_notice import post_notice
from vagvisare.decisions.force import force_of
from vagvisare.decisions.history import history_of
from vagvisare.decisions.models import Assignment
from vagvisare.decisions.states import Force, Ruling
from vagvisare.register.models import Act, Relation, StandingSpan
from vagvisare.register.states import Standing

LATER = date(2020, 1, 1)
APPEALED, RULED = date(2014, 3, 1), date(2014, 11, 3)


def standing(document, day=LATER):
    return StandingSpan.objects.covering(day).get(document=document).standing


def announce(decision, by):
    approve_minutes(meeting=decision.meeting, day=date(2014, 2, 20), by=by)
    post_notice(meeting=decision.meeting, day=date(2014, 2, 21), by=by)
    decision.meeting.refresh_from_db()


def annulled(decision, by):
    appeal(decision=decision, day=APPEALED, by=by)
    words = "Förvaltningsrätten, mål 1234-14: fullmäktige var inte beslutsför."
    return close_appeal(decision=decision, day=RULED, ruling=Ruling.ANNULLED, words=words, by=by)


def test_an_appeal_waits_for_the_court_and_a_dismissal_gives_legal_force(registrar):
    made = decided(registrar, document=adopted(by=registrar))
    announce(made, registrar)
    assert force_of(made, date(2014, 3, 14)).state == Force.RUNNING

    made = appeal(decision=made, day=APPEALED, by=registrar)
    assert force_of(made, date(2014, 6, 1)).state == Force.APPEALED

    made = close_appeal(decision=made, day=RULED, ruling=Ruling.DISMISSED, by=registrar)
    assert force_of(made, RULED).state == Force.IN_FORCE
    assert standing(made.document) == Standing.REPEALED


def test_an_annulled_repeal_lets_the_document_stand_again(registrar):
    plan = adopted(by=registrar)
    made = decided(registrar, document=plan)
    assert standing(plan) == Standing.REPEALED

    annulled(made, registrar)

    assert standing(plan) == Standing.OVER_BUT_STANDING
    kept = Act.every.get(document=plan, kind="repealed")
    assert kept.retracted_at and "1234-14" in kept.retracted_because
    entry = [one for one in history_of(plan, through=LATER) if one.kind == "retracted"]
    assert len(entry) == 1 and "1234-14" in entry[0].because
    decided(registrar, day=date(2015, 1, 1), document=plan)
    assert standing(plan) == Standing.REPEALED


def test_an_annulled_adoption_ends_the_document(registrar):
    plan = entered(by=registrar)
    made = decided(registrar, kind="adopt", document=plan, open_ended=True)

    annulled(made, registrar)

    assert standing(plan) == Standing.ANNULLED
    assert standing(plan, date(2014, 6, 1)) == Standing.IN_FORCE


def test_an_annulled_replacement_undoes_both_sides(registrar):
    old, new = adopted("Gammal", by=registrar), entered("Ny", by=registrar)
    made = decided(registrar, kind="replace", document=old, successor=new, open_ended=True)

    annulled(made, registrar)

    assert standing(old) == Standing.OVER_BUT_STANDING
    assert standing(new) == Standing.ANNULLED
    assert not Relation.objects.exists()


def test_an_annulled_prolongation_leaves_the_old_term(registrar):
    plan = adopted(by=registrar)
    made = decided(registrar, kind="prolong", document=plan, last_day=date(2030, 1, 1))
    assert standing(plan) == Standing.IN_FORCE

    annulled(made, registrar)

    assert standing(plan) == Standing.OVER_BUT_STANDING


def test_an_annulled_closing_opens_the_assignment_again(registrar):
    decided(
        registrar,
        kind="give_assignment",
        day=date(2013, 1, 1),
        text="Kartlägga",
        department=department(),
    )
    made = decided(registrar, kind="close_assignment", assignment=Assignment.objects.get())

    annulled(made, registrar)

    assert Assignment.objects.open_on(LATER).exists()


def test_what_cannot_be_appealed_is_refused_with_the_reason(registrar):
    plan = adopted(by=registrar)
    offer = proposed(registrar, COMMITTEE, BOARD, document=plan)
    noted = decided(registrar, COMMITTEE, kind="note", document=plan)
    done = decided(registrar, COUNCIL, document=plan)
    announce(done, registrar)
    for decision, day in ((offer, APPEALED), (noted, APPEALED), (done, date(2014, 3, 15))):
        with pytest.raises(CannotAppeal):
            appeal(decision=decision, day=day, by=registrar)
    with pytest.raises(CannotAppeal):
        appeal(decision=done, day=date(2014, 2, 12), by=registrar)


def test_an_appeal_is_opened_once_and_closed_once(registrar):
    made = decided(registrar, document=adopted(by=registrar))
    close = {"decision": made, "ruling": Ruling.DISMISSED, "by": registrar}
    with pytest.raises(CannotAppeal):
        close_appeal(day=RULED, **close)
    appeal(decision=made, day=APPEALED, by=registrar)
    with pytest.raises(CannotAppeal):
        appeal(decision=made, day=APPEALED, by=registrar)
    with pytest.raises(CannotAppeal):
        close_appeal(day=date(2014, 2, 28), **close)
    with pytest.raises(CannotAppeal, match=r"domstol|court"):
        close_appeal(decision=made, day=RULED, ruling=Ruling.ANNULLED, by=registrar)
    close_appeal(day=RULED, **close)
    with pytest.raises(CannotAppeal):
        close_appeal(day=RULED, **close)
    assert AuditLine.objects.filter(verb="appeal-closed").count() == 1


def test_a_reader_appeals_nothing(registrar, reader):
    made = decided(registrar, document=adopted(by=registrar))

    with pytest.raises(NotAllowed):
        appeal(decision=made, day=APPEALED, by=reader)
    appeal(decision=made, day=APPEALED, by=registrar)
    with pytest.raises(NotAllowed):
        close_appeal(decision=made, day=RULED, ruling=Ruling.DISMISSED, by=reader)
