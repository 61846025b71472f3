"""What counts as a claim, how sure it is, and which days a stated period covers. Pure."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from vagvisare.inventory.states import ENTERED_FIELDS, Field, Found
from vagvisare.kernel.partial_dates import first_day_of, last_day_of

Sureness = Literal["sure", "likely", "unsure"]
SURE_FROM, LIKELY_FROM = 0.9, 0.7
YES = "true"  # the value of a field that is said or not said
LONGEST_PATH, LONGEST_NAME = 1000, 255
# Index rows must fit in a third of a page of PostgreSQL, four bytes a sign: 300 signs do.
TITLE_SIGNS, NAME_SIGNS = 220, 79
# What a list shows of a candidate: column, field of the reading's contract, most signs.
LISTED = (
    ("title", "title", 500),
    ("document_type", "document_type", 100),
    ("deciding_body", "deciding_body", 200),
    ("decided_on", "decision_date", 10),
    ("valid_until", "valid_until", 10),
    ("validity", "validity", 20),
)


@dataclass(frozen=True)
class ClaimFacts:
    """One field as the machine read it. Page from 1; start and end count characters on it."""

    field: str
    position: int
    found: Found
    value: str = ""
    confidence: float | None = None
    evidence_text: str = ""
    page: int | None = None
    start: int | None = None
    end: int | None = None


def sureness(confidence: float | None) -> Sureness:
    """Return the confidence (0..1, None where the reading gave none) in a word."""
    if confidence is None or confidence < LIKELY_FROM:
        return "unsure"
    return "sure" if confidence >= SURE_FROM else "likely"


def claims_in(facts: Mapping[str, Any], missing: Iterable[str] = ()) -> list[ClaimFacts]:
    """Return the claims that facts in the reading's contract make, nothing added.

    missing  fields whose label stands without a value
    """
    claims = []
    evidence = facts.get("evidence", {})
    without_value = set(missing)
    for field in Field.values:
        values = _values(facts.get(field))
        for position, value in enumerate(values):
            key = field if position == 0 else f"{field}.{position + 1}"
            claims.append(_claim(field, position, value, evidence.get(key)))
        if not values and field in without_value:
            claims.append(ClaimFacts(field, 0, Found.LABEL))
    return claims


def _values(given: Any) -> list[str]:
    if given is True:
        return [YES]
    listed = given if isinstance(given, list) else [given]
    cleaned = (storable(value).strip() for value in listed if isinstance(value, str))
    return [value for value in cleaned if value]


def _claim(field: str, position: int, value: str, found: Mapping[str, Any] | None) -> ClaimFacts:
    if found is None:
        return ClaimFacts(field, position, Found.VALUE, value)
    return ClaimFacts(
        field,
        position,
        Found.VALUE,
        value,
        confidence=min(max(float(found["confidence"]), 0.0), 1.0),
        evidence_text=storable(found["text"]),
        page=found["page"],
        start=found["start"],
        end=max(found["start"], found["end"]),
    )


def listed_facts(facts: Mapping[str, Any]) -> dict[str, str]:
    """Return what lists and filters show of a candidate, by its column, cut to what fits."""
    return {column: (facts.get(field) or "")[:most] for column, field, most in LISTED}


def words_of(title: str, file_name: str) -> str:
    """Return what a candidate is found by and sorted as: its title and its file's name, folded."""
    folded = " ".join(f"{title[:TITLE_SIGNS]} {file_name[-NAME_SIGNS:]}".split())
    return folded.casefold()[: TITLE_SIGNS + NAME_SIGNS + 1]


def least_sure(claims: Iterable[ClaimFacts]) -> float | None:
    """Return the lowest confidence among the values the register has a place for, or None."""
    sure = [
        claim.confidence
        for claim in claims
        if claim.field in ENTERED_FIELDS and claim.confidence is not None
    ]
    return min(sure, default=None)


def storable(text: str) -> str:
    """Return the text as every database takes it: same length, without the null character."""
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def clean_path(given: str) -> str:
    """Return a path to show: what would steer a terminal or turn the text around is left out."""
    visible = "".join(
        sign for sign in given.replace("\\", "/") if not unicodedata.category(sign).startswith("C")
    )
    return visible[-LONGEST_PATH:]


def name_in(path: str) -> str:
    """Return the last part of a clean path, empty when it has none."""
    return path.rstrip("/").rpartition("/")[2].strip()[-LONGEST_NAME:]


def period_days(first: str, last: str) -> tuple[date | None, date | None]:
    """Return the days a stated period covers: a year runs from 1 January through 31 December.

    :raises ValueError: when one of them is no day, month or year
    """
    return (first_day_of(first) if first else None, last_day_of(last) if last else None)
