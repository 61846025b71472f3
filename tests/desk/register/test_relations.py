import pytest

from tests.factories.register import adopted, entered
from vagvisare.desk.register.relation_picture import MOST, picture_of
from vagvisare.register.actions.relate import relate
from vagvisare.register.actions.relate_law import relate_law
from vagvisare.register.models import Relation
from vagvisare.register.models.relation import RelationKind


@pytest.fixture
def pair(registrar):
    return [adopted(title, by=registrar) for title in ("Vision", "Plan för <parker>")]


def at(document):
    return f"/desk/register/{document.pk}/relations/"


def test_a_tie_is_added_and_taken_away(signed_in, pair):
    form = {"do": "relate", "kind": "implements", "other": f"#{pair[0].pk}"}
    signed_in.post(at(pair[1]), form)
    made = Relation.objects.get()
    assert (made.document, made.other) == (pair[1], pair[0])

    signed_in.post(at(pair[1]), {"do": "unrelate", "key": made.pk})
    assert not Relation.objects.exists()


def test_a_ring_is_refused_with_a_sentence(signed_in, pair, registrar):
    relate(document=pair[0], kind=RelationKind.IMPLEMENTS, other=pair[1], by=registrar)
    form = {"do": "relate", "kind": "implements", "other": f"#{pair[0].pk}"}

    assert "direkt eller genom andra" in signed_in.post(at(pair[1]), form).content.decode()


def test_the_picture_has_its_twin_in_words(signed_in, pair, registrar):
    relate(document=pair[1], kind=RelationKind.IMPLEMENTS, other=pair[0], by=registrar)

    shown = signed_in.get(f"/desk/register/{pair[1].pk}/").content.decode()

    assert "<svg" in shown and "<title" in shown
    assert "Plan för &lt;parker&gt;" in shown and "<parker>" not in shown
    picture = picture_of(pair[1])
    above = {box.lines[0]: box.y for box in picture.boxes}
    assert above["Vision"] < above["Plan för <parker>"]


def test_a_repealed_statute_is_warned_of(signed_in, pair, registrar):
    relate_law(document=pair[0], sfs_no="1991:900", provision="3 kap. 9 §", by=registrar)

    shown = signed_in.get(at(pair[0])).content.decode()

    assert "upphävdes 2018-01-01" in shown
    assert "kommunallagen (2017:725)" in shown


def test_a_provision_is_added_and_an_odd_number_refused(signed_in, pair):
    signed_in.post(at(pair[0]), {"do": "law", "sfs_no": "2010:800", "provision": "8 kap. 3 §"})
    refused = signed_in.post(at(pair[0]), {"do": "law", "sfs_no": "skollagen"})

    assert pair[0].legal_bases.get().sfs_no == "2010:800"
    assert "inget SFS-nummer" in refused.content.decode()


def test_a_crowd_is_cut_and_said(registrar):
    middle = entered("Mitten", by=registrar)
    for i in range(MOST + 5):
        other = entered(f"Plan {i}", by=registrar)
        relate(document=other, kind=RelationKind.PART_OF, other=middle, by=registrar)

    picture = picture_of(middle)

    assert len(picture.boxes) == MOST
    assert picture.left_out == 6
    assert {(box.x, box.y) for box in picture.boxes}.__len__() == MOST


def test_without_ties_there_is_no_picture(registrar):
    assert picture_of(entered("Ensam", by=registrar)) is None
