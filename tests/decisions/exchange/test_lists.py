from datetime import date

import pytest

from tests.factories.organization import body, person
from tests.factories.register import adopted, entered
from tests.register.exchange.listing import DAY, Listed, exported, imported, kinds, sent, undone
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.models import AuditLine
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.exchange.tables import TABLES
from vagvisare.decisions.models import Assignment, Decision, Matter
from vagvisare.decisions.states import DecisionKind
from vagvisare.organization.models import Body
from vagvisare.register.models import Relation, StandingSpan
from vagvisare.register.models.relation import RelationKind
from vagvisare.register.states import Standing

DECISIONS, ASSIGNMENTS, BODIES = (TABLES[key] for key in ("decisions", "assignments", "bodies"))
UGLY = "=1;\"'\r\n två"


@pytest.fixture
def plan(registrar):
    return adopted("Plan för parker", by=registrar)


@pytest.fixture
def assignment(registrar, plan):
    """An assignment the assembly gave about the plan."""
    meeting = hold_meeting(body=body(), day=date(2013, 10, 24), by=registrar)
    record_decision(
        meeting=meeting,
        kind=DecisionKind.GIVE_ASSIGNMENT,
        section="10",
        text="Se över parkerna",
        document=plan,
        by=registrar,
    )
    return Assignment.objects.get()


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("key", [key for key in TABLES if key != "departments"])
def test_every_list_comes_back_as_it_went_out(plan, assignment, registrar, key, form):
    Decision.objects.update(text=UGLY, because="-1")
    Assignment.objects.update(report=UGLY, reported_on=DAY)
    other = entered("Annan plan", by=registrar)
    Relation.objects.create(document=plan, kind=RelationKind.REFERS_TO, other=other)
    administrator = person(Role.ADMINISTRATOR)

    run = sent(TABLES[key], exported(TABLES[key], form), administrator)

    assert set(kinds(run).values()) == {"unchanged"}


def repeal(plan, **values):
    given = {
        "body": "Kommunfullmäktige",
        "day": date(2014, 2, 13),
        "section": "7",
        "kind": "Upphäv",
        "document": plan.pk,
        "diary_no": "2014/KS 1",
    }
    return Listed(DECISIONS).add(**(given | values))


def test_a_new_row_is_a_decision_that_works_on_the_register(plan, registrar):
    kind = str(DecisionKind.REPEAL.value)

    run = imported(repeal(plan, kind=kind).sent_in(registrar), DECISIONS, registrar)

    assert [row.said for row in run.rows.all()] == [""]
    made = Decision.objects.get()
    assert (made.meeting.day, made.section) == (date(2014, 2, 13), "7")
    assert Matter.objects.get().title == "Plan för parker"
    assert StandingSpan.objects.covering(DAY).get(document=plan).standing == Standing.REPEALED
    assert AuditLine.objects.filter(verb="decided").get().because.startswith("register.xlsx")


def test_what_the_room_refuses_is_said_at_its_row_and_leaves_nothing(plan, registrar):
    listed = repeal(plan, kind="repeal", body="Gymnasie- och arbetsmarknadsnämnden")
    listed.add(
        body="KF", day=date(2014, 2, 13), section="8", kind="note", document=plan.pk, text="Noteras"
    )

    run = imported(listed.sent_in(registrar), DECISIONS, registrar)

    assert [row.outcome for row in run.rows.order_by("number")] == ["refused", "done"]
    assert "Plan för parker" in run.rows.get(outcome="refused").said
    assert [decision.section for decision in Decision.objects.all()] == ["8"]
    assert not Matter.objects.exists()


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"kind": "repeal", "document": None}, "document"),
        ({"kind": "replace"}, "successor"),
        ({"kind": "give_assignment", "document": None}, "text"),
        ({"kind": "trolla"}, "kind"),
        ({"kind": "repeal", "body": "Trollnämnden"}, "body"),
        ({"kind": "repeal", "day": None}, "day"),
        ({"kind": "repeal", "point": "ett"}, "point"),
    ],
)
def test_a_new_decision_that_lacks_something_is_told_before(plan, registrar, values, column):
    row = repeal(plan, **values).sent_in(registrar).rows.get()

    assert row.kind == "faulty"
    assert str(DECISIONS.column(column).heading) in {fault[1] for fault in row.faults} or row.faults


