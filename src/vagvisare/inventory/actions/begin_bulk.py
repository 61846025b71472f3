"""The shared beginning of what is done to many candidates at once."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.inventory import policies
from vagvisare.inventory.models import Batch, BulkAct
from vagvisare.inventory.states import BulkKind, BulkState
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class BulkGoingOn(Refusal):
    code = "inventory.bulk-going-on"


@transaction.atomic
def begin_bulk(
    *,
    batch: Batch,
    kind: BulkKind,
    rule: Mapping[str, Any],
    expected: int,
    by: Person,
    at: datetime,
    on: date,
    undoes: BulkAct | None = None,
) -> BulkAct:
    """Open the act: from now on its portions can be done, now or later.

    :raises BatchUndone: when the batch is undone
    :raises BulkGoingOn: when another act on the batch is not done yet
    """
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    policies.check_stands(batch)
    if batch.acts.filter(state=BulkState.RUNNING).exists():
        raise BulkGoingOn(_("Something is being done to the batch already. Wait until it is done."))
    return BulkAct.objects.create(
        batch=batch,
        kind=kind,
        rule=dict(rule),
        judged_on=on,
        at=at,
        by_name=by.name,
        expected=expected,
        undoes=undoes,
    )
