from collections.abc import Callable
from datetime import date

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.inventory import store
from vagvisare.inventory.actions.keep_reading import Answer, keep_readings
from vagvisare.inventory.engine import CannotRead, Row, engine
from vagvisare.inventory.engine.portions import portions
from vagvisare.inventory.models import Batch, SourceFile
from vagvisare.inventory.report.kept import keep_report
from vagvisare.inventory.report.links import at_desk
from vagvisare.organization.models import Person
from vagvisare.reading.jail.limits import Limits

LOCAL = "local"
PLANNED = 5_000  # files in one plan: an engine may hold all of a plan, and all that it read
TRIES = 3  # of a plan that gives nothing, before the work is given up


def read_files(
    *,
    batch: Batch,
    on: date,
    by: Person,
    workers: int = 1,
    engine_name: str = LOCAL,
    limits: Limits | None = None,
    on_read: Callable[[dict[int, str]], None] | None = None,
) -> int:
    """Read what is unread of the batch and keep each file's claims; return how many were read.

    No transaction around the whole: what is read is kept a portion at a time, so that a batch
    that is cut short goes on where it was. The database is the only checkpoint: what is finished
    there is not read again, and where an engine is cut short, the rest is planned anew. A batch
    that is undone meanwhile is read no further; taken up again, it goes on from there.

    on           the day on which validity is judged
    workers      how many files are read at the same time
    engine_name  one of inventory.engine.ENGINES
    limits       what a file may cost; the standard ones when left out
    on_read      told of each portion when its claims are kept: the error code of each file

    :raises NotAllowed: when `by` may not take files in
    :raises CannotRead: when the engine cannot work here; what was read is kept
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    count = tries = 0
    while rows := _unread(batch):
        read = 0
        try:
            chosen = engine(engine_name)
            answers = chosen.readings(
                rows, originals=store.root(), on=on, workers=workers, limits=limits
            )
            with portions(answers) as ready:
                for portion in ready:
                    if _is_undone(batch):
                        return count + read
                    kept = keep_readings(answers=[Answer(*one) for one in portion], by=by)
                    read += len(kept)
                    if on_read:
                        on_read(kept)
        except CannotRead:
            tries = 0 if read else tries + 1
            if engine_name == LOCAL or tries == TRIES:
                raise
        count += read
        if not read and not tries:  # others have finished it meanwhile
            break
    return count


def _unread(batch: Batch) -> list[Row]:
    waiting: list[Row] = list(
        SourceFile.objects.filter(batch=batch, batch__undone_at=None)
        .to_be_read()
        .order_by("pk")
        .values_list("pk", "sha256")[:PLANNED]
    )
    return waiting


def _is_undone(batch: Batch) -> bool:
    return Batch.objects.filter(pk=batch.pk).exclude(undone_at=None).exists()


def read_batch(batch_key: int, person_key: int, on: str, desk: str = "") -> None:
    """Read a batch as a job and, for the desk whose address is given, make its report.

    `on` in ISO form. Twice is as once; a batch or person that is gone is no work.
    """
    batch = Batch.objects.filter(pk=batch_key).first()
    by = Person.objects.filter(pk=person_key).first()
    if batch is not None and by is not None:
        day = date.fromisoformat(on)
        read_files(batch=batch, on=day, by=by)
        if desk and not _is_undone(batch):
            keep_report(batch, day=batch.judged_on or day, placed=at_desk(desk))
