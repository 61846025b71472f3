import pytest

from tests.factories.register import entered
from tests.register.exchange.listing import Listed, imported, kinds, undone
from vagvisare.register.exchange.relations import TABLE
from vagvisare.register.models import Relation
from vagvisare.register.models.relation import RelationKind


@pytest.fixture
def three(registrar):
    return [entered(f"Plan {name}", by=registrar) for name in "ABC"]


@pytest.fixture
def tied(three):
    return Relation.objects.create(document=three[0], kind=RelationKind.PART_OF, other=three[1])


def test_ties_are_added_and_taken_away_again(three, tied, registrar):
    listed = Listed(TABLE).add(document=three[1].pk, kind="Konkretiserar", other=three[2].pk)
    run = listed.sent_in(registrar)

    imported(run, TABLE, registrar)

    made = Relation.objects.get(document=three[1])
    assert (made.kind, made.other) == (RelationKind.IMPLEMENTS, three[2])
    undone(run, TABLE, registrar)
    assert list(Relation.objects.all()) == [tied]


def test_a_tie_is_not_turned_into_another(three, tied, registrar):
    run = Listed(TABLE).write(2, other=three[2].pk).sent_in(registrar)

    assert set(kinds(run).values()) == {"faulty"}


@pytest.mark.parametrize("other", [999_999, "abc", None])
def test_a_tie_needs_two_documents(three, registrar, other):
    listed = Listed(TABLE).add(document=three[0].pk, kind="Konkretiserar", other=other)

    assert listed.sent_in(registrar).rows.get().kind == "faulty"


def test_a_tie_that_the_register_refuses_stops_only_its_row(three, tied, registrar):
    listed = Listed(TABLE)
    listed.add(document=three[0].pk, kind=RelationKind.PART_OF, other=three[0].pk)
    listed.add(document=three[2].pk, kind=RelationKind.PART_OF, other=three[0].pk)
    run = imported(listed.sent_in(registrar), TABLE, registrar)

    assert [row.outcome for row in run.rows.filter(kind="new")] == ["refused", "done"]
