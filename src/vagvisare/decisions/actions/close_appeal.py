from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions import effects
from vagvisare.decisions.actions.appeal import CannotAppeal, locked
from vagvisare.decisions.models import Decision
from vagvisare.decisions.states import Ruling
from vagvisare.organization.models import Person


@transaction.atomic
def close_appeal(
    *, decision: Decision, day: date, ruling: Ruling, by: Person, words: str = ""
) -> Decision:
    """Record how the appeal ended. An annulled decision loses its effect in the register.

    day     the day it was settled for good
    words   which court and which case, and what it said

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotAppeal: when no appeal is open, or the day comes before it
    """
    check(by, Permission.DECISIONS_RECORD)
    decision = locked(decision)
    if decision.appealed_on is None or decision.appeal_closed_on is not None:
        raise CannotAppeal(_("No appeal of this decision is open."))
    if day < decision.appealed_on:
        raise CannotAppeal(
            _("The appeal cannot end before it came in, {day}.").format(
                day=decision.appealed_on.isoformat()
            )
        )
    if ruling == Ruling.ANNULLED and not words.strip():
        raise CannotAppeal(_("Write which court annulled it, and in which case."))
    decision.appeal_closed_on, decision.ruling = day, ruling
    decision.appeal_outcome = words.strip()
    decision.save(update_fields=["appeal_closed_on", "ruling", "appeal_outcome"])
    if ruling == Ruling.ANNULLED:
        effects.undo(decision, day, by)
    after = {"appeal_closed_on": day, "ruling": str(ruling)}
    record("appeal-closed", decision, by=by, because=words, after=after)
    return decision
