from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.actions.restand import restand
from vagvisare.register.models import Act, Relation, SteeringDocument
from vagvisare.register.models.relation import RelationKind
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind


@transaction.atomic
def annul(
    *,
    document: SteeringDocument,
    decision: DecisionReference,
    by: Person,
    because: str,
    annulled: str = "",
) -> Act | None:
    """Record that a court annulled a decision about `document`.

    An annulled adoption ends the document. Any other annulled decision loses what it did, so
    that the document stands as if it had not been taken; that it was believed is kept.

    decision  the court's: it is no body of ours, so a day and a case number only
    annulled  the source of what the annulled decision did; empty: the adoption

    :raises NotAllowed: when `by` may not record decisions
    :raises AlreadyOver: when a decision has ended the document whose adoption is annulled
    :raises BeforeAdoption: when it was decided before the document was adopted
    :raises NotAdopted: when there is nothing to annul
    """
    document = lock(document)
    done = document.acts.filter(source=annulled)
    if annulled and not done.filter(kind=ActKind.ADOPTED).exists():
        _retract(document, done, by, because)
        return None
    policies.check_adopted(document)
    policies.check_not_over(document)
    policies.check_after_adoption(document, decision)
    return enact(ActKind.ANNULLED, document, decision=decision, by=by, because=because)


def _retract(document: SteeringDocument, acts: "QuerySet[Act]", by: Person, because: str) -> None:
    """Take back what the decision did here; where it did nothing, nothing is to do."""
    check(by, Permission.DECISIONS_RECORD)
    kinds = list(acts.values_list("kind", flat=True))
    if not kinds:
        return
    successors = list(acts.filter(successor__isnull=False).values_list("successor", flat=True))
    Relation.objects.filter(
        document__in=successors, kind=RelationKind.REPLACES, other=document
    ).delete()
    acts.update(retracted_at=Now(), retracted_because=because)
    restand(document=document)
    record("annulled", document, by=by, because=because, before={"kinds": kinds})
