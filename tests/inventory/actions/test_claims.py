import pytest

from tests.factories.inventory import MOMENT, PLAN, candidate, reading_of
from tests.factories.organization import person
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.queries import lines_about
from vagvisare.inventory.actions.confirm_all import confirm_all
from vagvisare.inventory.actions.confirm_claim import NothingToConfirm, confirm_claim
from vagvisare.inventory.actions.correct_claim import correct_claim, supply_value
from vagvisare.inventory.actions.deciding import CandidateClosed
from vagvisare.inventory.actions.reject_claim import reject_claim
from vagvisare.inventory.actions.reopen_claim import reopen_claim
from vagvisare.inventory.actions.set_aside import ReasonMissing, set_aside, take_up_again
from vagvisare.inventory.models import Claim
from vagvisare.inventory.policies import NotAValue
from vagvisare.inventory.states import CandidateState, ClaimState, Field, Found


def claim_of(field: str, by) -> Claim:
    return candidate(by).claims.get(field=field)


def test_confirming_keeps_who_and_when(registrar):
    claim = claim_of("title", registrar)

    confirm_claim(claim=claim, by=registrar, at=MOMENT)

    claim.refresh_from_db()
    assert (claim.state, claim.confirmed_value) == (ClaimState.CONFIRMED, PLAN["title"])
    assert (claim.decided_by, claim.decided_at) == (registrar.name, MOMENT)
    (line,) = lines_about(claim)
    assert line.verb == "claim-confirmed"
    assert line.before == {"state": "proposed", "confirmed_value": ""}


def test_a_correction_keeps_what_was_read(registrar):
    claim = claim_of("decision_date", registrar)

    correct_claim(claim=claim, value=" 2018-12-13 ", by=registrar, at=MOMENT)

    claim.refresh_from_db()
    assert (claim.value, claim.confirmed_value) == ("2018-11-29", "2018-12-13")


def test_a_label_without_value_cannot_be_confirmed_but_written(registrar):
    claim = claim_of("registry_number", registrar)

    with pytest.raises(NothingToConfirm):
        confirm_claim(claim=claim, by=registrar, at=MOMENT)
    correct_claim(claim=claim, value="KS 2018/7", by=registrar, at=MOMENT)

    claim.refresh_from_db()
    assert (claim.found, claim.confirmed_value) == (Found.LABEL, "KS 2018/7")


def test_what_was_not_found_can_be_supplied_and_taken_back(registrar):
    own = candidate(registrar)

    made = supply_value(
        candidate=own, field=Field.RESPONSIBLE, value="Bibliotekschefen", by=registrar, at=MOMENT
    )
    assert (made.found, made.value, made.confirmed_value) == ("nothing", "", "Bibliotekschefen")
    reopen_claim(claim=made, by=registrar)

    made.refresh_from_db()
    assert (made.state, made.confirmed_value) == (ClaimState.ABSENT, "")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("decision_date", "29 november 2018"),
        ("valid_until", "2022-13"),
        ("document_type", "tjänsteskrivelse"),
        ("deciding_body", "Rymdnämnden"),
        ("title", "x" * 501),
        ("title", "  "),
    ],
)
def test_refuses_a_value_the_field_cannot_have(registrar, field, value):
    claim = claim_of(field, registrar)

    with pytest.raises(NotAValue):
        correct_claim(claim=claim, value=value, by=registrar, at=MOMENT)

    claim.refresh_from_db()
    assert claim.state == ClaimState.PROPOSED


@pytest.mark.parametrize("word", ["biblioteksplan", "Planer", "kemikalieplan"])
def test_a_compound_goes_as_its_type(registrar, word):
    claim = claim_of("document_type", registrar)

    correct_claim(claim=claim, value=word, by=registrar, at=MOMENT)

    claim.refresh_from_db()
    assert claim.confirmed_value == word


def test_until_further_notice_is_yes_or_nothing(registrar):
    own = candidate(registrar)

    with pytest.raises(NotAValue):
        supply_value(candidate=own, field=Field.TILLS_VIDARE, value="nej", by=registrar, at=MOMENT)
    made = supply_value(
        candidate=own, field=Field.TILLS_VIDARE, value="ja", by=registrar, at=MOMENT
    )
    assert made.confirmed_value == "true"


@pytest.mark.parametrize(
    ("field", "undecided"),
    [("title", ClaimState.PROPOSED), ("registry_number", ClaimState.MISSING)],
)
def test_reopening_gives_back_what_the_machine_claimed(registrar, field, undecided):
    claim = claim_of(field, registrar)
    reject_claim(claim=claim, by=registrar, at=MOMENT)

    reopen_claim(claim=claim, by=registrar)

    claim.refresh_from_db()
    assert (claim.state, claim.decided_by, claim.decided_at) == (undecided, "", None)


def test_confirm_all_takes_the_sure_ones_only(registrar):
    own = candidate(registrar)
    own.claims.filter(field="paragraph").update(confidence=0.6)
    own.claims.filter(field="valid_from").update(confidence=None)
    own.claims.filter(field="valid_until").update(value="tills vidare")

    number = confirm_all(batch=own.file.batch, at_least=0.9, by=registrar, at=MOMENT)

    confirmed = set(own.claims.confirmed().values_list("field", flat=True))
    assert confirmed == {"title", "document_type", "deciding_body", "decision_date"}
    assert number == 4
    assert lines_about(own.file.batch)[0].verb == "claims-confirmed"


def test_confirm_all_leaves_what_a_person_has_spoken_of(registrar):
    own = candidate(registrar)
    title = own.claims.get(field="title")
    reject_claim(claim=title, by=registrar, at=MOMENT)

    confirm_all(batch=own.file.batch, at_least=0, by=registrar, at=MOMENT)

    title.refresh_from_db()
    assert title.state == ClaimState.REJECTED


def test_set_aside_needs_a_reason_and_can_be_undone(registrar):
    own = candidate(registrar)
    with pytest.raises(ReasonMissing):
        set_aside(candidate=own, reason=" ", by=registrar)

    set_aside(candidate=own, reason="En tjänsteskrivelse", by=registrar)
    with pytest.raises(CandidateClosed):
        confirm_claim(claim=own.claims.first(), by=registrar, at=MOMENT)
    take_up_again(candidate=own, by=registrar)

    own.refresh_from_db()
    assert (own.state, own.reason) == (CandidateState.OPEN, "")
    assert [line.verb for line in lines_about(own)] == ["taken-up-again", "set-aside"]


@pytest.mark.parametrize("role", [Role.READER, Role.OFFICER, Role.DEPARTMENT_HEAD])
def test_only_those_who_may_confirm_do(registrar, role):
    own, somebody = candidate(registrar), person(role)
    claim = own.claims.get(field="title")
    attempts = [
        lambda: confirm_claim(claim=claim, by=somebody, at=MOMENT),
        lambda: reject_claim(claim=claim, by=somebody, at=MOMENT),
        lambda: correct_claim(claim=claim, value="X", by=somebody, at=MOMENT),
        lambda: reopen_claim(claim=claim, by=somebody),
        lambda: confirm_all(batch=own.file.batch, at_least=0, by=somebody, at=MOMENT),
        lambda: set_aside(candidate=own, reason="x", by=somebody),
        lambda: take_up_again(candidate=own, by=somebody),
    ]

    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()


def test_an_unsure_reading_is_claimed_all_the_same(registrar):
    own = candidate(registrar, reading_of(confidence=0.2))

    assert own.claims.filter(state=ClaimState.PROPOSED).count() == len(PLAN)
