import pytest

from tests.conftest import SIGN_IN
from tests.factories.register import adopted

DUTIES = "/desk/register/duties/"


def test_a_document_is_tied_to_what_the_law_demands(signed_in, registrar):
    plan = adopted("Biblioteksplan", by=registrar, open_ended=True)
    assert "Av titeln att döma" in signed_in.get(DUTIES).content.decode()

    signed_in.post(DUTIES, {"document": plan.pk, "duty": "biblioteksplan"})

    row = next(r for r, *_ in signed_in.get(DUTIES).context["rows"] if r.documents)
    assert (row.duty.key, row.state) == ("biblioteksplan", "fulfilled")
    assert "Biblioteksplan" in signed_in.get(f"/desk/register/{plan.pk}/").content.decode()


@pytest.mark.parametrize("sent", [{"document": "x"}, {"document": "999999"}])
def test_no_document_is_not_found(signed_in, sent):
    assert signed_in.post(DUTIES, sent).status_code == 404


def test_a_duty_that_is_none_is_refused(signed_in, registrar):
    plan = adopted("Plan", by=registrar)
    signed_in.post(DUTIES, {"document": plan.pk, "duty": "finns-inte"})

    plan.refresh_from_db()
    assert plan.duty == ""


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_costs_the_same_however_many(
    signed_in, registrar, django_assert_max_num_queries, number
):
    for i in range(number):
        adopted(f"Energiplan {i}", by=registrar, open_ended=True)

    with django_assert_max_num_queries(8):
        signed_in.get(DUTIES)


def test_a_reader_sees_and_ties_nothing(client, reader, registrar):
    client.force_login(reader, backend=SIGN_IN)

    assert client.get(DUTIES).status_code == 200
    assert client.post(DUTIES, {"document": "1"}).status_code == 403
