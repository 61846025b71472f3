from datetime import date

from django.db import transaction

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.models import Batch
from vagvisare.inventory.store import path_of
from vagvisare.jobs.queue import later
from vagvisare.organization.models import Person
from vagvisare.organization.profile import current_profile
from vagvisare.reading.jail import Jail
from vagvisare.reading.reading import MeetingContext, Reading, ReadingError

JOB = "vagvisare.inventory.actions.read_minutes.read_minutes_job"


def read_minutes(*, batch: Batch, on: date, by: Person) -> int:
    """Read what is unread of a batch whose meeting is told; return how many were read.

    Its papers are few and each is read with what is known of the meeting, in one jail. No
    transaction around the whole: what is read already is not read again.

    on  the day on which validity is judged

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    files = list(batch.files.to_be_read().without_texts())
    with Jail() as jail:
        for file in files:
            path = path_of(file.sha256)
            if path.is_file():
                reading = jail.read(path, on=on, context=context_of(batch))
            else:
                error = ReadingError("lost", "The original is not in the file store.")
                reading = Reading(file.name, error=error)
            keep_reading(file=file, reading=reading, by=by)
    return len(files)


def context_of(batch: Batch) -> MeetingContext:
    """Return what is known of the meeting besides the papers, in the reading's words."""
    return MeetingContext(
        municipality=current_profile().name.removesuffix(" kommun"),
        body=_as_read(batch.meeting_body),
        date=batch.meeting_day,
        kind=batch.meeting_kind or None,
    )


def _as_read(body: str) -> str | None:
    """The body as minutes write it, with a small letter first."""
    return body[:1].lower() + body[1:] or None


@transaction.atomic
def queue_minutes(*, batch: Batch, on: date, by: Person) -> None:
    """Let the worker read the papers of the meeting. Queued twice, they are read once.

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    later(JOB, batch.pk, by.pk, on.isoformat())
    record("reading-queued", batch, by=by)


def read_minutes_job(batch_key: int, person_key: int, on: str) -> None:
    """Read the papers as a job; a batch or person that is gone is no work."""
    batch = Batch.objects.filter(pk=batch_key).first()
    by = Person.objects.filter(pk=person_key).first()
    if batch is not None and by is not None:
        read_minutes(batch=batch, on=date.fromisoformat(on), by=by)
