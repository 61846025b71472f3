from datetime import UTC, datetime

import pytest
from django.utils import timezone

from tests.conftest import SIGN_IN
from tests.decisions.story import COMMITTEE, COUNCIL, decided, proposed
from tests.factories.register import adopted
from vagvisare.decisions.models import Decision
from vagvisare.decisions.states import Force


@pytest.fixture
def repeal(registrar) -> Decision:
    return decided(registrar, document=adopted(by=registrar))


def keep(client, decision, **days):
    given = {"approved": "2014-02-20", "posted": "2014-02-21", "taken_down": ""} | days
    return client.post(f"/desk/decisions/meetings/{decision.meeting_id}/minutes/", given)


def page(client, decision, on=""):
    return client.get(f"/desk/decisions/{decision.pk}/" + (f"?on={on}" if on else ""))


def test_the_three_days_lead_to_legal_force(signed_in, repeal):
    assert page(signed_in, repeal).context["step"].force.state == Force.UNKNOWN
    assert keep(signed_in, repeal).status_code == 302

    assert page(signed_in, repeal, "2014-03-14").context["step"].force.state == Force.RUNNING
    assert page(signed_in, repeal, "2014-03-15").context["step"].force.state == Force.IN_FORCE
    meeting = signed_in.get(f"/desk/decisions/meetings/{repeal.meeting_id}/").content.decode()
    assert "15 mars 2014" in meeting and "2014-03-14" in meeting


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (datetime(2014, 3, 14, 22, 59, tzinfo=UTC), Force.RUNNING),  # 23:59 in Stockholm
        (datetime(2014, 3, 14, 23, 1, tzinfo=UTC), Force.IN_FORCE),  # 00:01, while UTC has the 14th
    ],
)
def test_the_day_turns_at_midnight_in_stockholm(signed_in, repeal, monkeypatch, moment, state):
    keep(signed_in, repeal)
    monkeypatch.setattr(timezone, "now", lambda: moment)

    assert page(signed_in, repeal).context["step"].force.state == state


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (datetime(2014, 6, 19, 21, 59, tzinfo=UTC), Force.RUNNING),  # summer time: 23:59
        (datetime(2014, 6, 23, 21, 59, tzinfo=UTC), Force.RUNNING),
        (datetime(2014, 6, 23, 22, 1, tzinfo=UTC), Force.IN_FORCE),
    ],
)
def test_midsummer_moves_the_last_day_to_monday(signed_in, repeal, monkeypatch, moment, state):
    keep(signed_in, repeal, approved="2014-05-30", posted="2014-05-30")  # 20 June: the eve
    monkeypatch.setattr(timezone, "now", lambda: moment)

    assert page(signed_in, repeal).context["step"].force.state == state


def test_a_notice_taken_down_too_early_is_said(signed_in, repeal):
    keep(signed_in, repeal, taken_down="2014-03-14")

    assert "14 mars 2014" in page(signed_in, repeal).content.decode()
    assert page(signed_in, repeal).context["step"].force.state == Force.UNKNOWN
    keep(signed_in, repeal, taken_down="2014-03-15")
    assert page(signed_in, repeal).context["step"].force.state == Force.IN_FORCE


def test_a_day_out_of_order_is_said_on_its_field_and_the_others_kept_in_the_form(signed_in, repeal):
    answer = keep(signed_in, repeal, posted="2014-02-19")

    assert "posted" in answer.context["form"].errors
    assert "2014-02-19" in answer.content.decode()


def test_everything_can_be_taken_back_at_once(signed_in, repeal):
    keep(signed_in, repeal, taken_down="2014-03-17")
    assert keep(signed_in, repeal, approved="", posted="", taken_down="").status_code == 302

    repeal.meeting.refresh_from_db()
    assert repeal.meeting.minutes_approved_on is None
    assert repeal.meeting.notice_posted_on is None


def test_an_appeal_and_the_courts_word(signed_in, repeal):
    address = f"/desk/decisions/{repeal.pk}/"
    assert signed_in.post(address + "appeal/", {"day": ""}).context["form"].errors
    assert signed_in.post(address + "appeal/", {"day": "2014-02-01"}).context["form"].errors
    assert signed_in.post(address + "appeal/", {"day": "2014-03-01"}).status_code == 302
    assert page(signed_in, repeal).context["step"].force.state == Force.APPEALED

    ruling = {"day": "2014-11-03", "ruling": "annulled", "words": ""}
    assert signed_in.post(address + "ruling/", ruling).context["form"].errors
    ruling["words"] = "Förvaltningsrätten, mål 1234-14."
    assert signed_in.post(address + "ruling/", ruling).status_code == 302
    assert page(signed_in, repeal).context["step"].force.state == Force.ANNULLED
    document = signed_in.get(f"/desk/register/{repeal.document_id}/").content.decode()
    assert "verdict--over_but_standing" in document and "1234-14" in document


def test_a_reader_sees_and_changes_nothing(client, reader, repeal):
    client.force_login(reader, backend=SIGN_IN)

    assert page(client, repeal).context["form"] is None
    assert keep(client, repeal).status_code == 403
    for path in ("appeal/", "ruling/"):
        assert client.post(f"/desk/decisions/{repeal.pk}/{path}").status_code == 403


def test_a_proposal_and_a_note_need_no_legal_force(signed_in, registrar):
    plan = adopted("Annan plan", by=registrar)
    offer = proposed(registrar, COMMITTEE, COUNCIL, document=plan)

    answer = page(signed_in, offer)

    assert answer.context["step"].force.state == Force.NOT_APPEALABLE
    assert answer.context["form"] is None


def test_a_meeting_costs_the_same_however_much_it_decided(
    signed_in, registrar, django_assert_max_num_queries
):
    for number in range(12):
        made = decided(registrar, document=adopted(f"Plan {number}", by=registrar))

    with django_assert_max_num_queries(8):
        answer = signed_in.get(f"/desk/decisions/meetings/{made.meeting_id}/")
    assert len(answer.context["steps"]) == 12


def test_the_reason_is_shown_beside_the_decision_from_then_on(signed_in, registrar):
    plan = adopted("Annan plan", by=registrar)
    made = decided(registrar, COMMITTEE, document=plan, competence_override="Enligt delegation")

    for address in (
        f"/desk/decisions/{made.pk}/",
        f"/desk/decisions/meetings/{made.meeting_id}/",
        f"/desk/register/{plan.pk}/",
    ):
        assert "Enligt delegation" in signed_in.get(address).content.decode()
