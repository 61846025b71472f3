"""How long a document stands, as the wording has it: checked before it is recorded."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from vagvisare.kernel.errors import Refusal
from vagvisare.register import policies
from vagvisare.register.models import SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import STANDS_ON, Term


class ImpossibleTerm(Refusal):
    code = "register.impossible-term"


def stated_term(
    *,
    last_day: date | None,
    open_ended: bool,
    term: str = "",
    term_words: str = "",
    lapses: bool | None = None,
) -> dict[str, Any]:
    """Return the fields of `Act` that say how long it stands; what nobody said is left out.

    A day alone means through that day, and `open_ended` alone until further notice.

    :raises ImpossibleTerm: when the term and the days do not go together
    """
    term = term or _plain_term(last_day, open_ended)
    if term and term not in Term.values:
        raise ImpossibleTerm(_("“{term}” is no term.").format(term=term))
    if term == Term.UNTIL_DAY and (last_day is None or open_ended):
        raise ImpossibleTerm(_("A term through a day needs that day, and no other end."))
    if term == Term.UNTIL_FURTHER_NOTICE and last_day is not None:
        raise ImpossibleTerm(_("It cannot both have a last day and stand until further notice."))
    fields = {
        "last_day": last_day,
        "open_ended": (term in STANDS_ON and last_day is None) or None,
        "term": term,
        "term_words": " ".join(term_words.split()),
        "lapses": lapses,
    }
    return {name: value for name, value in fields.items() if value is not None and value != ""}


def present_last_day(document: SteeringDocument) -> date | None:
    """Return the last day of the term as all recorded decisions leave it."""
    latest = document.spans.order_by("-pk").first()
    return latest.term_last_day if latest else None


def check_extension(
    document: SteeringDocument, decision: DecisionReference, stated: dict[str, Any]
) -> None:
    """Refuse to let a document stand longer without a decision that can be found again.

    stated  as `stated_term` returns it

    :raises IncompleteDecision: when the decision could not be found again
    """
    present = present_last_day(document)
    stands_on = stated.get("term") in STANDS_ON
    last_day = stated.get("last_day")
    if present and (stands_on or (last_day is not None and last_day > present)):
        policies.check_complete(decision)


def _plain_term(last_day: date | None, open_ended: bool) -> str:
    if last_day is not None:
        return Term.UNTIL_DAY
    return Term.UNTIL_FURTHER_NOTICE if open_ended else ""