def test_a_recorded_decision_is_not_changed_by_a_list(assignment, registrar):
    listed = Listed(DECISIONS).write("Se över parkerna", section="11")

    assert set(kinds(listed.sent_in(registrar)).values()) == {"faulty"}


def test_undo_leaves_a_decision_where_it_is_and_says_so(plan, registrar):
    run = imported(repeal(plan, kind="repeal").sent_in(registrar), DECISIONS, registrar)

    undone(run, DECISIONS, registrar)

    row = run.rows.get()
    assert row.outcome == "left"
    assert row.said
    assert Decision.objects.count() == 1


def test_a_report_is_written_and_taken_back(assignment, registrar):
    listed = Listed(ASSIGNMENTS).write("Se över parkerna", reported_on=DAY, report="Klart")
    run = imported(listed.sent_in(registrar), ASSIGNMENTS, registrar)

    assignment.refresh_from_db()
    assert (assignment.reported_on, assignment.report) == (DAY, "Klart")
    undone(run, ASSIGNMENTS, registrar)
    assignment.refresh_from_db()
    assert (assignment.reported_on, assignment.report) == (None, "")


def test_a_report_needs_both_its_day_and_its_words(assignment, registrar):
    listed = Listed(ASSIGNMENTS).write("Se över parkerna", reported_on=DAY)

    assert set(kinds(listed.sent_in(registrar)).values()) == {"faulty"}


def test_an_assignment_does_not_come_from_nowhere(assignment, registrar):
    listed = Listed(ASSIGNMENTS)
    run = listed.write(listed.sheet.max_row + 1, reported_on=DAY, report="Ny").sent_in(registrar)

    assert run.rows.order_by("number").last().kind == "faulty"


def test_bodies_of_old_are_entered_and_given_their_days(municipality):
    by = person(Role.ADMINISTRATOR)
    listed = Listed(BODIES).add(
        name="Sociala centralnämnden", kind="committee", last_day="1998-12-31", successor="KS"
    )

    run = imported(listed.sent_in(by), BODIES, by)

    assert [row.said for row in run.rows.filter(kind="new")] == [""]
    made = Body.objects.get(name="Sociala centralnämnden")
    assert (made.last_day, made.successor) == (date(1998, 12, 31), body("kommunstyrelsen"))
    listed = Listed(BODIES).write("Sociala centralnämnden", first_day="1971-01-01")
    run = imported(listed.sent_in(by), BODIES, by)
    undone(run, BODIES, by)
    made.refresh_from_db()
    assert (made.first_day, made.last_day) == (None, date(1998, 12, 31))


def test_a_registrar_does_not_change_the_bodies(registrar):
    with pytest.raises(NotAllowed):
        sent(BODIES, exported(BODIES), registrar)


def test_departments_are_only_taken_out(registrar):
    table = TABLES["departments"]
    assert (table.add, table.change) == (None, None)
    assert b"utvecklingsforvaltningen" in exported(table, "csv")


def test_other_documents_are_named_by_number(plan, registrar):
    new = adopted("Ny plan", by=registrar, open_ended=True)
    unrelated = entered("Annan", by=registrar)

    listed = repeal(plan, kind="replace", successor=new.pk)
    imported(listed.sent_in(registrar), DECISIONS, registrar)

    span = StandingSpan.objects.covering(DAY).get(document=plan)
    assert (span.standing, span.act.successor) == (Standing.REPLACED, new)
    assert unrelated.acts.count() == 0
