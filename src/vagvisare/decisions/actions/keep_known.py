from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.actions.record_decision import CannotRecord
from vagvisare.decisions.models import Decision, Matter, Meeting
from vagvisare.decisions.states import DecisionKind
from vagvisare.organization.models import Person
from vagvisare.register.models import SteeringDocument
from vagvisare.register.states import ActKind


@transaction.atomic
def keep_known(
    *,
    meeting: Meeting,
    document: SteeringDocument,
    section: str,
    point: int,
    by: Person,
    matter: Matter | None = None,
    text: str = "",
) -> Decision:
    """Keep the decision that adopted `document`, where the register has that adoption already.

    Its effect came with the document itself, so nothing in the register changes.

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotRecord: when the register has no adoption by this body on this day
    """
    check(by, Permission.DECISIONS_RECORD)
    day = meeting.day.isoformat()
    acts = document.acts.filter(retracted_at__isnull=True, body=meeting.body)
    kinds = [ActKind.ADOPTED, ActKind.REVISED]
    act = acts.filter(kind__in=kinds, decided_on=day).order_by("pk").first()
    if act is None:
        raise CannotRecord(
            _("The register has no adoption of “{title}” by {body} on {day}.").format(
                title=document.title, body=meeting.body, day=day
            )
        )
    decision = Decision.objects.create(
        meeting=meeting,
        matter=matter,
        section=section,
        point=point,
        kind=DecisionKind.ADOPT if act.kind == ActKind.ADOPTED else DecisionKind.REVISE,
        text=text,
        document=document,
        first_day=act.first_day,
        last_day=act.last_day,
        open_ended=act.open_ended,
    )
    record("decided", decision, by=by, because=text, after={"kind": decision.kind, "known": True})
    return decision
