from datetime import date

import pytest

from vagvisare.decisions.rules import (
    BodyFacts,
    LegalForce,
    PointFacts,
    competence,
    differing,
    is_answer,
    last_appeal_day,
    legal_force,
    why_not_appealable,
)
from vagvisare.decisions.states import DecisionKind, Force, ForceReason, Rule

COUNCIL = BodyFacts("kf", "assembly", 1)
BOARD = BodyFacts("ks", "board", 2)
OLD = BodyFacts("skolnamnden", "committee", 3)
HEIR = BodyFacts("bun", "committee", 3, frozenset({"skolnamnden"}))
GRANDHEIR = BodyFacts("utbn", "committee", 3, frozenset({"bun", "skolnamnden"}))
OTHER = BodyFacts("sn", "committee", 3)
OFFICE = BodyFacts("kd", "office", 5)

# kind, who decides, who adopted it, the type's deciders, the rule that answers
COMPETENCE = [
    ("repeal", COUNCIL, COUNCIL, [], Rule.ADOPTER),
    ("repeal", COUNCIL, BOARD, [], Rule.HIGHER),
    ("repeal", COUNCIL, OLD, [], Rule.HIGHER),
    ("repeal", BOARD, COUNCIL, ["board"], Rule.OTHERS_DOCUMENT),
    ("repeal", OTHER, OLD, ["committee"], Rule.OTHERS_DOCUMENT),
    ("repeal", HEIR, OLD, [], Rule.SUCCESSOR),
    ("repeal", GRANDHEIR, OLD, [], Rule.SUCCESSOR),
    ("repeal", OLD, HEIR, [], Rule.OTHERS_DOCUMENT),
    ("prolong", HEIR, OLD, [], Rule.SUCCESSOR),
    ("prolong", OFFICE, OLD, [], Rule.OTHERS_DOCUMENT),
    ("replace", BOARD, OTHER, [], Rule.HIGHER),
    ("revise", HEIR, OLD, [], Rule.SUCCESSOR),
    ("revise", OTHER, COUNCIL, ["committee"], Rule.OTHERS_DOCUMENT),
    ("amend", OLD, OLD, [], Rule.ADOPTER),
    ("amend", OFFICE, BOARD, ["office"], Rule.OTHERS_DOCUMENT),
    ("repeal", OTHER, None, ["committee"], Rule.TYPE),
    ("repeal", OTHER, None, ["assembly"], Rule.NOT_ITS_TYPE),
    ("adopt", COUNCIL, None, ["assembly"], Rule.TYPE),
    ("adopt", COUNCIL, None, ["kf"], Rule.TYPE),
    ("adopt", OTHER, None, ["assembly", "board"], Rule.NOT_ITS_TYPE),
    ("adopt", HEIR, None, ["skolnamnden"], Rule.TYPE),
    ("adopt", OTHER, None, [], Rule.NOT_ITS_TYPE),
    ("note", OTHER, COUNCIL, [], Rule.NO_DOCUMENT),
    ("refer_back", OTHER, COUNCIL, [], Rule.NO_DOCUMENT),
    ("remit", OTHER, COUNCIL, [], Rule.NO_DOCUMENT),
    ("give_assignment", OFFICE, COUNCIL, [], Rule.NO_DOCUMENT),
]


@pytest.mark.parametrize(("kind", "body", "adopter", "deciders", "rule"), COMPETENCE)
def test_who_may_decide_what(kind, body, adopter, deciders, rule):
    assert competence(kind, body, adopter=adopter, deciders=deciders) == rule


def test_a_new_kind_of_body_decides_what_the_old_kind_did():
    board = BodyFacts("ks", "board", 2, frozenset({"kultur"}))

    assert (
        competence(
            "adopt", board, adopter=None, deciders=["committee"], kinds_taken_over=["committee"]
        )
        == Rule.TYPE
    )


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        ("2018-04-03", "2018-04-24"),  # as one municipality announced it
        ("2016-09-29", "2016-10-20"),
        ("2024-02-29", "2024-03-21"),
        ("2026-10-31", "2026-11-23"),  # a Saturday waits for Monday
        ("2026-11-01", "2026-11-23"),
        ("2026-12-04", "2026-12-28"),  # Christmas Day, a Friday, waits for Monday
        ("2026-12-10", "2027-01-04"),  # New Year's Eve waits for the Monday after
        ("2026-03-13", "2026-04-07"),  # Good Friday waits for the Tuesday after Easter
    ],
)
def test_three_weeks_and_then_the_next_working_day(posted, last):
    assert last_appeal_day(date.fromisoformat(posted)) == date.fromisoformat(last)


# The notice is up 2018-04-03, the last day to appeal is Tuesday 2018-04-24.
# day asked, taken down, appealed, closed, ruling -> state, reason
FORCE = [
    ("2018-04-02", "", "", "", "", Force.UNKNOWN, ForceReason.NO_NOTICE),
    ("2018-04-03", "", "", "", "", Force.RUNNING, ""),
    ("2018-04-24", "", "", "", "", Force.RUNNING, ""),
    ("2018-04-25", "", "", "", "", Force.IN_FORCE, ""),
    ("2018-04-25", "2018-04-25", "", "", "", Force.IN_FORCE, ""),
    ("2030-01-01", "2018-04-26", "", "", "", Force.IN_FORCE, ""),
    ("2018-04-25", "2018-04-24", "", "", "", Force.UNKNOWN, ForceReason.NOTICE_BROKEN),
    ("2030-01-01", "2018-04-10", "", "", "", Force.UNKNOWN, ForceReason.NOTICE_BROKEN),
    ("2018-04-09", "2018-04-10", "", "", "", Force.RUNNING, ""),
    ("2018-04-19", "", "2018-04-20", "", "", Force.RUNNING, ""),
    ("2018-04-20", "", "2018-04-20", "", "", Force.APPEALED, ""),
    ("2018-12-31", "", "2018-04-20", "", "", Force.APPEALED, ""),
    ("2018-12-31", "2018-04-10", "2018-04-05", "", "", Force.APPEALED, ""),
    ("2018-11-30", "", "2018-04-20", "2018-12-01", "dismissed", Force.APPEALED, ""),
    ("2018-12-01", "", "2018-04-20", "2018-12-01", "dismissed", Force.IN_FORCE, ""),
    ("2018-04-22", "", "2018-04-20", "2018-04-22", "dismissed", Force.RUNNING, ""),
    ("2018-12-01", "", "2018-04-20", "2018-12-01", "annulled", Force.ANNULLED, ""),
    ("2018-11-30", "", "2018-04-20", "2018-12-01", "annulled", Force.APPEALED, ""),
]


