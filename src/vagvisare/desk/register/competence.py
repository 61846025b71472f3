"""What the document page says of who may decide on it, and of proposals that wait."""

from collections.abc import Sequence
from dataclasses import dataclass

from vagvisare.decisions.models import Decision
from vagvisare.decisions.policies import carrier_of
from vagvisare.decisions.queries import pending_proposals
from vagvisare.organization.models import Body
from vagvisare.organization.queries import Succession
from vagvisare.register.models import SteeringDocument

PROPOSALS_SHOWN = 10


@dataclass(frozen=True)
class WhoDecides:
    """Who may change or end the document, and what waits for somebody to decide.

    carrier    the highest body that adopted it; None: nobody yet, so the type says who may
    competent  that body, or the one that has taken over from it
    """

    carrier: Body | None
    competent: Body | None
    proposals: Sequence[Decision]


def who_decides(document: SteeringDocument) -> WhoDecides:
    """Return it for one document: three queries."""
    carrier = carrier_of(document)
    return WhoDecides(
        carrier=carrier,
        competent=Succession().heir(carrier) if carrier else None,
        proposals=list(pending_proposals(document)[:PROPOSALS_SHOWN]),
    )
