from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.force import force_of
from vagvisare.decisions.models import Decision
from vagvisare.decisions.sentences import force_sentence
from vagvisare.decisions.states import Force
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class CannotAppeal(Refusal):
    code = "decisions.cannot-appeal"


@transaction.atomic
def appeal(*, decision: Decision, day: date, by: Person, because: str = "") -> Decision:
    """Record that somebody appealed the decision on `day`: it waits for the court from then on.

    because  what the appeal says, in a few words; never who wrote it

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotAppeal: when it cannot be appealed, is appealed already, or the time was over
    """
    check(by, Permission.DECISIONS_RECORD)
    decision = locked(decision)
    if day < decision.meeting.day:
        raise CannotAppeal(
            _("It cannot be appealed before it was decided, {day}.").format(
                day=decision.meeting.day.isoformat()
            )
        )
    force = force_of(decision, day)
    already = decision.appealed_on is not None and decision.appeal_closed_on is None
    if already or force.state not in (Force.RUNNING, Force.UNKNOWN):
        raise CannotAppeal(force_sentence(force) if not already else _("It is appealed already."))
    before = _as_kept(decision)
    decision.appealed_on, decision.appeal_closed_on = day, None
    decision.ruling, decision.appeal_outcome = "", ""
    decision.save(update_fields=[*before])
    record("appealed", decision, by=by, because=because, before=before, after=_as_kept(decision))
    return decision


def locked(decision: Decision) -> Decision:
    """Return the decision as it is now, held until the action is done."""
    held = Decision.objects.select_for_update(of=("self",))
    return held.select_related("meeting__body", "matter").get(pk=decision.pk)


def _as_kept(decision: Decision) -> dict[str, object]:
    names = ("appealed_on", "appeal_closed_on", "ruling", "appeal_outcome")
    return {name: getattr(decision, name) for name in names}
