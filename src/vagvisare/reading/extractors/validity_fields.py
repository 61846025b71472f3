"""What the extractors of validity share: the stretches of text that speak of it."""

import re
from collections.abc import Iterable

from vagvisare.reading.dates import first_date
from vagvisare.reading.periods import Limit, Period, worded_period, years_period
from vagvisare.reading.source import Source

_SENTENCE = re.compile(
    r"(?i)(?<![\wåäö])(?:gäller|gällde|giltig|giltigt|avser|träder i kraft|trädde i kraft|att gälla|ikraft|i kraft)\b(?P<rest>[^\n]{0,110})"
)
_FOR_YEARS = re.compile(
    r"(?i)\b(?:för|under)\s+(?:åren|perioden|mandatperioden)\s+(?=(?:19|20)\d\d)"
)


def fields(source: Source) -> Iterable[tuple[Period, float]]:
    """Yield the period of each header field of validity, and how sure it is."""
    for field in source.labelled:
        if field.is_empty or field.is_placeholder:
            continue
        if field.field == "validity":
            yield _bare(source, field.start, field.end), 0.95
        elif field.field in ("valid_until", "valid_from"):
            yield _one_end(source, field.field, field.start, field.end), 0.95


def _bare(source: Source, start: int, end: int) -> Period:
    """Return the period; a lone date in a validity field is the last day."""
    period = worded_period(source.clean, start, end)
    if period.first or period.last or period.open_ended:
        return period
    stated = first_date(source.clean[start:end])
    return (
        Period(last=_limit(stated.value, start + stated.start, start + stated.end))
        if stated
        else period
    )


def _one_end(source: Source, field: str, start: int, end: int) -> Period:
    period = worded_period(source.clean, start, end)
    stated = first_date(source.clean[start:end])
    if period.open_ended or stated is None:
        return Period(open_ended=period.open_ended)
    limit = _limit(stated.value, start + stated.start, start + stated.end)
    return Period(first=limit) if field == "valid_from" else Period(last=limit)


def _limit(value: str, start: int, end: int) -> Limit:
    return Limit(value, start, end)


def title_period(source: Source) -> Period | None:
    """Return the span of years in the title ("2023-2026"), None when there is none."""
    title = source.title
    return years_period(source.clean, title.start, title.end) if title else None
