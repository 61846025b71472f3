import pytest

from tests.factories.register import adopted, reference
from vagvisare.register.actions.repeal import repeal
from vagvisare.register.actions.replace import replace


@pytest.fixture
def plan(registrar):
    return adopted("Ett län för alla", by=registrar, published=True)


@pytest.mark.parametrize("number", [1, 30])
def test_the_start_page_costs_the_same_however_long(
    client, registrar, django_assert_max_num_queries, number
):
    for i in range(number):
        adopted(
            f"Policy {i}", by=registrar, document_type="policy", open_ended=True, published=True
        )

    with django_assert_max_num_queries(5):
        page = client.get("/").content.decode()

    assert page.count("badge--in_force") == number


def test_what_is_not_published_is_not_there(client, registrar):
    hidden = adopted("Hemlig policy", by=registrar, open_ended=True)

    assert "Hemlig" not in client.get("/?show=all").content.decode()
    assert client.get(f"/documents/{hidden.slug}/").status_code == 404


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2009-06-01", "Ja, det gäller"),
        ("2012-01-01", "Tiden har gått ut"),
        ("2014-02-13", "Nej, det gäller inte"),
        ("2007-01-01", "Nej, det gäller inte"),
    ],
)
def test_the_page_says_plainly_whether_it_applies(client, registrar, plan, day, answer):
    repeal(document=plan, decision=reference(day="2014-02-13"), by=registrar, because="Inaktuell.")

    page = client.get(f"/documents/{plan.slug}/?on={day}").content.decode()

    assert answer in page


def test_a_repealed_document_says_when_by_whom_and_why(client, registrar, plan):
    repeal(
        document=plan,
        decision=reference(day="2014-02-13", section="7"),
        by=registrar,
        because="Planens tid gick ut 2010.",
    )

    page = client.get(f"/documents/{plan.slug}/").content.decode()

    for words in ("13 februari 2014", "Kommunfullmäktige", "§ 7", "Planens tid gick ut 2010."):
        assert words in page


def test_a_replaced_document_leads_on(client, registrar, plan):
    new = adopted(
        "Ny strategi", by=registrar, document_type="strategi", open_ended=True, published=True
    )
    replace(document=plan, successor=new, decision=reference(day="2018-05-17"), by=registrar)

    assert f"/documents/{new.slug}/" in client.get(f"/documents/{plan.slug}/").content.decode()


def test_an_unpublished_successor_is_not_given_away(client, registrar, plan):
    new = adopted("Ny strategi", by=registrar, document_type="strategi", open_ended=True)
    replace(document=plan, successor=new, decision=reference(day="2018-05-17"), by=registrar)

    assert f"/documents/{new.slug}/" not in client.get(f"/documents/{plan.slug}/").content.decode()


@pytest.mark.parametrize(
    "query", ["?on=x", "?type=x", "?show=x", "?page=x", "?q=%00", "?on=0001-01-01"]
)
def test_nonsense_in_the_address_gives_a_page(client, registrar, plan, query):
    assert client.get(f"/{query}").status_code == 200


def test_pages_are_safe_by_their_headers(client, registrar, plan):
    answer = client.get("/")

    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_language_can_be_changed(client, registrar, plan):
    client.post("/language/", {"language": "en", "next": "/"})

    assert "What applies?" in client.get("/").content.decode()
