from datetime import date

import pytest

from tests.decisions.story import COMMITTEE, COUNCIL, OTHER, decided
from tests.factories.organization import department
from vagvisare.access.checks import NotAllowed
from vagvisare.decisions.actions.record_decision import CannotRecord
from vagvisare.decisions.actions.report_assignment import CannotReport, report_assignment
from vagvisare.decisions.models import Assignment
from vagvisare.decisions.policies import NotCompetent


@pytest.fixture
def assignment(registrar):
    made = decided(
        registrar,
        COUNCIL,
        kind="give_assignment",
        text="Kartlägga",
        department=department(),
        due_day=date(2014, 6, 1),
    )
    return Assignment.objects.get(given_by=made)


def test_it_is_reported_and_stays_open(assignment, registrar):
    report_assignment(assignment=assignment, day=date(2014, 5, 2), report=" Klart. ", by=registrar)

    assignment.refresh_from_db()
    assert (assignment.reported_on, assignment.report) == (date(2014, 5, 2), "Klart.")
    assert Assignment.objects.open_on(date(2015, 1, 1)).get() == assignment


def test_the_report_can_be_taken_back(assignment, registrar):
    report_assignment(assignment=assignment, day=date(2014, 5, 2), report="Klart", by=registrar)
    report_assignment(assignment=assignment, day=None, report="", by=registrar)

    assignment.refresh_from_db()
    assert (assignment.reported_on, assignment.report) == (None, "")


@pytest.mark.parametrize(("day", "report"), [(date(2014, 2, 12), "x"), (date(2014, 5, 1), " ")])
def test_too_early_or_without_words_is_refused(assignment, registrar, day, report):
    with pytest.raises(CannotReport):
        report_assignment(assignment=assignment, day=day, report=report, by=registrar)


def test_a_reader_reports_nothing(assignment, reader):
    with pytest.raises(NotAllowed):
        report_assignment(assignment=assignment, day=date(2014, 5, 1), report="x", by=reader)


def test_what_is_closed_is_reported_no_more(assignment, registrar):
    decided(registrar, day=date(2014, 9, 1), kind="close_assignment", assignment=assignment)

    with pytest.raises(CannotReport):
        report_assignment(assignment=assignment, day=date(2014, 5, 1), report="x", by=registrar)


def test_a_committee_does_not_close_what_the_council_gave(assignment, registrar):
    late = {"day": date(2014, 9, 1), "kind": "close_assignment", "assignment": assignment}
    for body_key in (COMMITTEE, OTHER):
        with pytest.raises(NotCompetent, match="Kommunfullmäktige"):
            decided(registrar, body_key, **late)
    made = decided(registrar, OTHER, competence_override="Delegerat", **late)
    assert made.competence_override == "Delegerat"


def test_it_is_not_closed_before_it_was_given(assignment, registrar):
    with pytest.raises(CannotRecord):
        decided(registrar, day=date(2014, 2, 12), kind="close_assignment", assignment=assignment)
