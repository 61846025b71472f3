"""The one way to write a line in the trail."""

from datetime import UTC, date, datetime
from typing import Any

from django.db import connection, models, transaction
from django.db.models.functions import Now

from vagvisare.audit.models import AuditLine, ChainHead
from vagvisare.organization.models import Person


def record(
    verb: str,
    subject: models.Model,
    *,
    by: Person,
    because: str = "",
    before: Any = None,
    after: Any = None,
) -> None:
    """Append a line. Called last in an action, inside its transaction.

    The moment is the database's own, so that no room reads a clock.

    :raises TransactionManagementError: outside a transaction: the line and the write are one
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "audit.record outside the action's transaction"
        )
    head = _locked_head()
    line = AuditLine(
        number=head.number + 1,
        at=_moment(),
        actor_key=f"person:{by.pk}",
        actor_name=by.name,
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject_key=str(subject.pk),
        subject_label=str(subject),
        because=because,
        before=_plain(before),
        after=_plain(after),
        previous_hash=head.hash,
    )
    line.hash = line.computed_hash()
    line.save(force_insert=True)
    head.number, head.hash = line.number, line.hash
    head.save(update_fields=["number", "hash"])


def _locked_head() -> ChainHead:
    ChainHead.objects.get_or_create(pk=1)
    return ChainHead.objects.select_for_update().get(pk=1)


def _moment() -> datetime:
    moment = ChainHead.objects.annotate(now=Now()).values_list("now", flat=True).get(pk=1)
    return moment.astimezone(UTC)


def _plain(value: Any) -> Any:
    """Days and moments in ISO form, everything else as it is: what JSON can hold and hash again."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
