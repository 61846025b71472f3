from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.adopt import CannotAdopt
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind
from vagvisare.register.terms import check_extension, stated_term


@transaction.atomic
def revise(
    *,
    document: SteeringDocument,
    decision: DecisionReference,
    by: Person,
    last_day: date | None = None,
    open_ended: bool = False,
    because: str = "",
    term: str = "",
    term_words: str = "",
    lapses: bool | None = None,
) -> Act:
    """Record that `decision` adopted a revised text; without days the term stays as it was.

    term, term_words, lapses  as for `adopt`; what is not said stays as it was

    :raises NotAdopted: when there is nothing to revise
    :raises AlreadyOver: when a decision has ended it
    :raises BeforeAdoption: when it was decided before the document was adopted
    :raises CannotAdopt: when it would both end and stand until further notice
    :raises ImpossibleTerm: when the term and the days do not go together
    :raises IncompleteDecision: when it would stand longer by a decision nobody could find again
    """
    document = lock(document)
    policies.check_adopted(document)
    policies.check_not_over(document)
    policies.check_after_adoption(document, decision)
    if open_ended and last_day:
        raise CannotAdopt(_("It cannot both have a last day and stand until further notice."))
    stated = stated_term(
        last_day=last_day, open_ended=open_ended, term=term, term_words=term_words, lapses=lapses
    )
    check_extension(document, decision, stated)
    return enact(ActKind.REVISED, document, decision=decision, by=by, because=because, **stated)
