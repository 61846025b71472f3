from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.inventory.actions.begin_bulk import begin_bulk
from vagvisare.inventory.actions.carry_on_bulk import start
from vagvisare.inventory.bulk import Rule, in_reach
from vagvisare.inventory.models import Batch, BulkAct
from vagvisare.inventory.states import BulkKind
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class NoFieldChosen(Refusal):
    code = "inventory.no-field-chosen"


@transaction.atomic
def confirm_by_rule(*, batch: Batch, rule: Rule, by: Person, at: datetime, on: date) -> BulkAct:
    """Confirm the claims the rule is about: the person's own act, many at once.

    at  the moment of the act, which also marks its claims
    on  the day that ages in the rule are counted from

    :raises NotAllowed: when `by` may not confirm
    :raises NoFieldChosen: when the rule is about no field
    :raises BatchUndone: when the batch is undone
    :raises BulkGoingOn: when another act on the batch is not done yet
    """
    check(by, Permission.INVENTORY_CONFIRM)
    if not rule.fields:
        raise NoFieldChosen(_("Choose at least one field to confirm."))
    act = begin_bulk(
        batch=batch,
        kind=BulkKind.CONFIRM,
        rule=rule.as_json(),
        expected=in_reach(batch, rule.wanted, on).count(),
        by=by,
        at=at,
        on=on,
    )
    start(act, by)
    return act
