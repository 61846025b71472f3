from datetime import date

import pytest

from tests.decisions.story import BOARD, COUNCIL, decided
from tests.factories.organization import department
from vagvisare.decisions.actions.report_assignment import report_assignment
from vagvisare.decisions.models import Assignment

LIST = "/desk/decisions/assignments/"
ON = date(2014, 6, 1)


def give(by, subject, due=None, body_key=COUNCIL, day=date(2014, 1, 10), **parts) -> Assignment:
    made = decided(by, body_key, day, "give_assignment", text=subject, due_day=due, **parts)
    return Assignment.objects.get(given_by=made)


@pytest.fixture
def five(registrar) -> list[Assignment]:
    """One of each kind, given in another order than the list should have."""
    in_time = give(registrar, "I tid", date(2014, 6, 1))
    no_day = give(registrar, "Utan dag", day=date(2013, 1, 1))
    reported = give(registrar, "Rapporterat", date(2014, 2, 1), department=department())
    report_assignment(assignment=reported, day=date(2014, 5, 1), report="Klart", by=registrar)
    late = give(registrar, "Sent", date(2014, 5, 31))
    later = give(registrar, "Senare", date(2013, 12, 31), BOARD, date(2013, 6, 1))
    return [later, late, reported, no_day, in_time]


def test_the_worst_comes_first(signed_in, five):
    answer = signed_in.get(LIST + "?on=2014-06-01")

    assert [row.assignment for row in answer.context["rows"]] == five
    assert [row.state for row in answer.context["rows"]] == [
        "overdue",
        "overdue",
        "reported",
        "no_day",
        "in_time",
    ]


@pytest.mark.parametrize(
    ("query", "subjects"),
    [
        ("state=overdue", ["Senare", "Sent"]),
        ("state=reported", ["Rapporterat"]),
        ("state=no_day", ["Utan dag"]),
        ("state=in_time", ["I tid"]),
        ("state=nonsense", ["Senare", "Sent", "Rapporterat", "Utan dag", "I tid"]),
        ("body=kommunstyrelsen", ["Senare"]),
        ("department=utvecklingsforvaltningen", ["Rapporterat"]),
        ("state=overdue&department=utvecklingsforvaltningen", []),
    ],
)
def test_the_filters(signed_in, five, query, subjects):
    answer = signed_in.get(f"{LIST}?on=2014-06-01&{query}")

    assert [row.assignment.subject for row in answer.context["rows"]] == subjects


def test_a_report_made_later_is_not_known_on_an_earlier_day(signed_in, five):
    answer = signed_in.get(LIST + "?on=2014-04-30&state=overdue")

    assert [row.assignment.subject for row in answer.context["rows"]] == ["Senare", "Rapporterat"]


def test_how_late_it_is_in_words(signed_in, five):
    page = signed_in.get(LIST + "?on=2014-06-01").content.decode()

    assert "1 dag försenat" in page and "152 dagar försenat" in page


def test_the_list_costs_the_same_however_long(signed_in, registrar, django_assert_max_num_queries):
    for number in range(15):
        give(registrar, f"Uppdrag {number}", department=department())

    with django_assert_max_num_queries(8):
        assert len(signed_in.get(LIST).context["rows"]) == 15


def test_the_page_tells_the_way_and_takes_the_report(signed_in, five):
    late = five[1]
    address = f"{LIST}{late.pk}/"
    assert signed_in.post(address + "report/", {"day": "2014-06-02"}).context["form"].errors
    early = {"day": "2014-01-01", "report": "Klart"}
    assert signed_in.post(address + "report/", early).context["form"].errors
    signed_in.post(address + "report/", {"day": "2014-06-02", "report": "Allt är gjort."})

    page = signed_in.get(address).content.decode()
    assert "Allt är gjort." in page and "Kommunfullmäktige 2014-01-10" in page
    signed_in.post(address + "report/", {"take_back": "yes"})
    assert "Allt är gjort." not in signed_in.get(address).content.decode().split("trail")[0]


def test_what_is_closed_says_by_which_decision(signed_in, registrar, five):
    late = five[1]
    made = decided(
        registrar, day=date(2014, 9, 1), kind="close_assignment", assignment=late, section="77"
    )

    page = signed_in.get(f"{LIST}{late.pk}/").content.decode()

    assert str(made) in page
    answer = signed_in.post(f"{LIST}{late.pk}/report/", {"take_back": "yes"}, follow=True)
    assert "notice--danger" in answer.content.decode()


def test_the_link_to_close_knows_who_gave_it(signed_in, five):
    answer = signed_in.get(f"/desk/decisions/record/?kind=close_assignment&assignment={five[0].pk}")

    assert answer.context["form"].initial["body"].key == BOARD
    assert answer.context["all_allowed"] and answer.context["verdicts"]
