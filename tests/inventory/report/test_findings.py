from datetime import date

import pytest

from vagvisare.inventory.report.findings import (
    Finding,
    Promise,
    ReportRow,
    Words,
    evidence_for,
    findings_of,
    months_since,
)
from vagvisare.inventory.states import About, Validity

DAY = date(2013, 10, 24)


def row(**facts):
    known = {
        "file": 1,
        "path": "plan.pdf",
        "candidate": 1,
        "kind": "plan",
        "review_years": 4,
        "title": "Ett Tyresö för alla",
        "deciding_body": "kommunfullmäktige",
        "decided_on": "2007-12-12",
        "validity": Validity.IN_FORCE,
    }
    return ReportRow(**(known | facts))


YEARLY = Promise("Planen ska följas upp årligen.", 3, months=12)
IN_2010 = Promise("Planen ska utvärderas 2010.", 3, due=2010)

CASES = [
    # what it shows, facts, findings
    ("nothing is wrong", {}, []),
    ("over", {"validity": Validity.EXPIRED}, [Finding.OVER]),
    ("repealed is not over", {"validity": Validity.REPEALED}, []),
    ("no end, old", {"validity": Validity.IN_FORCE_NO_END}, [Finding.OLD_WITHOUT_END]),
    (
        "no end, exactly as old as the interval",
        {"validity": Validity.IN_FORCE_NO_END, "decided_on": "2009-10-24"},
        [Finding.OLD_WITHOUT_END],
    ),
    (
        "no end, a day younger than the interval",
        {"validity": Validity.IN_FORCE_NO_END, "decided_on": "2009-10-25"},
        [],
    ),
    (
        "no end, only the year is known: it may be as late as December",
        {"validity": Validity.IN_FORCE_NO_END, "decided_on": "2009"},
        [],
    ),
    (
        "no end, the type's own interval is longer",
        {"validity": Validity.IN_FORCE_NO_END, "review_years": 8},
        [],
    ),
    (
        "no end and no decision",
        {"validity": Validity.IN_FORCE_NO_END, "decided_on": ""},
        [Finding.MISSING_DECISION],
    ),
    ("no body", {"deciding_body": ""}, [Finding.MISSING_DECISION]),
    ("a draft lacks no decision", {"validity": Validity.NOT_DECIDED, "decided_on": ""}, []),
    ("only spoken of: lacks no decision", {"about": About.MENTIONED, "decided_on": ""}, []),
    ("no steering document", {"kind": "", "validity": Validity.EXPIRED}, []),
    ("a yearly promise, unkept", {"promises": (YEARLY,)}, [Finding.NEVER_FOLLOWED_UP]),
    ("a yearly promise in the first year", {"promises": (YEARLY,), "decided_on": "2012-10-25"}, []),
    (
        "a yearly promise after a year",
        {"promises": (YEARLY,), "decided_on": "2012-10-24"},
        [Finding.NEVER_FOLLOWED_UP],
    ),
    ("a promise that a paper shows kept", {"promises": (YEARLY,), "followed_up": True}, []),
    ("a promise for a year gone", {"promises": (IN_2010,)}, [Finding.NEVER_FOLLOWED_UP]),
    ("a promise for this year", {"promises": (Promise("", 1, due=2013),)}, []),
    (
        "over and never followed up: both, the more urgent first",
        {"validity": Validity.EXPIRED, "promises": (IN_2010,)},
        [Finding.OVER, Finding.NEVER_FOLLOWED_UP],
    ),
    ("an older version is nothing else", {"validity": Validity.EXPIRED, "latest": "ny.pdf"}, [Finding.OLDER_VERSION]),
    ("a duplicate is nothing else", {"candidate": None, "duplicate_of": "x.pdf"}, [Finding.DUPLICATE]),
    ("unreadable", {"candidate": None, "fault": "Filen är skadad."}, [Finding.UNREADABLE]),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "findings"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])  # fmt: skip
def test_findings(facts, findings):
    assert findings_of(row(**facts), DAY) == findings


def test_where_the_type_says_nothing_the_asker_does():
    old = row(validity=Validity.IN_FORCE_NO_END, review_years=0, decided_on="2010-10-24")
    assert findings_of(old, DAY, open_years=3) == [Finding.OLD_WITHOUT_END]
    assert findings_of(old, DAY, open_years=4) == []


def test_a_finding_shows_the_words_it_rests_on():
    words = {"valid_until": Words("2007-2010", 1), "title": Words("Ett Tyresö för alla", 1)}
    over = row(validity=Validity.EXPIRED, evidence=words)
    assert evidence_for(Finding.OVER, over, DAY) == Words("2007-2010", 1)
    assert evidence_for(Finding.NEVER_FOLLOWED_UP, row(promises=(YEARLY,)), DAY) == Words(
        "Planen ska följas upp årligen.", 3
    )
    assert evidence_for(Finding.OVER, row(validity=Validity.EXPIRED), DAY) is None


@pytest.mark.parametrize(
    ("stated", "months"),
    [("2013-10-24", 0), ("2013-09-24", 1), ("2013-09-25", 0), ("2012", 9), ("", None), ("igår", None)],
)  # fmt: skip
def test_months_are_counted_from_the_last_day_that_is_meant(stated, months):
    assert months_since(stated, DAY) == months
