from datetime import date

import pytest

from tests.decisions.story import BOARD, COMMITTEE, COUNCIL, decided, proposed
from tests.factories.organization import body
from tests.factories.register import adopted
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.models import Assignment, Decision, Matter

RECORD, SECTION = "/desk/decisions/record/", "/desk/decisions/record-section/"
PENDING = "/desk/decisions/pending/"


@pytest.fixture
def plan(registrar):
    return adopted("Gammal plan", by=registrar)


@pytest.fixture
def matter(registrar):
    return open_matter(
        title="Översyn", diary_no="KS 2014/7", opened_on=date(2014, 1, 1), by=registrar
    )


def test_a_proposal_is_recorded_and_waits(signed_in, plan):
    form = {
        "body": body(COMMITTEE).pk,
        "day": "2014-01-20",
        "section": "4",
        "point": "1",
        "kind": "repeal",
        "document": f"#{plan.pk}",
        "status": "proposed",
    }
    assert "proposed_to" in signed_in.post(RECORD, form).context["form"].errors
    signed_in.post(RECORD, form | {"proposed_to": body(COUNCIL).pk})

    assert Decision.objects.pending().get().proposed_to == body(COUNCIL)
    assert "Gammal plan" in signed_in.get(PENDING).content.decode()
    assert "Kommunfullmäktige" in signed_in.get(f"/desk/register/{plan.pk}/").content.decode()


def test_what_became_of_it_starts_from_what_was_proposed(signed_in, registrar, plan, matter):
    made = proposed(registrar, COMMITTEE, COUNCIL, document=plan, matter=matter, because="Över.")

    initial = signed_in.get(f"{RECORD}?proposal={made.pk}").context["form"].initial

    assert initial["document"] == plan
    assert initial["body"] == body(COUNCIL)
    assert (initial["kind"], initial["diary_no"]) == ("repeal", "KS 2014/7")


def test_checking_says_the_rule_and_records_nothing(signed_in, plan):
    form = {
        "body": body(COMMITTEE).pk,
        "day": "2014-01-20",
        "section": "4",
        "point": "1",
        "kind": "repeal",
        "document": f"#{plan.pk}",
        "because": "Inaktuell.",
        "check": "yes",
    }

    page = signed_in.post(RECORD, form)

    assert not page.context["all_allowed"]
    assert "Inaktuell." in page.content.decode()
    assert not Decision.objects.exists()
    allowed = signed_in.post(RECORD, form | {"body": body(COUNCIL).pk})
    assert allowed.context["all_allowed"] and allowed.context["verdicts"]


def test_the_link_from_a_document_says_the_rule_before_anything_is_written(signed_in, plan):
    answer = signed_in.get(f"{RECORD}?document={plan.pk}&kind=repeal")

    assert answer.context["verdicts"][0][1].rule == "adopter"


def test_the_matter_tells_the_chain_and_what_differs(signed_in, registrar, plan, matter):
    about = {"document": plan, "matter": matter}
    proposed(registrar, COMMITTEE, BOARD, date(2014, 1, 10), text="Planen upphävs.", **about)
    proposed(registrar, BOARD, COUNCIL, date(2014, 1, 20), text="Planen upphävs.", **about)
    address = f"/desk/decisions/matters/{matter.pk}/"
    waiting = signed_in.get(address)
    assert [step.decision.meeting.body.key for step in waiting.context["pending"]] == [BOARD]

    decided(
        registrar,
        day=date(2014, 2, 13),
        text="Planen upphävs från 2014-03-01.",
        first_day=date(2014, 3, 1),
        **about,
    )
    answer = signed_in.get(address)

    steps = answer.context["steps"]
    assert [step.decision.meeting.body.key for step in steps] == [COMMITTEE, BOARD, COUNCIL]
    assert steps[1].answered[0].differences == []
    assert len(steps[2].answered[0].differences) == 2
    assert "<ins>2014-03-01</ins>" in answer.content.decode()
    assert not answer.context["pending"]


def test_the_lists_cost_the_same_however_many_wait(
    signed_in, registrar, matter, django_assert_max_num_queries
):
    for number in range(10):
        other = adopted(f"Plan {number}", by=registrar)
        proposed(registrar, COMMITTEE, COUNCIL, document=other, matter=matter)

    with django_assert_max_num_queries(7):
        assert signed_in.get(PENDING).context["page_obj"].paginator.count == 10
    with django_assert_max_num_queries(8):
        assert len(signed_in.get(f"/desk/decisions/matters/{matter.pk}/").context["steps"]) == 10


def section(*points, **head):
    given = {
        "body": body(BOARD).pk,
        "day": "2014-01-20",
        "section": "12",
        "diary_no": "KS 2014/9",
        "matter_title": "Översyn",
        "points-TOTAL_FORMS": str(len(points)),
        "points-INITIAL_FORMS": "0",
    } | head
    for number, point in enumerate(points):
        given |= {f"points-{number}-{name}": value for name, value in point.items()}
    return given


def test_a_section_with_three_points_is_recorded_at_once(signed_in, plan):
    repeal = {
        "kind": "repeal",
        "document": f"#{plan.pk}",
        "status": "proposed",
        "proposed_to": str(body(COUNCIL).pk),
    }
    order = {"kind": "give_assignment", "text": "Skriva en ny plan", "status": "decided"}
    empty = {"kind": "", "status": "decided"}

    answer = signed_in.post(SECTION, section(repeal, order, empty))

    assert answer.status_code == 302
    assert list(Decision.objects.order_by("point").values_list("point", "status")) == [
        (1, "proposed"),
        (2, "decided"),
    ]
    assert Assignment.objects.count() == 1
    assert Matter.objects.get().title == "Översyn"


def test_a_point_refused_is_named_and_nothing_is_left(signed_in, plan):
    first = {"kind": "other", "text": "Först"}
    repeal = {"kind": "repeal", "document": f"#{plan.pk}", "because": "Inaktuell."}

    answer = signed_in.post(SECTION, section(first, repeal))

    page = answer.content.decode()
    assert "competence_override" in answer.context["points"][1].errors
    assert "Inaktuell." in page and "Först" in page
    assert not Decision.objects.exists() and not Matter.objects.exists()


def test_a_point_more_keeps_every_word(signed_in, plan):
    first = {"kind": "other", "text": "Först", "open_ended": "on"}

    answer = signed_in.post(SECTION, section(first, section="", add="yes"))

    assert answer.context["points"].total_form_count() == 2
    page = answer.content.decode()
    assert "Först" in page and "KS 2014/9" in page
    assert not answer.context["form"].errors


@pytest.mark.parametrize("total", ["", "x", "-1", "100000"])
def test_a_crooked_number_of_points_is_no_fault_of_ours(signed_in, total):
    sent = section({"kind": "other", "text": "x"}) | {"points-TOTAL_FORMS": total}

    assert signed_in.post(SECTION, sent).status_code == 200
    assert signed_in.post(SECTION, sent | {"add": "yes"}).status_code == 200
    assert not Decision.objects.exists()


def test_an_empty_section_and_an_empty_form_are_said(signed_in):
    assert signed_in.get(SECTION).status_code == 200
    answer = signed_in.post(SECTION, section({"kind": ""}, section=""))

    assert answer.context["form"].errors
    assert answer.context["points"][0].errors
