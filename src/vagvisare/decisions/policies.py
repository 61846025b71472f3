"""May this body decide that: checks that refuse, with the rule and the remedy."""

from django.utils.translation import gettext as _

from vagvisare.decisions.states import ADOPTING, ENDING
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Body
from vagvisare.organization.profile import current_profile
from vagvisare.register.models import SteeringDocument
from vagvisare.register.queries import adoption_of


class NotCompetent(Refusal):
    code = "decisions.not-competent"


def check_competent(kind: str, document: SteeringDocument | None, body: Body) -> None:
    """Refuse what the body cannot decide.

    :raises NotCompetent: naming the rule and who can
    """
    if document is None:
        return
    if kind in ENDING:
        _check_may_end(document, body)
    if kind in ADOPTING:
        _check_may_adopt(document, body)


def competent_body(document: SteeringDocument) -> Body | None:
    """Return the body that may end the document: the one that adopted it, else None."""
    adoption = adoption_of(document)
    return adoption.body if adoption else None


def _check_may_end(document: SteeringDocument, body: Body) -> None:
    """What a higher body adopted, a lower one cannot end, prolong or replace."""
    adopter = competent_body(document)
    if adopter is None:
        _check_may_adopt(document, body)
    elif body.pk != adopter.pk and body.rank >= adopter.rank:
        raise NotCompetent(
            _(
                "{body} cannot end or prolong “{title}”, which {adopter} adopted. "
                "Let {body} propose it to {adopter}, or give the reason why it may."
            ).format(body=body, title=document.title, adopter=adopter)
        )


def _check_may_adopt(document: SteeringDocument, body: Body) -> None:
    profile = current_profile()
    if not profile.may_decide(document.document_type, body.key):
        document_type = profile.document_types.get(document.document_type)
        name = document_type.name if document_type else document.document_type
        raise NotCompetent(
            _(
                "In {municipality}, {body} does not decide on documents of the type {type}. "
                "Choose another body, or give the reason why it may."
            ).format(municipality=profile.name, body=body, type=name)
        )
