from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.actions.restand import restand
from vagvisare.register.actions.retract import check_can_be_retracted, take_back, told
from vagvisare.register.models import Act, Amendment, SteeringDocument, Version
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind
from vagvisare.register.terms import check_extension, stated_term

# The decisions that must be possible to find again, however they come into the register.
COMPLETE = (ActKind.PROLONGED, ActKind.REPEALED, ActKind.REPLACED)


class CannotCorrect(Refusal):
    code = "register.cannot-correct"


@transaction.atomic
def correct(
    *,
    act: Act,
    decision: DecisionReference,
    by: Person,
    because: str,
    first_day: date | None = None,
    last_day: date | None = None,
    open_ended: bool = False,
    term: str = "",
    term_words: str = "",
    lapses: bool | None = None,
) -> Act:
    """Retract `act` and record it anew as it should have been, in the same instant.

    What is given is the whole of it, not only what changes. The kind of act and, where it was
    replaced, its successor stay; the texts that hang on it follow.

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotRetract: without a reason, or when it is retracted already
    :raises CannotCorrect: when the last day comes before the first
    :raises ImpossibleTerm: when the term and the days do not go together
    :raises BeforeAdoption: when the adoption would come after what changed or ended it
    :raises IncompleteDecision: when it must be possible to find again, and could not be
    """
    check(by, Permission.DECISIONS_RECORD)
    document = lock(act.document)
    wrong = Act.every.select_related("body", "successor").get(pk=act.pk)
    check_can_be_retracted(wrong, because)
    policies.check_dates(decision)
    if first_day and last_day and last_day < first_day:
        raise CannotCorrect(_("The last day comes before the first."))
    take_back(wrong, because)
    restand(document=document)
    stated = stated_term(
        last_day=last_day, open_ended=open_ended, term=term, term_words=term_words, lapses=lapses
    )
    _check_decision(wrong.kind, document, decision, stated)
    right = enact(
        ActKind(wrong.kind),
        document,
        decision=decision,
        by=by,
        because=wrong.because,
        recorded_at=wrong.retracted_at,
        first_day=first_day,
        successor=wrong.successor,
        **stated,
    )
    _check_order(document)
    _hand_over(wrong, right)
    record("corrected", document, by=by, because=because, before=told(wrong), after=told(right))
    return right


def reference_of(act: Act) -> DecisionReference:
    """Return what the act's decision is known by, to correct it from."""
    return DecisionReference(
        body=act.body,
        decided_on=act.decided_on,
        section=act.section,
        diary_no=act.diary_no,
        source=act.source,
    )


def _check_decision(
    kind: str, document: SteeringDocument, decision: DecisionReference, stated: dict[str, Any]
) -> None:
    if kind in COMPLETE:
        policies.check_complete(decision)
    if kind == ActKind.REVISED:
        check_extension(document, decision, stated)


def _check_order(document: SteeringDocument) -> None:
    """What changed or ended a document came after its adoption, whichever of them was wrong."""
    silent = (ActKind.ADOPTED, ActKind.NOTED, ActKind.REVIEWED)
    for act in document.acts.exclude(kind__in=silent).select_related("body"):
        policies.check_after_adoption(document, reference_of(act))


def _hand_over(wrong: Act, right: Act) -> None:
    """The texts belong to the decision, which is the same one."""
    Version.objects.filter(act=wrong).update(act=right)
    Amendment.objects.filter(act=wrong).update(act=right)
