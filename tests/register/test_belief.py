"""What did we believe, and when: retracted, corrected, entered later, of another type then."""

import time
from datetime import date

import pytest
from django.utils import timezone

from tests.factories.organization import person
from tests.factories.register import adopted, entered, reference
from vagvisare.access.roles import Role
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.correct import correct, reference_of
from vagvisare.register.actions.edit import edit
from vagvisare.register.actions.repeal import repeal
from vagvisare.register.actions.retract import retract
from vagvisare.register.belief import beliefs_on, believed_on, documents_believed
from vagvisare.register.models import StandingSpan, SteeringDocument
from vagvisare.register.queries import DocumentFilter
from vagvisare.register.states import Standing

DAY = date(2015, 1, 1)


def moment():
    """Now, with nothing else within the same thousandth of a second: SQLite's finest."""
    time.sleep(0.003)
    now = timezone.now()
    time.sleep(0.003)
    return now


def believed(document, when, day=DAY):
    return believed_on(document, day, when).standing


def test_a_document_nobody_had_entered_was_not_believed_in(registrar):
    before = moment()
    document = adopted(by=registrar)

    assert believed_on(document, DAY, before) is None


def test_a_repeal_is_believed_from_its_recording_until_it_is_retracted(registrar):
    document = adopted(by=registrar)
    before = moment()
    act = repeal(document=document, decision=reference(day="2014-02-13"), by=registrar)
    between = moment()
    retract(act=act, by=registrar, because="Another document was meant")

    assert believed(document, before) == Standing.OVER_BUT_STANDING
    assert believed(document, between) == Standing.REPEALED
    assert believed(document, moment()) == Standing.OVER_BUT_STANDING


def test_a_correction_leaves_no_moment_without_an_adoption(registrar):
    document = adopted(by=registrar)
    wrong = document.acts.get()
    right = correct(
        act=wrong,
        decision=reference_of(wrong),
        by=registrar,
        because="Misread",
        last_day=date(2016, 12, 31),
    )
    wrong.refresh_from_db()

    assert right.recorded_at == wrong.retracted_at
    assert believed(document, right.recorded_at) == Standing.IN_FORCE


def test_the_type_is_the_one_of_that_moment(registrar):
    document = adopted(by=registrar, document_type="plan")
    before = moment()
    edit(
        document=document,
        based_on=1,
        title=document.title,
        popular_name="",
        document_type="handlingsplan",  # lapses by itself
        department=None,
        responsible_role="",
        summary="",
        by=registrar,
    )
    document.refresh_from_db()

    assert believed(document, before) == Standing.OVER_BUT_STANDING
    assert believed(document, moment()) == Standing.ENDED


@pytest.fixture
def three(registrar):
    """Documents that were: over, over and later repealed, not adopted yet; and the moment."""
    same, ended, late = (entered(f"Plan {n}", by=registrar) for n in (1, 2, 3))
    for document in (same, ended):
        adopt(document=document, decision=reference(), last_day=date(2010, 12, 31), by=registrar)
    when = moment()
    repeal(document=ended, decision=reference(day="2014-02-13"), by=registrar)
    adopt(document=late, decision=reference(), open_ended=True, by=registrar)
    entered("Plan 4", by=registrar)
    return (same, ended, late), when


@pytest.mark.parametrize(
    ("standings", "titles"),
    [
        ((), ["Plan 1", "Plan 2", "Plan 3"]),
        ((Standing.OVER_BUT_STANDING,), ["Plan 1", "Plan 2"]),
        ((Standing.UNKNOWN,), ["Plan 3"]),
        ((Standing.REPEALED, Standing.IN_FORCE), []),
    ],
)
def test_a_list_is_filtered_by_what_was_believed(three, standings, titles):
    _, when = three

    found = documents_believed(DAY, DocumentFilter(standings=standings), when)

    assert [document.title for document in found] == titles


def test_a_list_is_filtered_by_the_body_believed_to_have_adopted(three):
    _, when = three

    found = documents_believed(DAY, DocumentFilter(body="kommunfullmaktige"), when)

    assert [document.title for document in found] == ["Plan 1", "Plan 2"]


def test_beliefs_of_many_take_as_many_queries_as_of_one(three, django_assert_num_queries):
    documents, when = three
    for some in (documents[:1], documents):
        with django_assert_num_queries(2):
            found = beliefs_on(some, DAY, when)
        assert set(found) == {document.pk for document in some}


def test_what_is_believed_now_is_what_is_stored(three):
    now = moment()
    for document in SteeringDocument.objects.all():
        for day in (date(2007, 12, 11), date(2010, 12, 31), DAY, date(2030, 1, 1)):
            stored = StandingSpan.objects.covering(day).get(document=document)
            said = believed_on(document, day, now)
            for name in ("standing", "first_day", "last_day", "since", "act_id", "reason"):
                assert getattr(said, name) == getattr(stored, name)


def test_a_reader_retracts_nothing(registrar):
    from vagvisare.access.checks import NotAllowed

    document = adopted(by=registrar)
    with pytest.raises(NotAllowed):
        retract(act=document.acts.get(), by=person(Role.READER), because="x")