@pytest.mark.parametrize(
    ("day", "taken_down", "appealed", "closed", "ruling", "state", "reason"), FORCE
)
def test_legal_force(day, taken_down, appealed, closed, ruling, state, reason):
    def given(text):
        return date.fromisoformat(text) if text else None

    force = legal_force(
        date.fromisoformat(day),
        posted=date(2018, 4, 3),
        taken_down=given(taken_down),
        appealed=given(appealed),
        appeal_closed=given(closed),
        ruling=ruling,
    )

    assert (force.state, force.reason) == (state, reason)


def test_legal_force_says_since_when():
    force = legal_force(date(2018, 5, 1), posted=date(2018, 4, 3))

    assert force == LegalForce(Force.IN_FORCE, "", date(2018, 4, 24), date(2018, 4, 25))


def test_without_a_notice_nothing_is_known_but_what_the_court_said():
    assert legal_force(date(2018, 5, 1), posted=None).reason == ForceReason.NO_NOTICE
    appealed = {"posted": None, "appealed": date(2018, 4, 5)}
    assert legal_force(date(2018, 5, 1), **appealed).state == Force.APPEALED
    closed = {"appeal_closed": date(2018, 4, 30), "ruling": "annulled"}
    assert legal_force(date(2018, 5, 1), **appealed, **closed).state == Force.ANNULLED


@pytest.mark.parametrize(
    ("kind", "status", "rank", "reason"),
    [
        ("repeal", "decided", 3, ""),
        ("repeal", "proposed", 2, ForceReason.PROPOSAL),
        ("note", "decided", 3, ForceReason.PREPARATORY),
        ("note", "decided", 1, ""),
        ("remit", "decided", 2, ForceReason.PREPARATORY),
        ("other", "decided", 3, ""),
    ],
)
def test_what_cannot_be_appealed(kind, status, rank, reason):
    assert why_not_appealable(kind, status, rank) == reason


def point(day, body, kind="adopt", status="decided", matter=1, document=1, to=""):
    return PointFacts(date(2014, 1, day), body, kind, status, matter, document, to)


PROPOSAL = point(1, OTHER, status="proposed", to="ks")


@pytest.mark.parametrize(
    ("proposal", "later", "answers"),
    [
        (PROPOSAL, point(2, BOARD), True),
        (PROPOSAL, point(2, BOARD, status="proposed", to="kf"), True),
        (PROPOSAL, point(2, COUNCIL), True),  # the assembly settles it though it went to the board
        (PROPOSAL, point(2, COUNCIL, status="proposed", to="ks"), False),
        (PROPOSAL, point(2, OTHER, status="proposed", to="ks"), False),
        (PROPOSAL, point(2, OLD), False),
        (PROPOSAL, point(2, BOARD, matter=2), True),  # the same document in another matter
        (PROPOSAL, point(2, BOARD, matter=2, document=2), False),
        (PROPOSAL, point(2, BOARD, document=2), False),
        (PROPOSAL, point(2, BOARD, kind="refer_back", document=None), True),
        (PROPOSAL, point(2, BOARD, kind="refer_back", matter=2, document=None), False),
        (PROPOSAL, point(2, BOARD, kind="remit"), False),
        (PROPOSAL, point(2, BOARD, kind="note"), False),
        (PROPOSAL, point(2, BOARD, kind="revise"), True),
        (PROPOSAL, point(2, BOARD, kind="revise", matter=2), False),
        (point(2, OTHER, status="proposed", to="ks"), point(1, BOARD), False),
        (point(1, OTHER), point(2, BOARD), False),  # decided, not proposed
        (point(1, OTHER, status="proposed"), point(2, BOARD), True),  # to whom is not known
        (point(1, OLD, status="proposed", to="skolnamnden"), point(2, HEIR), True),
        (point(1, BOARD, status="proposed", to="ks"), point(1, BOARD), True),  # an agenda
        (
            point(1, BOARD, status="proposed", to="ks"),
            point(1, BOARD, status="proposed", to="kf"),
            True,
        ),
        (
            point(1, BOARD, status="proposed", to="kf"),
            point(2, BOARD, status="proposed", to="kf"),
            False,
        ),
    ],
)
def test_what_answers_a_proposal(proposal, later, answers):
    assert is_answer(proposal, later) == answers


def test_what_differs_from_the_proposal():
    proposed = {"kind": DecisionKind.REPEAL, "last_day": None, "text": "Planen  upphävs."}

    assert differing(proposed, proposed | {"text": "planen upphävs."}) == []
    assert differing(proposed, proposed | {"text": ""}) == []
    assert differing(proposed, {"kind": "replace", "last_day": 1, "text": "Planen ersätts."}) == [
        "kind",
        "last_day",
        "text",
    ]
