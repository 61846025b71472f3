"""The shared step of every action that changes how a document stands."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.restand import restand
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind


def lock(document: SteeringDocument) -> SteeringDocument:
    """Return the document as it is now, held until the action is done.

    :raises TransactionManagementError: outside a transaction
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("lock outside an action")
    return SteeringDocument.objects.select_for_update().get(pk=document.pk)


def enact(
    kind: ActKind,
    document: SteeringDocument,
    *,
    decision: DecisionReference,
    by: Person,
    because: str,
    recorded_at: datetime | None = None,
    **days: Any,
) -> Act:
    """Record that `decision` did `kind` to `document`, restand it and leave the trace.

    recorded_at  when the register came to hold it for true; None: now
    days         first_day, last_day, term, successor and so on: fields of `Act`

    :raises NotAllowed: when `by` may not record decisions
    :raises NotADay: when the decision's date is none
    """
    check(by, Permission.DECISIONS_RECORD)
    policies.check_dates(decision)
    act = Act.objects.create(
        document=document,
        kind=kind,
        body=decision.body,
        decided_on=decision.decided_on,
        section=decision.section,
        diary_no=decision.diary_no,
        source=decision.source,
        because=because,
        **({"recorded_at": recorded_at} if recorded_at else {}),
        **days,
    )
    restand(document=document)
    after = {name: str(value) for name, value in days.items() if value is not None}
    record(kind.value, document, by=by, because=because or str(decision), after=after or None)
    return act
