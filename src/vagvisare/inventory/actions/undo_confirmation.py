from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.inventory.actions.begin_bulk import begin_bulk
from vagvisare.inventory.actions.carry_on_bulk import start
from vagvisare.inventory.models import BulkAct
from vagvisare.inventory.states import BulkKind, BulkState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class CannotUndo(Refusal):
    code = "inventory.cannot-undo"


@transaction.atomic
def undo_confirmation(*, act: BulkAct, by: Person, at: datetime, on: date) -> BulkAct:
    """Take back what the act confirmed and nobody has changed since; what is entered stays.

    :raises NotAllowed: when `by` may not confirm
    :raises CannotUndo: when it is no confirmation, is not done, or is taken back already
    :raises BatchUndone: when the batch is undone
    :raises BulkGoingOn: when another act on the batch is not done yet
    """
    check(by, Permission.INVENTORY_CONFIRM)
    act = BulkAct.objects.select_for_update().get(pk=act.pk)
    if act.kind != BulkKind.CONFIRM or act.state != BulkState.DONE:
        raise CannotUndo(_("Only a confirmation that is done can be taken back."))
    if BulkAct.objects.filter(undoes=act).exists():
        raise CannotUndo(_("It is taken back already."))
    made = begin_bulk(
        batch=act.batch,
        kind=BulkKind.REOPEN,
        rule=act.rule,
        expected=act.changed,
        by=by,
        at=at,
        on=on,
        undoes=act,
    )
    start(made, by)
    return made
