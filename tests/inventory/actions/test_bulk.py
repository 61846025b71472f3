"""Confirming, entering and undoing many at once."""

from datetime import UTC, datetime, timedelta

import pytest
from django_q.models import OrmQ

from tests.factories.inventory import MOMENT
from tests.factories.organization import person
from tests.factories.register import entered
from tests.inventory.many_candidates import batch_holding
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.models import AuditLine
from vagvisare.inventory.actions import carry_on_bulk
from vagvisare.inventory.actions.begin_bulk import BulkGoingOn
from vagvisare.inventory.actions.carry_on_bulk import bulk_job, carry_on
from vagvisare.inventory.actions.confirm_by_rule import NoFieldChosen, confirm_by_rule
from vagvisare.inventory.actions.correct_claim import correct_claim
from vagvisare.inventory.actions.enter_candidate import enter_candidate
from vagvisare.inventory.actions.enter_matching import enter_matching
from vagvisare.inventory.actions.set_aside import set_aside
from vagvisare.inventory.actions.undo_batch import UndoReasonMissing, take_up_batch, undo_batch
from vagvisare.inventory.actions.undo_confirmation import CannotUndo, undo_confirmation
from vagvisare.inventory.bulk import Rule, confirmation_of, entry_of
from vagvisare.inventory.models import Candidate, Claim
from vagvisare.inventory.policies import BatchUndone
from vagvisare.inventory.wanted import Wanted
from vagvisare.register.models import SteeringDocument

DAY = MOMENT.date()
ROWS = (
    {"title": "Biblioteksplan"},
    {"title": "Arkivpolicy", "document_type": "policy"},
    {"title": "Kostplan", "confidence": 0.75},
    {"title": "Taxa", "document_type": "taxa", "state": "set_aside", "reason": "Fel"},
)


def confirm(batch, by, at=MOMENT, **rule):
    return confirm_by_rule(batch=batch, rule=Rule(**rule), by=by, at=at, on=DAY)


def confirmed() -> set[tuple[str, str]]:
    rows = Claim.objects.filter(state="confirmed")
    return {(claim.candidate.title, claim.field) for claim in rows.select_related("candidate")}


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"at_least": 0.7},
        {"fields": ("title",)},
        {"wanted": Wanted(document_type="policy")},
        {"wanted": Wanted(words="plan"), "at_least": 0.7},
        {"wanted": Wanted(state="set_aside")},
    ],
)
def test_what_is_foreseen_is_what_happens(registrar, rule):
    batch = batch_holding(registrar, *ROWS, claims={"decision_date": "hösten"})
    foreseen = confirmation_of(batch, Rule(**rule), DAY)

    act = confirm(batch, registrar, **rule)

    act.refresh_from_db()
    assert (act.state, act.claims, act.changed) == ("done", foreseen.claims, foreseen.candidates)
    assert len(confirmed()) == foreseen.claims
    assert {claim.pk for claim in foreseen.examples} == set(
        Claim.objects.filter(state="confirmed").values_list("pk", flat=True)
    )


def test_a_rule_confirms_what_it_says_and_nothing_else(registrar):
    batch = batch_holding(registrar, *ROWS, claims={"decision_date": "hösten", "paragraph": "7"})
    other = batch_holding(registrar, {"title": "Annan"})

    confirm(batch, registrar, fields=("title", "decision_date"))

    # A date that is none is left for a person; so is what is unsure, set aside or elsewhere.
    assert confirmed() == {("Biblioteksplan", "title"), ("Arkivpolicy", "title")}
    foreseen = confirmation_of(batch, Rule(fields=("title", "decision_date"), at_least=0.9), DAY)
    assert foreseen.claims == 0
    assert sorted(number for _sentence, number in foreseen.left_out) == [2, 2, 6]
    assert not Claim.objects.filter(candidate__batch=other, state="confirmed").exists()


