"""Minutes and agendas taken in by date and accepted: the register stands as the papers say."""

from datetime import date

import pytest

from tests.journeys.minutes.feeding import NOW, accept_proposed, events_of, fed, standings
from tests.journeys.minutes.invented import CLIMATE, CLUBS, TEXTS, WORDS, papers
from tests.journeys.minutes.labels import Model, key
from vagvisare.audit.models import AuditLine
from vagvisare.decisions.models import Assignment, Decision
from vagvisare.inventory.actions.accept_events import accept_events, rehearse_events
from vagvisare.inventory.events_queries import minutes_came, pending_about, pending_events
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.states import EventState
from vagvisare.register.models import Act, Relation, SteeringDocument

DAYS = [date(2019, 3, 1), date(2022, 12, 31), date(2023, 9, 21), date(2025, 3, 1), date(2026, 1, 1)]
READ = ("action", "status", "document_title", "document_type", "paragraph", "ends")


@pytest.fixture
def fed_all(registrar) -> Model:
    """Every paper fed and accepted; the model of the labels."""
    model = Model()
    for paper in papers():
        found = fed(
            paper.name, paper.text, registrar, body=paper.body, day=paper.day, kind=paper.kind
        )
        labels = [one | {"decision_date": paper.day} for one in paper.labels]
        read = [{name: one.facts[name] for name in READ} for one in found]
        assert read == [{name: one[name] for name in READ} for one in labels]
        outcomes = accept_proposed(registrar)
        assert [one.refusal for one in outcomes if one.refusal] == []
        for one in labels:
            model.meet(one)
    return model


def test_every_text_is_labelled():
    assert sorted(path.stem for path in TEXTS.glob("*.txt")) == sorted(p.name for p in papers())
    assert len(papers()) >= 12


def test_the_register_stands_as_the_papers_say(fed_all):
    for day in DAYS:
        assert sorted((key(t), s) for t, s in standings(day)) == fed_all.on(day)
    assert len(fed_all.lives) == 7


def test_what_came_of_the_papers(fed_all):
    assert Relation.objects.get().kind == "replaces"
    assignment = Assignment.objects.get()
    assert "klimatplan" in assignment.subject
    assert assignment.closed_by is not None
    assert assignment.closed_by.section == "84"
    decided = [one for paper in papers() for one in paper.labels if one["status"] == "decided"]
    assert Decision.objects.filter(status="decided").count() == len(decided)
    assert set(Decision.objects.values_list("meeting__body__key", flat=True)) == {
        "kommunfullmaktige",
        "kommunstyrelsen",
    }


def test_the_agenda_is_settled_by_its_minutes(fed_all):
    settled = EventClaim.objects.get(status="proposed", state=EventState.ACCEPTED)
    assert settled.document is not None
    assert settled.document.title == CLIMATE
    assert settled.decision is not None
    assert settled.decision.section == "84"


def test_what_is_only_proposed_waits(fed_all):
    clubs = SteeringDocument.objects.called(CLUBS).get()
    words = SteeringDocument.objects.called(WORDS).get()
    assert [one.day for one in pending_about(clubs)] == [date(2024, 10, 17)]
    assert [one.facts["recommended_to"] for one in pending_about(words)] == ["kommunfullmäktige"]
    assert minutes_came(list(pending_events())) == set()


def test_twice_is_as_once(fed_all, registrar):
    counted = (Act.objects.count(), Decision.objects.count(), AuditLine.objects.count())
    events = EventClaim.objects.filter(state=EventState.ACCEPTED).select_related("file__batch")

    outcomes = accept_events(events=events, by=registrar, at=NOW, on=NOW.date())

    assert {one.refusal for one in outcomes} == {""}
    assert (Act.objects.count(), Decision.objects.count(), AuditLine.objects.count()) == counted


def test_the_same_minutes_in_another_file_double_nothing(fed_all, registrar):
    counted = (SteeringDocument.objects.count(), Act.objects.count(), Decision.objects.count())

    for paper in papers():
        if paper.kind == "protokoll":
            text = paper.text + "\nJusteras\n"
            fed(paper.name + "-2", text, registrar, body=paper.body, day=paper.day)
    outcomes = accept_proposed(registrar)

    assert [one.refusal for one in outcomes if one.refusal] == []
    assert all(one.accepted and one.accepted.tied for one in outcomes)
    assert counted == (
        SteeringDocument.objects.count(),
        Act.objects.count(),
        Decision.objects.count(),
    )


def test_a_rehearsal_leaves_nothing(registrar):
    paper = papers()[0]
    events = fed(paper.name, paper.text, registrar, body=paper.body, day=paper.day)
    lines = AuditLine.objects.count()

    outcomes = rehearse_events(events=events, by=registrar, at=NOW, on=date(2020, 1, 1))

    assert [one.changes[0].after.standing for one in outcomes] == ["in_force", "in_force"]
    assert [one.changes[0].before for one in outcomes] == [None, None]
    assert SteeringDocument.objects.count() == Decision.objects.count() == 0
    assert AuditLine.objects.count() == lines
    assert {one.state for one in events_of(events[0].file_id)} == {EventState.PROPOSED}


def test_through_the_jail_and_the_job(registrar):
    paper = papers()[0]

    events = fed(paper.name, paper.text, registrar, body=paper.body, day=paper.day, jailed=True)

    assert [one.day for one in events] == [date(2019, 2, 14)] * 2
