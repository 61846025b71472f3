"""What the extractors of body, date and section share: the one act that adopted the document."""

from vagvisare.reading.acts import Act
from vagvisare.reading.source import Source


def adoption(source: Source) -> Act | None:
    """Return the surest act that adopted this document; memos and summonses adopt nothing."""
    if source.kind in ("memo", "summons", "report"):
        return None
    acts = [act for act in source.acts if not act.revises]
    if not acts:
        return None
    return max(
        acts,
        key=lambda act: (
            act.strength + 0.04 * bool(act.date) + 0.02 * bool(act.section) + 0.02 * bool(act.body),
            -act.start,
        ),
    )
