from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind
from vagvisare.register.terms import present_last_day, stated_term


class CannotProlong(Refusal):
    code = "register.cannot-prolong"


@transaction.atomic
def prolong(
    *,
    document: SteeringDocument,
    decision: DecisionReference,
    last_day: date | None,
    by: Person,
    because: str = "",
    term: str = "",
    term_words: str = "",
    lapses: bool | None = None,
) -> Act:
    """Let `document` stand through `last_day`, or until further notice where that is None.

    term, term_words, lapses  as for `adopt`; what is not said stays as it was

    :raises IncompleteDecision: when the decision could not be found again
    :raises NotAdopted: when there is nothing to prolong
    :raises AlreadyOver: when a decision has ended it
    :raises BeforeAdoption: when it was decided before the document was adopted
    :raises ImpossibleTerm: when the term and the days do not go together
    :raises CannotProlong: when that would not move its last day forward
    """
    document = lock(document)
    policies.check_complete(decision)
    policies.check_adopted(document)
    policies.check_not_over(document)
    policies.check_after_adoption(document, decision)
    stated = stated_term(
        last_day=last_day,
        open_ended=last_day is None,
        term=term,
        term_words=term_words,
        lapses=lapses,
    )
    present = present_last_day(document)
    if present is None:
        raise CannotProlong(_("It stands until further notice: there is no last day to move."))
    if last_day is not None and last_day <= present:
        raise CannotProlong(
            _("The new last day must come after the present one, {day}.").format(
                day=present.isoformat()
            )
        )
    return enact(ActKind.PROLONGED, document, decision=decision, by=by, because=because, **stated)
