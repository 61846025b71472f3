"""Reading the rows of standing.toml."""

import tomllib
from datetime import date
from pathlib import Path

from vagvisare.register.states import Term

ROWS = tomllib.loads(Path(__file__).with_name("standing.toml").read_text("utf-8"))["row"]
TERMS = {"until successor": Term.UNTIL_SUCCESSOR, "until repealed": Term.UNTIL_REPEALED}
LAPSES = {"lapses": True, "stands": False}


def fields(kind, decided_on, first_day, last_day, *said):
    """An act of a row as the fields of `Act`, and whether it has been retracted."""
    unknown = set(said) - {*TERMS, *LAPSES, "retracted"}
    assert not unknown, unknown
    made = {
        "kind": kind,
        "decided_on": decided_on,
        "first_day": date.fromisoformat(first_day) if first_day else None,
        "last_day": date.fromisoformat(last_day) if last_day not in ("", "open") else None,
        "open_ended": last_day == "open",
        "term": next((TERMS[word] for word in said if word in TERMS), ""),
        "lapses": next((LAPSES[word] for word in said if word in LAPSES), None),
    }
    return made, "retracted" in said


def type_of(row):
    """What counts of the document's type: whether it lapses, and the days of notice."""
    return row.get("lapses_by_itself", False), row.get("notice_days", 90)
