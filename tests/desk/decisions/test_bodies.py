from datetime import date

import pytest
from django.test import Client

from tests.conftest import SIGN_IN
from tests.decisions.story import COMMITTEE, COUNCIL, decided
from tests.factories.organization import body, person
from tests.factories.register import adopted, reference
from vagvisare.access.roles import Role
from vagvisare.organization.models import Body

BODIES = "/desk/decisions/bodies/"


@pytest.fixture
def administrator_in(municipality) -> Client:
    client = Client()
    client.force_login(person(Role.ADMINISTRATOR), backend=SIGN_IN)
    return client


def enter(client, **parts):
    given = {
        "name": "Skolnämnden",
        "kind": "committee",
        "last_day": "2010-12-31",
        "successor": body(COMMITTEE).pk,
        "because": "Kommunfullmäktige 2010-11-25 § 120",
    }
    return client.post(f"{BODIES}new/", given | parts)


def test_a_former_body_is_entered_and_shown_with_its_successor(administrator_in):
    answer = enter(administrator_in)

    assert answer.url == f"{BODIES}skolnamnden/"
    page = administrator_in.get(answer.url).content.decode()
    assert "2010-12-31" in page and "Gymnasie- och arbetsmarknadsnämnden" in page
    heir = administrator_in.get(f"{BODIES}{COMMITTEE}/").content.decode()
    assert "Skolnämnden" in heir


def test_a_ring_and_a_name_twice_are_said_on_the_form(administrator_in):
    enter(administrator_in)
    school = Body.objects.get(key="skolnamnden")

    ring = administrator_in.post(
        f"{BODIES}{COMMITTEE}/edit/", {"last_day": "2020-01-01", "successor": school.pk}
    )

    assert ring.context["form"].errors and "2020-01-01" in ring.content.decode()
    assert enter(administrator_in).context["form"].errors


def test_days_can_be_taken_back(administrator_in):
    enter(administrator_in)

    administrator_in.post(f"{BODIES}skolnamnden/edit/", {"last_day": "", "successor": ""})

    school = Body.objects.get(key="skolnamnden")
    assert (school.last_day, school.successor) == (None, None)


@pytest.mark.parametrize("path", ["new/", f"{COUNCIL}/edit/"])
def test_only_an_administrator_changes_bodies(signed_in, path):
    assert signed_in.get(BODIES + path).status_code == 403


@pytest.mark.parametrize("shown", ["documents", "decisions", "meetings", "nonsense"])
def test_a_body_costs_the_same_whatever_it_has_done(
    signed_in, registrar, shown, django_assert_max_num_queries
):
    for number in range(12):
        plan = adopted(f"Plan {number}", by=registrar, decided=reference(COMMITTEE))
        decided(registrar, COMMITTEE, date(2014, 1, number + 1), document=plan)

    with django_assert_max_num_queries(11):
        answer = signed_in.get(f"{BODIES}{COMMITTEE}/?show={shown}")

    assert answer.status_code == 200
    assert len(answer.context["page_obj"].object_list) == 12


def test_its_documents_stand_as_on_the_day_asked_about(signed_in, registrar):
    adopted("Plan för parker", by=registrar, decided=reference(COMMITTEE))

    then = signed_in.get(f"{BODIES}{COMMITTEE}/?on=2009-01-01").content.decode()
    now = signed_in.get(f"{BODIES}{COMMITTEE}/").content.decode()

    assert "badge--in_force" in then
    assert "badge--over_but_standing" in now


@pytest.mark.parametrize("shown", ["documents", "decisions", "meetings"])
def test_a_body_that_has_done_nothing_says_so(signed_in, shown):
    assert signed_in.get(f"{BODIES}socialnamnden/?show={shown}").status_code == 200


def test_the_list_tells_present_from_former(administrator_in):
    enter(administrator_in)

    answer = administrator_in.get(BODIES)

    assert [one.key for one in answer.context["former"]] == ["skolnamnden"]
    assert administrator_in.get(f"{BODIES}finns-inte/").status_code == 404
