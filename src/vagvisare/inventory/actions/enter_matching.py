from datetime import date, datetime

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.inventory.actions.begin_bulk import begin_bulk
from vagvisare.inventory.actions.carry_on_bulk import start
from vagvisare.inventory.bulk import Rule, in_reach
from vagvisare.inventory.models import Batch, BulkAct
from vagvisare.inventory.states import BulkKind
from vagvisare.inventory.wanted import Wanted
from vagvisare.organization.models import Person


@transaction.atomic
def enter_matching(*, batch: Batch, wanted: Wanted, by: Person, at: datetime, on: date) -> BulkAct:
    """Bring every open candidate that fits and has no obstacles into the register.

    One whose document is there already is tied to it; one with obstacles stays as it is.

    :raises NotAllowed: when `by` may not confirm, or may not enter documents
    :raises BatchUndone: when the batch is undone
    :raises BulkGoingOn: when another act on the batch is not done yet
    """
    check(by, Permission.INVENTORY_CONFIRM)
    check(by, Permission.REGISTER_ENTER)
    act = begin_bulk(
        batch=batch,
        kind=BulkKind.ENTER,
        rule=Rule(wanted).as_json(),
        expected=in_reach(batch, wanted, on).count(),
        by=by,
        at=at,
        on=on,
    )
    start(act, by)
    return act
