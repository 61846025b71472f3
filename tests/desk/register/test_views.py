import pytest
from django.urls import reverse

from tests.conftest import SIGN_IN
from tests.factories.register import adopted, entered
from vagvisare.register.models import SteeringDocument

LIST = "/desk/register/"


def test_a_stranger_is_led_to_sign_in(client, db):
    answer = client.get(LIST)

    assert answer.status_code == 302
    assert answer.url.startswith("/account/login/")


def test_without_a_role_the_register_stays_closed(client, registrar):
    registrar.role_grants.all().delete()
    client.force_login(registrar, backend=SIGN_IN)

    assert client.get(LIST).status_code == 403
    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize("number", [1, 40])
def test_the_list_costs_the_same_however_long(
    signed_in, registrar, django_assert_max_num_queries, number
):
    for i in range(number):
        adopted(f"Plan {i}", by=registrar)

    with django_assert_max_num_queries(9):
        answer = signed_in.get(LIST)

    assert answer.content.decode().count("badge--over_but_standing") == number


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("?standing=over_but_standing", "Gammal plan"),
        ("?type=policy", "Öppen policy"),
        ("?q=öppen+POLICY", "Öppen policy"),
        ("?on=2009-06-01&standing=in_force&type=plan", "Gammal plan"),
    ],
)
def test_the_list_is_narrowed(signed_in, registrar, query, title):
    adopted("Gammal plan", by=registrar)
    adopted("Öppen policy", by=registrar, document_type="policy", open_ended=True)

    rows = signed_in.get(LIST + query).context["rows"]

    assert [row.document.title for row in rows] == [title]


@pytest.mark.parametrize(
    "query", ["?on=igår", "?standing=snart", "?type=x", "?page=9999", "?on=9999-12-31", "?q=%00"]
)
def test_nonsense_in_the_address_gives_a_page(signed_in, registrar, query):
    adopted(by=registrar)

    assert signed_in.get(LIST + query).status_code == 200


def test_the_document_page_tells_its_life_and_the_next_step(signed_in, registrar):
    document = adopted("Gammal plan", by=registrar)

    page = signed_in.get(f"{LIST}{document.pk}/?on=2013-10-24").content.decode()

    assert "badge--over_but_standing" in page
    assert "2 år och 296 dagar" in page
    assert reverse("desk:decisions:record") in page


def test_a_day_that_is_none_is_said_and_today_shown(signed_in, registrar):
    document = adopted(by=registrar)

    assert "igår" in signed_in.get(f"{LIST}{document.pk}/?on=igår").content.decode()


def form(**parts):
    return {
        "title": "Ny plan",
        "document_type": "plan",
        "popular_name": "",
        "department": "",
        "responsible_role": "",
        "summary": "",
        "based_on": "1",
    } | parts


def test_a_document_is_entered_by_hand(signed_in):
    answer = signed_in.post(f"{LIST}new/", form())

    assert answer.url == reverse("desk:register:document", args=[SteeringDocument.objects.get().pk])


def test_a_faulty_form_keeps_what_was_typed(signed_in):
    page = signed_in.post(f"{LIST}new/", form(title="", summary="Viktig text")).content.decode()

    assert "Viktig text" in page
    assert not SteeringDocument.objects.exists()


def test_an_edit_over_somebody_elses_shows_both(signed_in, registrar):
    document = entered("Plan", by=registrar)
    signed_in.post(f"{LIST}{document.pk}/edit/", form(title="Först"))

    answer = signed_in.post(f"{LIST}{document.pk}/edit/", form(title="Sedan"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Först" in page and "Sedan" in page
    assert SteeringDocument.objects.get().title == "Först"


def test_publishing_shows_it_on_the_open_web_and_back(signed_in, client, registrar):
    document = adopted("Plan", by=registrar)
    address = f"{LIST}{document.pk}/publish/"

    signed_in.post(address)
    assert client.get(f"/documents/{document.slug}/").status_code == 200
    signed_in.post(address, {"publish": "no"})
    assert client.get(f"/documents/{document.slug}/").status_code == 404


def test_a_reader_sees_and_cannot_change(client, registrar, reader):
    document = adopted("Plan", by=registrar)
    client.force_login(reader, backend=SIGN_IN)

    assert client.get(f"{LIST}{document.pk}/").status_code == 200
    assert client.get(f"{LIST}{document.pk}/edit/").status_code == 403
    assert client.post(f"{LIST}{document.pk}/publish/").status_code == 403


def test_a_hostile_title_is_only_text(signed_in, registrar):
    document = adopted("<script>alert(1)</script>", by=registrar)

    for address in (LIST, f"{LIST}{document.pk}/", f"{LIST}{document.pk}/edit/"):
        assert "<script>alert" not in signed_in.get(address).content.decode()
