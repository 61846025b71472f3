from datetime import date

import pytest

from tests.inventory.many_candidates import batch_holding
from vagvisare.inventory import listing
from vagvisare.inventory.listing import SORTS, choices_of, hits
from vagvisare.inventory.models import VersionGroup
from vagvisare.inventory.wanted import Wanted, decided_before

DAY = date(2026, 11, 24)
ROWS = (
    {"title": "Biblioteksplan", "validity": "expired", "deciding_body": "fullmäktige",
     "decided_on": "2010-05-01"},
    {"title": "ÄLDREPOLICY", "document_type": "policy", "validity": "in_force_no_end",
     "decided_on": "2016", "confidence": 0.75},
    {"title": "Arkivplan", "validity": "in_force_no_end", "decided_on": "2016-11-23",
     "confidence": 0.3},
    {"title": "", "document_type": "", "validity": "unknown", "confidence": None},
    {"title": "Taxa", "document_type": "taxa", "state": "set_aside", "reason": "Fel",
     "decided_on": "2020-01-01"},
)  # fmt: skip


@pytest.fixture(params=[1_000, 1], ids=["few", "many"])
def batch(registrar, request, monkeypatch):
    """Both plans: the hits counted all, and more hits than are counted."""
    monkeypatch.setattr(listing, "COUNTED_HITS", request.param)
    return batch_holding(registrar, *ROWS)


def found(batch, sort="title", **wanted) -> list[str]:
    shown = hits(batch, Wanted(**wanted), on=DAY, sort=sort, page=1)
    return [one.title for one in shown.candidates]


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ({}, {"Biblioteksplan", "ÄLDREPOLICY", "Arkivplan", "", "Taxa"}),
        ({"state": "open"}, {"Biblioteksplan", "ÄLDREPOLICY", "Arkivplan", ""}),
        ({"validity": "expired"}, {"Biblioteksplan"}),
        ({"validity": "repealed"}, set()),
        ({"document_type": "plan"}, {"Biblioteksplan", "Arkivplan"}),
        ({"deciding_body": "fullmäktige"}, {"Biblioteksplan"}),
        ({"sureness": "sure"}, {"Biblioteksplan", "Taxa"}),
        ({"sureness": "likely"}, {"ÄLDREPOLICY"}),
        ({"sureness": "unsure"}, {"Arkivplan", ""}),
        ({"words": "plan"}, {"Biblioteksplan", "Arkivplan"}),
        ({"words": "PLAN arkiv"}, {"Arkivplan"}),
        ({"words": "äldre"}, {"ÄLDREPOLICY"}),
        ({"words": "3.txt"}, {""}),
        ({"words": "100%_"}, set()),
        ({"older_than": 10}, {"Biblioteksplan", "Arkivplan"}),
        ({"older_than": 9}, {"Biblioteksplan", "Arkivplan", "ÄLDREPOLICY"}),
        ({"validity": "in_force_no_end", "older_than": 10}, {"Arkivplan"}),
        ({"document_type": "plan", "sureness": "sure", "state": "open"}, {"Biblioteksplan"}),
        ({"versions": True}, set()),
    ],
)
@pytest.mark.parametrize("sort", SORTS)
def test_each_filter_keeps_what_fits(batch, wanted, titles, sort):
    assert sorted(found(batch, sort, **wanted)) == sorted(titles)


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("title", "", "ÄLDREPOLICY"),
        ("newest", "Taxa", ""),
        ("oldest", "", "Taxa"),
        ("unsure", "", "Taxa"),
        ("body", "ÄLDREPOLICY", "Biblioteksplan"),
    ],
)
def test_each_order(batch, sort, first, last):
    titles = found(batch, sort)

    assert (titles[0], titles[-1]) == (first, last)


def test_only_those_in_several_versions(batch):
    own = batch.candidates.get(title="Arkivplan")
    batch.files.filter(pk=own.file_id).update(versions=VersionGroup.objects.create())

    assert found(batch, versions=True) == ["Arkivplan"]
    assert found(batch, versions=True, state="set_aside") == []


def test_nothing_comes_from_another_batch(registrar, batch):
    other = batch_holding(registrar, *ROWS[:1])

    assert found(other) == ["Biblioteksplan"]
    assert found(other, words="plan") == ["Biblioteksplan"]
    assert found(other, versions=True) == []


@pytest.fixture
def long_batch(registrar, monkeypatch):
    monkeypatch.setattr(listing, "ROWS_A_PAGE", 2)
    rows = [{"title": f"Plan {n}", "state": "open", "deciding_body": "a"} for n in range(7)]
    return batch_holding(registrar, *rows)


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(words="plan"), Wanted(state="open")])
@pytest.mark.parametrize("counted", [1_000, 3])
def test_the_pages_together_are_all_and_none_twice(long_batch, monkeypatch, wanted, counted):
    monkeypatch.setattr(listing, "COUNTED_HITS", counted)
    titles, page, more = [], 0, True
    while more:
        page += 1
        shown = hits(long_batch, wanted, on=DAY, sort="title", page=page)
        assert shown.page == page
        titles += [one.title for one in shown.candidates]
        more = shown.has_next
    assert titles == [f"Plan {n}" for n in range(7)]


def test_how_many_is_said_as_far_as_counted(long_batch, monkeypatch):
    shown = hits(long_batch, Wanted(words="plan"), on=DAY, sort="title", page=1)
    assert (shown.number, shown.more) == (7, False)

    monkeypatch.setattr(listing, "COUNTED_HITS", 3)
    shown = hits(long_batch, Wanted(words="plan"), on=DAY, sort="title", page=1)
    assert (shown.number, shown.more) == (3, True)
    # The tallies know those that one choice alone leaves, however many.
    shown = hits(long_batch, Wanted(state="open"), on=DAY, sort="title", page=1)
    assert (shown.number, shown.more) == (7, False)


def test_a_page_that_is_not_there_is_the_last(long_batch):
    shown = hits(long_batch, Wanted(words="plan"), on=DAY, sort="title", page=99)

    assert (shown.page, [one.title for one in shown.candidates]) == (4, ["Plan 6"])


def test_the_choices_and_how_many_have_them(batch):
    choices = choices_of(batch)

    assert choices["document_type"][0] == ("plan", 2)
    assert dict(choices["state"]) == {"open": 4, "set_aside": 1}
    assert dict(choices["sureness"]) == {"sure": 2, "likely": 1, "unsure": 2}


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(words="plan", state="open", older_than=2)])
def test_a_fixed_number_of_questions(batch, django_assert_max_num_queries, wanted):
    with django_assert_max_num_queries(5):
        hits(batch, wanted, on=DAY, sort="newest", page=1)


@pytest.mark.parametrize(
    ("years", "day", "before"),
    [
        (10, DAY, "2016-11-24"),
        (1, date(2024, 2, 29), "2023-02-28"),
        (200, date(100, 1, 1), "0001-01-01"),
    ],
)
def test_so_many_years_before(years, day, before):
    assert decided_before(years, day) == before
