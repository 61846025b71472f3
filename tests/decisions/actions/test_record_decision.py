from datetime import date

import pytest

from tests.factories.organization import body, department
from tests.factories.register import adopted, entered, reference
from vagvisare.access.checks import NotAllowed
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.open_matter import CannotOpenMatter, open_matter
from vagvisare.decisions.actions.record_decision import CannotRecord, record_decision
from vagvisare.decisions.effects import EFFECTS
from vagvisare.decisions.history import history_of
from vagvisare.decisions.models import Assignment, Decision
from vagvisare.decisions.policies import NotCompetent
from vagvisare.decisions.queries import open_assignments
from vagvisare.decisions.states import DecisionKind
from vagvisare.register.models import StandingSpan
from vagvisare.register.policies import AlreadyOver
from vagvisare.register.states import Standing

COUNCIL, COMMITTEE = "kommunfullmaktige", "gymnasie-och-arbetsmarknadsnamnden"


def meeting(by, body_key=COUNCIL, day=date(2014, 2, 13)):
    return hold_meeting(body=body(body_key), day=day, by=by)


def standing(document, day):
    return StandingSpan.objects.covering(day).get(document=document).standing


def test_every_kind_of_decision_has_an_effect_or_says_none():
    assert set(EFFECTS) == set(DecisionKind)


def test_the_council_repeals_what_it_adopted(registrar):
    plan = adopted(by=registrar)

    record_decision(
        meeting=meeting(registrar),
        kind=DecisionKind.REPEAL,
        section="§ 7",
        document=plan,
        because="Inaktuell",
        by=registrar,
    )

    act = plan.acts.get(kind="repealed")
    assert (act.body.key, act.decided_on, act.section) == (COUNCIL, "2014-02-13", "7")
    assert standing(plan, date(2014, 2, 13)) == Standing.REPEALED


@pytest.mark.parametrize("kind", [DecisionKind.REPEAL, DecisionKind.PROLONG])
def test_a_committee_cannot_end_or_prolong_what_the_council_adopted(registrar, kind):
    plan = adopted(by=registrar)

    with pytest.raises(NotCompetent, match="Kommunfullmäktige"):
        record_decision(
            meeting=meeting(registrar, COMMITTEE),
            kind=kind,
            section="7",
            document=plan,
            last_day=date(2020, 1, 1) if kind == DecisionKind.PROLONG else None,
            by=registrar,
        )
    assert not Decision.objects.exists()


def test_a_reason_lets_it_through_and_is_kept(registrar):
    plan = adopted(by=registrar)

    made = record_decision(
        meeting=meeting(registrar, COMMITTEE),
        kind=DecisionKind.REPEAL,
        section="7",
        document=plan,
        competence_override="Fullmäktige delegerade frågan 2013-12-12 § 9.",
        by=registrar,
    )

    assert made.competence_override.startswith("Fullmäktige")
    assert standing(plan, date(2014, 2, 13)) == Standing.REPEALED


def test_a_higher_body_may_end_what_a_lower_one_adopted(registrar):
    rules = adopted(
        by=registrar, document_type="regel", decided=reference("kommunstyrelsen", "2008-01-15")
    )

    record_decision(
        meeting=meeting(registrar),
        kind=DecisionKind.REPEAL,
        section="8",
        document=rules,
        by=registrar,
    )

    assert standing(rules, date(2014, 2, 13)) == Standing.REPEALED


def test_a_body_adopts_only_the_types_that_are_its_own(registrar):
    policy = entered("Policy för något", document_type="policy", by=registrar)

    with pytest.raises(NotCompetent):
        record_decision(
            meeting=meeting(registrar, COMMITTEE),
            kind=DecisionKind.ADOPT,
            section="3",
            document=policy,
            by=registrar,
        )


def test_replacing_adopts_the_successor_by_the_same_decision(registrar):
    old = adopted("Gammal plan", by=registrar)
    new = entered("Ny plan", by=registrar)

    record_decision(
        meeting=meeting(registrar),
        kind=DecisionKind.REPLACE,
        section="9",
        document=old,
        successor=new,
        open_ended=True,
        by=registrar,
    )

    assert standing(old, date(2014, 2, 13)) == Standing.REPLACED
    assert standing(new, date(2014, 2, 13)) == Standing.IN_FORCE


def test_what_the_register_refuses_leaves_no_decision(registrar):
    plan = adopted(by=registrar)
    record_decision(
        meeting=meeting(registrar),
        kind=DecisionKind.REPEAL,
        section="7",
        document=plan,
        by=registrar,
    )

    with pytest.raises(AlreadyOver):
        record_decision(
            meeting=meeting(registrar, day=date(2015, 1, 1)),
            kind=DecisionKind.REPEAL,
            section="1",
            document=plan,
            by=registrar,
        )
    assert Decision.objects.count() == 1


def test_an_assignment_is_given_and_closed_by_decisions(registrar):
    given = record_decision(
        meeting=meeting(registrar, COMMITTEE, date(2013, 10, 24)),
        kind=DecisionKind.GIVE_ASSIGNMENT,
        section="80",
        text="Kartlägga arbetet med planen",
        department=department(),
        by=registrar,
    )
    assignment = Assignment.objects.get(given_by=given)

    record_decision(
        meeting=meeting(registrar, COMMITTEE, date(2014, 1, 30)),
        kind=DecisionKind.CLOSE_ASSIGNMENT,
        section="4",
        assignment=assignment,
        by=registrar,
    )

    assert open_assignments(date(2014, 1, 29)).get() == assignment
    assert not open_assignments(date(2014, 1, 30)).exists()


@pytest.mark.parametrize(
    "parts",
    [
        {"kind": DecisionKind.REPEAL},
        {"kind": DecisionKind.GIVE_ASSIGNMENT},
        {"kind": DecisionKind.CLOSE_ASSIGNMENT},
    ],
)
def test_a_decision_without_its_parts_is_refused(registrar, parts):
    with pytest.raises(CannotRecord):
        record_decision(meeting=meeting(registrar), section="1", by=registrar, **parts)


def test_the_same_point_is_not_recorded_twice(registrar):
    parts = {"kind": DecisionKind.OTHER, "section": "1", "by": registrar}
    record_decision(meeting=meeting(registrar), **parts)

    with pytest.raises(CannotRecord):
        record_decision(meeting=meeting(registrar), **parts)


def test_a_reader_records_nothing(registrar, reader):
    plan = adopted(by=registrar)

    with pytest.raises(NotAllowed):
        record_decision(
            meeting=meeting(registrar),
            kind=DecisionKind.REPEAL,
            section="7",
            document=plan,
            by=reader,
        )


def test_a_diary_number_belongs_to_one_matter(registrar):
    open_matter(title="Översyn", diary_no="KS 2014/1", opened_on=date(2014, 1, 1), by=registrar)

    with pytest.raises(CannotOpenMatter):
        open_matter(title="Annat", diary_no="ks 2014/1", opened_on=date(2014, 1, 1), by=registrar)


def test_the_history_tells_when_nobody_noticed(registrar):
    plan = adopted(by=registrar)
    record_decision(
        meeting=meeting(registrar, COMMITTEE, date(2010, 3, 18)),
        kind=DecisionKind.NOTE,
        section="20",
        document=plan,
        because="Delrapport",
        by=registrar,
    )

    entries = history_of(plan, through=date(2026, 1, 1))

    assert [entry.kind for entry in entries] == ["adopted", "noted", "term_over"]
    assert [entry.stated for entry in entries] == ["2007-12-12", "2010-03-18", "2011-01-01"]
