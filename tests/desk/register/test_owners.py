from datetime import date

import pytest

from tests.conftest import SIGN_IN
from tests.factories.organization import person
from tests.factories.register import adopted
from vagvisare.access.roles import Role
from vagvisare.organization.models import Department
from vagvisare.register.models import SteeringDocument

OWNERS = "/desk/register/owners/"


@pytest.fixture
def orphans(registrar):
    return [adopted(f"Plan {i}", by=registrar, open_ended=True) for i in range(3)]


def departments():
    return list(Department.objects.order_by("key")[:2])


def sent(documents, step="save", **parts):
    chosen = {"chosen": [document.pk for document in documents], "step": step}
    return chosen | {"role": "Ekonomichef", "because": "Ny organisation"} | parts


def test_the_list_shows_what_nobody_answers_for(signed_in, orphans):
    shown = signed_in.get(OWNERS).content.decode()

    assert shown.count("Ingen är angiven") == 3


def test_the_preview_changes_nothing_and_the_save_all(signed_in, orphans):
    preview = signed_in.post(OWNERS, sent(orphans[:2], step="preview"))
    assert "Ekonomichef" in preview.content.decode()
    assert not SteeringDocument.objects.exclude(responsible_role="").exists()

    signed_in.post(OWNERS, sent(orphans[:2]))

    assert SteeringDocument.objects.filter(responsible_role="Ekonomichef").count() == 2
    assert signed_in.get(OWNERS).content.decode().count("Ingen är angiven") == 1


def test_a_hand_over_is_undone_from_the_list(signed_in, orphans):
    signed_in.post(OWNERS, sent(orphans))
    past = signed_in.get(OWNERS).context["past"]
    assert [one.number for one in past] == [3]

    signed_in.post(OWNERS + "undo/", {"key": past[0].key})

    assert not SteeringDocument.objects.exclude(responsible_role="").exists()
    assert signed_in.get(OWNERS).context["past"][0].undone


@pytest.mark.parametrize("missing", [{"role": ""}, {"because": ""}])
def test_a_hand_over_without_whom_or_why_is_said_and_keeps_the_choice(signed_in, orphans, missing):
    page = signed_in.post(OWNERS, sent(orphans[:1], step="preview", **missing))

    assert page.context["chosen"] == {orphans[0].pk}
    assert "error-summary" in page.content.decode()


def test_all_of_a_department_are_chosen_from(signed_in, registrar):
    old = departments()[0]
    adopted("Egen plan", by=registrar, department=old, open_ended=True)

    assert "Egen plan" in signed_in.get(f"{OWNERS}?department={old.pk}").content.decode()
    assert "Egen plan" not in signed_in.get(OWNERS).content.decode()


def test_a_department_ends_and_its_documents_move(signed_in, registrar):
    old, new = departments()
    document = adopted("Egen plan", by=registrar, department=old, open_ended=True)

    form = {"department": old.pk, "successor": new.pk, "last_day": "2026-12-31", "because": "Ny"}
    signed_in.post(OWNERS + "reorganize/", form)

    document.refresh_from_db()
    assert document.department == new
    assert Department.objects.get(pk=old.pk).last_day == date(2026, 12, 31)


def test_only_an_administrator_lets_somebody_leave(signed_in, client, registrar):
    leaver = person()
    document = adopted("Egen plan", by=registrar, open_ended=True)
    SteeringDocument.objects.update(owner=leaver)
    form = {"person": leaver.pk, "because": "Slutar"}

    refused = signed_in.post(OWNERS + "leave/", form).content.decode()
    client.force_login(person(Role.ADMINISTRATOR), backend=SIGN_IN)
    asked = client.post(OWNERS + "leave/", form).content.decode()
    client.post(OWNERS + "leave/", form | {"successor": registrar.pk})

    assert "access.grant" in refused
    assert "Ange vem som tar över" in asked
    document.refresh_from_db()
    assert document.owner == registrar


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_however_long(
    signed_in, registrar, django_assert_max_num_queries, number
):
    for i in range(number):
        adopted(f"Plan {i}", by=registrar, open_ended=True)

    with django_assert_max_num_queries(12):
        signed_in.get(OWNERS)


def test_a_reader_hands_nothing_over(client, reader):
    client.force_login(reader, backend=SIGN_IN)

    assert client.get(OWNERS).status_code == 403
    assert client.post(OWNERS + "undo/").status_code == 403
