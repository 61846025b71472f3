from datetime import date

import pytest

from tests.factories.organization import body
from tests.factories.register import adopted
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.models import Decision, Matter, Meeting
from vagvisare.desk.decisions.forms import GROUPS, DecisionForm
from vagvisare.register.models import StandingSpan

RECORD = "/desk/decisions/record/"


def form(plan, body_key="kommunfullmaktige", **parts):
    return {
        "body": body(body_key).pk,
        "day": "2014-02-13",
        "section": "7",
        "point": "1",
        "kind": "repeal",
        "document": f"{plan.title} #{plan.pk}",
        "because": "Inaktuell sedan 2010.",
    } | parts


def test_a_repeal_is_recorded_with_its_meeting_and_matter(signed_in, registrar):
    plan = adopted("Gammal plan", by=registrar)

    answer = signed_in.post(RECORD, form(plan, diary_no="KS 2014/7", matter_title="Översyn"))

    assert answer.url == f"/desk/register/{plan.pk}/"
    assert Matter.objects.get().title == "Översyn"
    assert StandingSpan.objects.order_by("-pk")[0].standing == "repealed"


def test_what_a_committee_may_not_is_said_on_the_form_and_nothing_is_left(signed_in, registrar):
    plan = adopted("Gammal plan", by=registrar)

    page = signed_in.post(RECORD, form(plan, "socialnamnden", diary_no="SN 1")).content.decode()

    assert "Inaktuell sedan 2010." in page
    assert "Kommunfullmäktige" in page
    assert not Decision.objects.exists()
    assert not Meeting.objects.exists()
    assert not Matter.objects.exists()


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("#{pk}", True),
        ("gammal plan", True),
        ("gammal", True),
        ("finns inte", False),
        ("plan", False),
    ],
)
def test_a_document_is_named_by_number_or_title(signed_in, registrar, written, fits):
    plan = adopted("Gammal plan", by=registrar)
    adopted("Ny plan", by=registrar)

    signed_in.post(RECORD, form(plan, document=written.format(pk=plan.pk)))

    assert Decision.objects.filter(document=plan).exists() == fits


@pytest.mark.parametrize(
    "parts",
    [
        {"day": "2014-02-31"},
        {"section": ""},
        {"point": "0"},
        {"kind": "abolish"},
        {"last_day": "2015-01-01", "open_ended": "on"},
        {"first_day": "2016-01-01", "last_day": "2015-01-01"},
    ],
)
def test_a_fault_is_said_and_nothing_recorded(signed_in, registrar, parts):
    plan = adopted("Gammal plan", by=registrar)

    answer = signed_in.post(RECORD, form(plan, **parts))

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not Decision.objects.exists()


def test_the_link_from_a_document_fills_in_what_is_known(signed_in, registrar):
    plan = adopted("Gammal plan", by=registrar)

    page = signed_in.get(f"{RECORD}?document={plan.pk}&kind=repeal").content.decode()

    assert f"Gammal plan #{plan.pk}" in page
    assert f'<option value="{body().pk}" selected>' in page


@pytest.mark.parametrize("path", ["", "assignments/"])
def test_the_lists_have_an_empty_state_and_a_stated_cost(
    signed_in, registrar, django_assert_max_num_queries, path
):
    with django_assert_max_num_queries(6):
        assert signed_in.get(f"/desk/decisions/{path}").status_code == 200


def test_a_meeting_shows_its_decisions(signed_in, registrar):
    plan = adopted("Gammal plan", by=registrar)
    signed_in.post(RECORD, form(plan))

    page = signed_in.get(f"/desk/decisions/meetings/{Meeting.objects.get().pk}/").content.decode()

    assert "§ 7" in page and "Gammal plan" in page


def test_a_matter_gets_its_number_later_and_only_its_own(signed_in, registrar):
    first = open_matter(title="Översyn", diary_no="", opened_on=date(2014, 1, 1), by=registrar)
    other = open_matter(title="Annat", diary_no="KS 1", opened_on=date(2014, 1, 1), by=registrar)
    address = f"/desk/decisions/matters/{first.pk}/"

    assert signed_in.post(address, {"diary_no": "ks 1"}).context["form"].errors
    assert signed_in.post(address, {"diary_no": ""}).context["form"].errors
    assert signed_in.post(address, {"diary_no": "KS 2014/52"}).status_code == 302
    first.refresh_from_db()
    assert (first.diary_no, other.diary_no) == ("KS 2014/52", "KS 1")


def test_every_field_of_the_form_has_its_place_on_the_page():
    grouped = [name for names in GROUPS.values() for name in names]

    assert sorted(grouped) == sorted(DecisionForm.base_fields)


def test_a_folded_group_with_a_fault_stands_open(signed_in, registrar):
    plan = adopted("Gammal plan", by=registrar)

    page = signed_in.post(RECORD, form(plan, last_day="2014-99-99")).content.decode()

    assert page.count('<details class="ds-details" open>') == 1


@pytest.mark.parametrize(
    ("kind", "opened"), [("repeal", 0), ("prolong", 1), ("replace", 1), ("close_assignment", 1)]
)
def test_the_kind_in_the_link_opens_what_it_asks_for(signed_in, registrar, kind, opened):
    page = signed_in.get(f"{RECORD}?kind={kind}").content.decode()

    assert page.count('<details class="ds-details" open>') == opened
