from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.actions.deciding import lock_open
from vagvisare.inventory.models import Candidate
from vagvisare.inventory.plan import EntryPlan, plan_for, takes_decision, wording_behind
from vagvisare.inventory.states import About, CandidateState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.add_version import add_version
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.enter import enter
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.states import Origin


class CannotEnterCandidate(Refusal):
    code = "inventory.cannot-enter"


@transaction.atomic
def enter_candidate(
    *, candidate: Candidate, by: Person, tie_to: SteeringDocument | None = None, because: str = ""
) -> SteeringDocument:
    """Bring what is confirmed of the candidate into the register, and nothing else.

    tie_to  a document that is there already; what it has stays, and what it lacks is added

    :raises NotAllowed: when `by` may not confirm, or may not enter documents
    :raises CandidateClosed: when it is in the register or set aside
    :raises CannotEnterCandidate: while something is missing or contradicts itself
    """
    check(by, Permission.REGISTER_ENTER)
    candidate = lock_open(candidate.pk, by)
    plan = plan_for(candidate)
    if plan.obstacles or plan.document_type is None:
        raise CannotEnterCandidate(" ".join(plan.obstacles))
    document = tie_to or enter(
        title=plan.title,
        document_type=plan.document_type.key,
        origin=Origin.FOUND,
        by=by,
        because=because or candidate.file.name,
        responsible_role=plan.responsible,
    )
    act = _adopt(document, candidate, plan, by, because)
    if candidate.about == About.OWN:
        _keep_text(document, candidate, act, by)
    candidate.state, candidate.document = CandidateState.ENTERED, document
    candidate.save(update_fields=["state", "document"])
    after = {"document": document.pk, "tied": tie_to is not None}
    record("candidate-entered", candidate, by=by, because=because, after=after)
    return document


def _adopt(
    document: SteeringDocument, candidate: Candidate, plan: EntryPlan, by: Person, because: str
) -> Act | None:
    if plan.decision is None or not takes_decision(document):
        return None
    wording = wording_behind(plan.end, candidate.file.pages)
    return adopt(
        document=document,
        decision=plan.decision,
        by=by,
        first_day=plan.first_day,
        last_day=plan.last_day,
        open_ended=plan.open_ended,
        because=because,
        term=wording.term,
        term_words=wording.words,
        lapses=wording.lapses,
    )


def _keep_text(
    document: SteeringDocument, candidate: Candidate, act: Act | None, by: Person
) -> None:
    """The file's text as a version, once: the same bytes are the same version."""
    file = candidate.file
    if document.versions.filter(file_sha256=file.sha256).exists():
        return
    add_version(
        document=document,
        text="\n\n".join(page["text"] for page in file.pages),
        by=by,
        act=act,
        file_name=file.name,
        file_sha256=file.sha256,
        media_type=file.media_type,
    )
