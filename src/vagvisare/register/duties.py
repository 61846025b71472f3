"""What the law demands of every municipality, and how the register answers to it."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from vagvisare.kernel.partial_dates import last_day_of
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.states import APPLIES, ActKind, Standing

RENEWALS = ("", "mandate", "years", "election")
MOST_SUGGESTED = 3
MANDATE_YEARS = 4
AN_ELECTION_YEAR = 2022


class DutyState(models.TextChoices):
    """How the register answers to a duty."""

    FULFILLED = "fulfilled", _("Fulfilled")
    DUE = "due", _("To be renewed")
    TOO_OLD = "too_old", _("Too old")
    MISSING = "missing", _("Missing")


@dataclass(frozen=True)
class Duty:
    """A document that the law demands. The fields are those of data/duties.toml."""

    key: str
    name: str
    sfs: str
    provision: str
    what: str
    decides: str
    titles: tuple[str, ...]
    renewal: str = ""
    years: int = 0
    months: int = 0
    review_counts: bool = False
    read: bool = False


@dataclass(frozen=True)
class Answer:
    """How a duty stands on a day.

    documents    those that are tied to the duty, the ones in force first
    suggestions  documents that by their title may be it
    renewed_on   the last decision that adopted, revised or (where that counts) reviewed it
    """

    duty: Duty
    state: DutyState
    documents: list[SteeringDocument]
    suggestions: list[SteeringDocument]
    renewed_on: date | None


@cache
def duties() -> dict[str, Duty]:
    """Return the duties by key, in the file's order.

    :raises ValueError: naming a row with a word that is none of ours
    """
    text = (files("vagvisare.register") / "data" / "duties.toml").read_text(encoding="utf-8")
    rows: dict[str, dict[str, Any]] = tomllib.loads(text)["duties"]
    found = {
        key: Duty(key=key, **{**row, "titles": tuple(row["titles"])}) for key, row in rows.items()
    }
    for duty in found.values():
        if duty.renewal not in RENEWALS or duty.decides not in ("assembly", "municipality"):
            raise ValueError(f"duties.toml, {duty.key}: renewal or decides")
    return found


def answers_on(day: date) -> list[Answer]:
    """Return how every duty stands on `day`. Four queries, however many documents there are."""
    tied: dict[str, list[SteeringDocument]] = {}
    for document in _with_acts(day).exclude(duty=""):
        tied.setdefault(document.duty, []).append(document)
    free = list(_titled_like_a_duty(day))
    return [_answer(duty, day, tied.get(key, []), free) for key, duty in duties().items()]


def state_on(day: date, duty: Duty, renewed_on: date | None) -> DutyState:
    """Return how a duty stands whose document is in force and was last renewed on a day.

    renewed_on  None: not known, which nobody can call too old
    """
    if not duty.renewal or renewed_on is None:
        return DutyState.FULFILLED
    if duty.renewal == "years":
        return DutyState.TOO_OLD if renewed_on < years_before(day, duty.years) else _ok()
    if duty.renewal == "election":
        election = _election_before(day, duty.months)
        return DutyState.TOO_OLD if renewed_on < election else _ok()
    began = mandate_began(day)
    if renewed_on >= began:
        return DutyState.FULFILLED
    before = mandate_began(began - timedelta(1))
    return DutyState.DUE if renewed_on >= before else DutyState.TOO_OLD


def mandate_began(day: date) -> date:
    """Return when the term of office that `day` lies in began: 15 October of the election year."""
    year = day.year - (day.year - AN_ELECTION_YEAR) % MANDATE_YEARS
    began = date(year, 10, 15)
    return began if began <= day else date(year - MANDATE_YEARS, 10, 15)


def election_day(year: int) -> date:
    """Return the second Sunday of September."""
    first = date(year, 9, 1)
    return first + timedelta((6 - first.weekday()) % 7 + 7)


def years_before(day: date, years: int) -> date:
    """Return the same day so many years before; 29 February becomes 28."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year - years, day.month, last)


def _ok() -> DutyState:
    return DutyState.FULFILLED


def _election_before(day: date, months: int) -> date:
    """The last election that so many months have passed since: the law's time is then out."""
    year = day.year - (day.year - AN_ELECTION_YEAR) % MANDATE_YEARS
    while years_before(day, months // 12) < election_day(year):
        year -= MANDATE_YEARS
    return election_day(year)


def _answer(
    duty: Duty, day: date, tied: list[SteeringDocument], free: list[SteeringDocument]
) -> Answer:
    tied = sorted(tied, key=lambda document: document.spans_of_day[0].standing not in APPLIES)
    applying = [d for d in tied if d.spans_of_day[0].standing in APPLIES]
    renewed = [_renewed_on(document, duty, day) for document in applying]
    known = [found for found in renewed if found is not None]
    suggested = [d for d in free if any(title in d.folded_title for title in duty.titles)]
    if applying:
        # Of several (one for each committee) the oldest tells.
        state = state_on(day, duty, min(known, default=None))
    elif any(d.spans_of_day[0].standing == Standing.OVER_BUT_STANDING for d in tied):
        state = DutyState.TOO_OLD
    else:
        state = DutyState.MISSING
    return Answer(duty, state, tied, suggested[:MOST_SUGGESTED], min(known, default=None))


def _renewed_on(document: SteeringDocument, duty: Duty, day: date) -> date | None:
    kinds = {ActKind.ADOPTED, ActKind.REVISED}
    kinds |= {ActKind.REVIEWED} if duty.review_counts else set()
    days = [last_day_of(a.decided_on) for a in _acts(document) if a.kind in kinds and a.decided_on]
    return max((found for found in days if found <= day), default=None)


def _acts(document: SteeringDocument) -> Iterable[Act]:
    return document.acts.all()


def _with_acts(day: date) -> "models.QuerySet[SteeringDocument]":
    acts = Act.objects.filter(retracted_at__isnull=True)
    return SteeringDocument.objects.with_standing_on(day).prefetch_related(
        Prefetch("acts", queryset=acts)
    )


def _titled_like_a_duty(day: date) -> "models.QuerySet[SteeringDocument]":
    """Untied documents in force whose title is like one that the law asks for."""
    titled = Q()
    for duty in duties().values():
        for title in duty.titles:
            titled |= Q(folded_title__contains=title)
    free = SteeringDocument.objects.filter(titled, duty="")
    return free.standing_as([*APPLIES, Standing.OVER_BUT_STANDING], day)
