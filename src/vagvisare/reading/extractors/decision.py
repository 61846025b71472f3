"""What the extractors of body, date and section share: the fields and the act of the adoption."""

import re
from dataclasses import replace
from functools import lru_cache

from vagvisare.reading.acts import Act
from vagvisare.reading.extractors.bare_act import bare_acts
from vagvisare.reading.extractors.company_meeting import confirmation
from vagvisare.reading.extractors.official_act import official_acts
from vagvisare.reading.extractors.validity_fields import title_period
from vagvisare.reading.labels import Labelled
from vagvisare.reading.source import Source

_YEARS_BEFORE = 3  # a plan is adopted at most so long before the years it is named for
_NEAR = 160  # characters between the field of the body and the bare "Datum:" that belongs to it
# "Status: Antaget 2017-09-05, § 275"
_ADOPTED = re.compile(r"(?i)\W*(?:antag(?:en|et|na)|fastställ(?:d|t|da)|beslutad|beslutat)\b")


@lru_cache(maxsize=1)  # body, day and section ask the same of each document
def decision_fields(source: Source) -> tuple[Labelled, ...]:
    """Return the header fields that state the adoption, those with a label of their own first."""
    own = source.fields("decision") + source.fields("deciding_body")
    others = source.fields("other")
    return (*own, *(f for f in others if _is_date_of(f, own) or _is_status(f)))


def _is_date_of(field: Labelled, own: list[Labelled]) -> bool:
    """Tell whether a bare "Datum:" stands right under "Antagen av:"."""
    return field.label.casefold() == "datum" and any(
        0 <= field.label_start - other.end < 4
        for other in own
        if other.field == "deciding_body" and not other.is_empty and len(other.value) < _NEAR
    )


def _is_status(field: Labelled) -> bool:
    return field.label.casefold() == "status" and bool(_ADOPTED.match(field.value))


@lru_cache(maxsize=1)
def adoption(source: Source) -> Act | None:
    """Return the surest act that adopted this document; memos and summonses adopt nothing."""
    if source.kind in ("memo", "summons", "report"):
        return None
    meeting = confirmation(source)
    if meeting:
        return meeting
    acts = [
        _with_own_date(act, source)
        for act in (*source.acts, *official_acts(source), *bare_acts(source))
        if not act.revises and not _is_too_old(act, source)
    ]
    if not acts:
        return None
    return max(
        acts,
        key=lambda act: (
            act.strength + 0.04 * bool(act.date) + 0.02 * bool(act.section) + 0.02 * bool(act.body),
            -act.start,
        ),
    )


def _with_own_date(act: Act, source: Source) -> Act:
    """Return the act without a date that is another line's: "Gäller från: 2018-01-01"."""
    if act.date is None or act.date.end > act.start:
        return act
    line_end = source.clean.find("\n", act.date.end, act.start)
    line_start = source.clean.rfind("\n", 0, act.date.start) + 1
    if line_end >= 0 and re.search(r"[^\W\d_]{2}", source.clean[line_start : act.date.start]):
        return replace(act, date=None)
    return act


def _is_too_old(act: Act, source: Source) -> bool:
    """Tell whether the act is that of an earlier document: long before the years in the title."""
    period = title_period(source) if act.date else None
    if act.date is None or period is None or period.first is None:
        return False
    return int(act.date.value[:4]) < int(period.first.value[:4]) - _YEARS_BEFORE