def test_large_acts_are_a_job_in_portions_and_go_on_where_cut_short(
    registrar, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(carry_on_bulk, "AT_ONCE", 2)
    monkeypatch.setattr(carry_on_bulk, "PORTION", dict.fromkeys(carry_on_bulk.PORTION, 2))
    batch = batch_holding(registrar, *({"title": f"Plan {n}"} for n in range(7)))
    with django_capture_on_commit_callbacks(execute=True):
        act = confirm(batch, registrar)
    assert (OrmQ.objects.count(), len(confirmed())) == (1, 0)
    with pytest.raises(BulkGoingOn):
        confirm(batch, registrar, at=MOMENT + timedelta(1))

    assert not carry_on(act=act, by=registrar, most=2)
    act.refresh_from_db()
    assert (act.looked_at, act.claims, act.state) == (4, 8, "running")
    bulk_job(act.pk, registrar.pk)
    bulk_job(act.pk, registrar.pk)  # delivered twice

    act.refresh_from_db()
    assert (act.looked_at, act.claims, act.state) == (7, 14, "done")
    assert len(confirmed()) == 14
    lines = AuditLine.objects.filter(verb="claims-confirmed").values_list("after", flat=True)
    assert sum(len(after["claims"]) for after in lines) == 14
    assert AuditLine.objects.filter(verb="bulk-done").count() == 1


def test_a_job_longer_than_a_stretch_queues_itself_anew(
    registrar, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(carry_on_bulk, "AT_ONCE", 0)
    monkeypatch.setattr(carry_on_bulk, "STRETCH", 1)
    monkeypatch.setattr(carry_on_bulk, "PORTION", dict.fromkeys(carry_on_bulk.PORTION, 1))
    batch = batch_holding(registrar, *ROWS)
    act = confirm(batch, registrar)
    with django_capture_on_commit_callbacks(execute=True):
        bulk_job(act.pk, registrar.pk)
    assert OrmQ.objects.count() == 1
    bulk_job(0, registrar.pk)  # about what is gone


def test_undoing_reopens_what_is_not_entered_or_changed_since(registrar):
    batch = batch_holding(registrar, *ROWS)
    act = confirm(batch, registrar, at_least=0.7)
    entered_one, corrected, aside, _taxa = batch.candidates.order_by("pk")
    enter_candidate(candidate=entered_one, by=registrar)
    later = MOMENT + timedelta(hours=1)
    correct_claim(
        claim=corrected.claims.get(field="title"), value="Arkivpolicyn", by=registrar, at=later
    )
    set_aside(candidate=aside, reason="Fel", by=registrar)

    act.refresh_from_db()
    undone = undo_confirmation(act=act, by=registrar, at=later, on=DAY)

    undone.refresh_from_db()
    assert (undone.state, undone.claims) == ("done", 3)
    assert confirmed() == {
        ("Biblioteksplan", "title"),
        ("Biblioteksplan", "document_type"),
        ("Arkivpolicy", "title"),
    }
    assert AuditLine.objects.filter(verb="claims-reopened").count() == 1
    with pytest.raises(CannotUndo):
        undo_confirmation(act=act, by=registrar, at=later + timedelta(1), on=DAY)
    with pytest.raises(CannotUndo):
        undo_confirmation(act=undone, by=registrar, at=later + timedelta(1), on=DAY)


def test_entering_all_that_are_ready(registrar):
    batch = batch_holding(
        registrar,
        {"title": "Biblioteksplan"},
        {"title": "biblioteksplan"},  # becomes the first one's
        {"title": "Kemikalieplan"},  # there already
        {"title": "Avtal", "document_type": "avtal"},  # no type of the municipality's
        {"title": "Kostplan", "confidence": 0.75},  # not confirmed
    )
    there = entered("Kemikalieplan", by=registrar)
    confirm(batch, registrar)
    foreseen = entry_of(batch, Wanted(), DAY)
    assert (foreseen.candidates, foreseen.foreseen, foreseen.new, foreseen.tied) == (5, 5, 1, 2)
    assert sum(number for _sentence, number in foreseen.refused) == 2

    act = enter_matching(
        batch=batch, wanted=Wanted(), by=registrar, at=MOMENT + timedelta(1), on=DAY
    )

    act.refresh_from_db()
    assert (act.made, act.tied, sum(act.refused.values())) == (1, 2, 2)
    assert dict(foreseen.refused) == act.refused
    assert SteeringDocument.objects.count() == 2
    assert there.candidates.count() == 1
    assert batch.candidates.filter(state="open").count() == 2


def test_undoing_a_batch_closes_it_and_taking_up_opens_it(registrar):
    batch = batch_holding(registrar, *ROWS)
    act = confirm(batch, registrar)
    own = batch.candidates.get(title="Biblioteksplan")
    document = enter_candidate(candidate=own, by=registrar)
    with pytest.raises(UndoReasonMissing):
        undo_batch(batch=batch, because=" ", by=registrar, at=MOMENT)

    assert undo_batch(batch=batch, because="Fel mapp", by=registrar, at=MOMENT) == 2

    batch.refresh_from_db()
    assert (batch.undone_by, batch.undone_because) == (registrar.name, "Fel mapp")
    states = dict(batch.candidates.values_list("title", "state"))
    assert states.pop("Biblioteksplan") == "entered"
    assert set(states.values()) == {"set_aside"}
    assert len(confirmed()) == 4  # kept
    assert SteeringDocument.objects.get() == document
    act.refresh_from_db()
    refused = {
        "confirm": lambda: confirm(batch, registrar, at=MOMENT + timedelta(1)),
        "undo": lambda: undo_batch(batch=batch, because="x", by=registrar, at=MOMENT),
        "take back": lambda: undo_confirmation(
            act=act, by=registrar, at=MOMENT + timedelta(1), on=DAY
        ),
    }
    for attempt in refused.values():
        with pytest.raises(BatchUndone):
            attempt()

    assert take_up_batch(batch=batch, by=registrar) == 2
    assert take_up_batch(batch=batch, by=registrar) == 0
    # What a person set aside before stays set aside.
    assert Candidate.objects.get(title="Taxa").state == "set_aside"
    assert batch.candidates.filter(state="open", reason="").count() == 2
    verbs = AuditLine.objects.filter(verb__startswith="batch-").values_list("verb", flat=True)
    assert list(verbs) == ["batch-undone", "batch-taken-up"]


def test_a_batch_undone_meanwhile_stops_the_act(registrar, monkeypatch):
    monkeypatch.setattr(carry_on_bulk, "AT_ONCE", 0)
    batch = batch_holding(registrar, *ROWS)
    act = confirm(batch, registrar)
    undo_batch(batch=batch, because="Fel mapp", by=registrar, at=datetime.now(UTC))

    bulk_job(act.pk, registrar.pk)

    act.refresh_from_db()
    assert (act.state, act.claims) == ("done", 0)


def test_a_rule_about_no_field_is_refused(registrar):
    with pytest.raises(NoFieldChosen):
        confirm(batch_holding(registrar, *ROWS), registrar, fields=())


@pytest.mark.parametrize("role", [Role.READER, Role.DEPARTMENT_HEAD])
def test_only_those_who_confirm(registrar, role):
    batch, by = batch_holding(registrar, *ROWS), person(role)
    act = confirm(batch, registrar)
    act.refresh_from_db()
    attempts = [
        lambda: confirm(batch, by),
        lambda: enter_matching(batch=batch, wanted=Wanted(), by=by, at=MOMENT, on=DAY),
        lambda: undo_confirmation(act=act, by=by, at=MOMENT, on=DAY),
        lambda: undo_batch(batch=batch, because="x", by=by, at=MOMENT),
        lambda: take_up_batch(batch=batch, by=by),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
