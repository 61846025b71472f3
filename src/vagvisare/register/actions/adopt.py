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
from vagvisare.register.terms import stated_term


class CannotAdopt(Refusal):
    code = "register.cannot-adopt"


@transaction.atomic
def adopt(
    *,
    document: SteeringDocument,
    decision: DecisionReference,
    by: Person,
    first_day: date | None = None,
    last_day: date | None = None,
    open_ended: bool = False,
    because: str = "",
    term: str = "",
    term_words: str = "",
    lapses: bool | None = None,
) -> Act:
    """Record that `decision` adopted `document`.

    An old document's decision may be known in part only; what is unknown stays empty.

    term, term_words  how long the wording says that it stands, and the sentence that says so
    lapses            whether the wording says that it ends by itself; None: as the type

    :raises CannotAdopt: when it is adopted already, or the days are out of order
    :raises ImpossibleTerm: when the term and the days do not go together
    :raises AlreadyOver: when a decision has ended it
    """
    document = lock(document)
    policies.check_not_over(document)
    if document.acts.filter(kind=ActKind.ADOPTED).exists():
        raise CannotAdopt(
            _("“{title}” is adopted already. Record a revision instead.").format(
                title=document.title
            )
        )
    if first_day and last_day and last_day < first_day:
        raise CannotAdopt(_("The last day comes before the first."))
    if open_ended and last_day:
        raise CannotAdopt(_("It cannot both have a last day and stand until further notice."))
    return enact(
        ActKind.ADOPTED,
        document,
        decision=decision,
        by=by,
        because=because,
        first_day=first_day,
        **stated_term(
            last_day=last_day,
            open_ended=open_ended,
            term=term,
            term_words=term_words,
            lapses=lapses,
        ),
    )
