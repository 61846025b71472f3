"""The table in standing.toml, run row by row."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from vagvisare.register.rules import ActFacts, standing_on, timeline

ROWS = tomllib.loads(Path(__file__).with_name("standing.toml").read_text("utf-8"))["row"]


def act(kind, decided_on, first_day, last_day):
    return ActFacts(
        kind=kind,
        decided_on=decided_on,
        first_day=date.fromisoformat(first_day) if first_day else None,
        last_day=date.fromisoformat(last_day) if last_day not in ("", "open") else None,
        open_ended=last_day == "open",
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_standing(row):
    spans = timeline(
        [act(*stated) for stated in row["acts"]],
        origin=row.get("origin", "found"),
        lapses_by_itself=row.get("lapses_by_itself", False),
        notice_days=row.get("notice_days", 90),
    )

    span = standing_on(row["on"], spans)

    assert span.standing == row["standing"]
    assert span.reason == row.get("reason", "")
    if "since" in row:
        assert span.since == row["since"]
