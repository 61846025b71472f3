"""The one way to write a line in the trail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection, models, transaction
from django.db.models.functions import Now

from vagvisare.audit.models import AuditLine, ChainHead
from vagvisare.organization.models import Person


@dataclass(frozen=True)
class Entry:
    """What one line says of its subject."""

    subject: models.Model
    because: str = ""
    before: Any = None
    after: Any = None


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
    record_each(verb, [Entry(subject, because, before, after)], by=by)


def record_each(verb: str, entries: Sequence[Entry], *, by: Person) -> None:
    """Append a line for each entry, in order, as `record` does for one; the same few queries.

    :raises TransactionManagementError: outside a transaction
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "audit.record outside the action's transaction"
        )
    if not entries:
        return
    head, moment = _locked_head(), _moment()
    lines = []
    for entry in entries:
        line = _line(head, entry, verb, by, moment)
        lines.append(line)
        head.number, head.hash = line.number, line.hash
    AuditLine.objects.bulk_create(lines)
    head.save(update_fields=["number", "hash"])


def _line(head: ChainHead, entry: Entry, verb: str, by: Person, moment: datetime) -> AuditLine:
    """The line that comes after `head`, with its hash."""
    line = AuditLine(
        number=head.number + 1,
        at=moment,
        actor_key=f"person:{by.pk}",
        actor_name=by.name,
        verb=verb,
        subject_kind=entry.subject._meta.label_lower,
        subject_key=str(entry.subject.pk),
        subject_label=str(entry.subject),
        because=entry.because,
        before=_plain(entry.before),
        after=_plain(entry.after),
        previous_hash=head.hash,
    )
    line.hash = line.computed_hash()
    return line


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
