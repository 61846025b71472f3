import pytest

from tests.factories.register import entered
from vagvisare.register.actions.relate import CannotRelate, relate, unrelate
from vagvisare.register.actions.relate_law import CannotRestOn, relate_law, unrelate_law
from vagvisare.register.models import Relation
from vagvisare.register.models.relation import RelationKind

IMPLEMENTS, REFERS = RelationKind.IMPLEMENTS, RelationKind.REFERS_TO


@pytest.fixture
def three(registrar):
    return [entered(title, by=registrar) for title in ("Vision", "Program", "Plan")]


def test_a_tie_is_made_and_taken_away(three, registrar):
    made = relate(document=three[2], kind=IMPLEMENTS, other=three[1], by=registrar)
    unrelate(relation=made, by=registrar)

    assert not Relation.objects.exists()


@pytest.mark.parametrize("kind", [IMPLEMENTS, RelationKind.PART_OF])
def test_no_document_implements_itself_over_others(three, registrar, kind):
    relate(document=three[1], kind=kind, other=three[0], by=registrar)
    relate(document=three[2], kind=kind, other=three[1], by=registrar)

    with pytest.raises(CannotRelate):
        relate(document=three[0], kind=kind, other=three[2], by=registrar)


def test_two_documents_may_refer_to_one_another(three, registrar):
    relate(document=three[0], kind=REFERS, other=three[1], by=registrar)
    relate(document=three[1], kind=REFERS, other=three[0], by=registrar)

    assert Relation.objects.count() == 2


def test_the_same_tie_twice_and_to_itself_are_refused(three, registrar):
    relate(document=three[0], kind=REFERS, other=three[1], by=registrar)
    for other in three[:2]:
        with pytest.raises(CannotRelate):
            relate(document=three[0], kind=REFERS, other=other, by=registrar)


def test_a_provision_is_named_once_however_it_is_written(three, registrar):
    made = relate_law(
        document=three[0], sfs_no="SFS 2017:725", provision=" 5  kap. 71 §", by=registrar
    )
    with pytest.raises(CannotRestOn):
        relate_law(document=three[0], sfs_no="2017:725", provision="5 kap. 71 §", by=registrar)

    assert str(made) == "5 kap. 71 § 2017:725"
    unrelate_law(basis=made, by=registrar)
    assert not three[0].legal_bases.exists()


@pytest.mark.parametrize("given", ["", "kommunallagen", "2017-725", "17:725"])
def test_what_is_no_statute_is_refused(three, registrar, given):
    with pytest.raises(CannotRestOn):
        relate_law(document=three[0], sfs_no=given, provision="", by=registrar)
