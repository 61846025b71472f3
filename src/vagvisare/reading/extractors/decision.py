"""What the extractors of body, date and section share: the one act that adopted the document."""

from vagvisare.reading.acts import Act
from vagvisare.reading.extractors.validity_fields import title_period
from vagvisare.reading.source import Source

_YEARS_BEFORE = 3  # a plan is adopted at most so long before the years it is named for


def adoption(source: Source) -> Act | None:
    """Return the surest act that adopted this document; memos and summonses adopt nothing."""
    if source.kind in ("memo", "summons", "report"):
        return None
    acts = [act for act in source.acts if not act.revises and not _is_too_old(act, source)]
    if not acts:
        return None
    return max(
        acts,
        key=lambda act: (
            act.strength + 0.04 * bool(act.date) + 0.02 * bool(act.section) + 0.02 * bool(act.body),
            -act.start,
        ),
    )


def _is_too_old(act: Act, source: Source) -> bool:
    """Tell whether the act is that of an earlier document: long before the years in the title."""
    period = title_period(source) if act.date else None
    if act.date is None or period is None or period.first is None:
        return False
    return int(act.date.value[:4]) < int(period.first.value[:4]) - _YEARS_BEFORE
