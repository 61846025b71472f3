"""What an inventory says of one paper: which findings it gives, by rules anybody can check. Pure.

A finding is what the texts say. Whether it is so in the register is for people to confirm.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from vagvisare.inventory.states import About, Validity
from vagvisare.kernel.partial_dates import last_day_of

T = TypeVar("T")
OPEN_YEARS = (
    4  # a document without an end is old after a term of office, where its type says nothing
)


class Finding(models.TextChoices):
    """What the committee should know of; the order is that of urgency."""

    OVER = "over", _("Over but still standing")
    OLD_WITHOUT_END = "old_without_end", _("No end, and old")
    NEVER_FOLLOWED_UP = "never_followed_up", _("Promised follow-up not found")
    MISSING_DECISION = "missing_decision", _("Decision missing")
    OLDER_VERSION = "older_version", _("Older version")
    DUPLICATE = "duplicate", _("Duplicate")
    UNREADABLE = "unreadable", _("Could not be read")


@dataclass(frozen=True)
class Promise:
    """A follow-up or evaluation the text promises: by a year, or every so many months."""

    words: str
    page: int
    due: int | None = None
    months: int | None = None


@dataclass(frozen=True)
class Words:
    """The words a fact was read from, and the page they stand on, from 1."""

    text: str
    page: int


@dataclass(frozen=True)
class ReportRow:
    """One document that a file is or speaks of, or a file that gave none.

    kind          the municipality's type the word means, by key; empty: no steering document
    review_years  how often documents of the type are looked at, 0: not known
    evidence      by field of the reading's contract
    latest        path of the latest decided version where this is an older one
    """

    file: int
    path: str
    about: About = About.OWN
    candidate: int | None = None
    title: str = ""
    document_type: str = ""
    kind: str = ""
    review_years: int = 0
    deciding_body: str = ""
    decided_on: str = ""
    section: str = ""
    diary_no: str = ""
    valid_from: str = ""
    valid_until: str = ""
    until_further_notice: bool = False
    validity: Validity = Validity.UNKNOWN
    responsible: str = ""
    confidence: float | None = None
    evidence: dict[str, Words] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    followed_up: bool = False
    fault: str = ""
    duplicate_of: str = ""
    latest: str = ""
    linked_from: str = ""


def findings_of(row: ReportRow, day: date, open_years: int = OPEN_YEARS) -> list[Finding]:
    """Return what the row gives on `day`, most urgent first.

    open_years  how old a document without an end may be where its type says nothing
    """
    if row.fault:
        return [Finding.UNREADABLE]
    if row.duplicate_of:
        return [Finding.DUPLICATE]
    if row.latest:
        return [Finding.OLDER_VERSION]
    if not row.kind:
        return []
    rules = {
        Finding.OVER: row.validity == Validity.EXPIRED,
        Finding.OLD_WITHOUT_END: _is_old(row, day, open_years),
        Finding.NEVER_FOLLOWED_UP: promise_unkept(row, day) is not None,
        Finding.MISSING_DECISION: _lacks_decision(row),
    }
    return [finding for finding, holds in rules.items() if holds]


def _is_old(row: ReportRow, day: date, open_years: int) -> bool:
    if row.validity != Validity.IN_FORCE_NO_END:
        return False
    months = months_since(row.decided_on, day)
    return months is not None and months >= 12 * (row.review_years or open_years)


def _lacks_decision(row: ReportRow) -> bool:
    decided = row.validity != Validity.NOT_DECIDED and row.about == About.OWN
    return decided and not (row.deciding_body and row.decided_on)


def promise_unkept(row: ReportRow, day: date) -> Promise | None:
    """Return the first promise that should have been kept by `day` and that no paper shows kept.

    "Every year" is due for the first time when a year has passed since the decision.
    """
    if row.followed_up or row.validity in (Validity.NOT_DECIDED, Validity.REPEALED):
        return None
    return _first(promise for promise in row.promises if _is_due(promise, row.decided_on, day))


def _is_due(promise: Promise, decided_on: str, day: date) -> bool:
    if promise.due is not None:
        return promise.due < day.year
    months = months_since(decided_on, day)
    return promise.months is not None and months is not None and months >= promise.months


def months_since(stated: str, day: date) -> int | None:
    """Return the whole months from the last day of `stated` (day, month or year) to `day`."""
    try:
        first = last_day_of(stated)
    except ValueError:
        return None
    return (day.year - first.year) * 12 + day.month - first.month - (day.day < first.day)


def evidence_for(finding: Finding, row: ReportRow, day: date) -> Words | None:
    """Return the words that the finding rests on, None where it rests on no words."""
    if finding == Finding.NEVER_FOLLOWED_UP:
        promise = promise_unkept(row, day)
        return Words(promise.words, promise.page) if promise else None
    wanted = {
        Finding.OVER: ("valid_until", "decision_date"),
        Finding.OLD_WITHOUT_END: ("tills_vidare", "decision_date"),
        Finding.MISSING_DECISION: ("title",),
    }
    return _first(row.evidence.get(name) for name in wanted.get(finding, ()))


def _first(each: Iterable[T | None]) -> T | None:
    return next((one for one in each if one is not None), None)
