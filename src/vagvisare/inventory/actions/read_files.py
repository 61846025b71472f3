from collections.abc import Callable, Iterator
from datetime import date

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.models import Batch, SourceFile
from vagvisare.inventory.reader import readings_of
from vagvisare.inventory.states import FileState
from vagvisare.organization.models import Person


def read_files(
    *,
    batch: Batch,
    on: date,
    by: Person,
    workers: int = 1,
    on_read: Callable[[SourceFile], None] | None = None,
) -> int:
    """Read what is unread of the batch and keep each file's claims; return how many were read.

    No transaction around the whole: each file is kept as soon as it is read, so that a batch
    that is cut short goes on where it was. What is read already is not read again.

    on       the day on which validity is judged
    workers  how many files are read at the same time
    on_read  told of each file when its claims are kept

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    files = list(batch.files.to_be_read().without_texts())
    for file, reading in readings_of(_begun(files), on=on, workers=workers):
        keep_reading(file=file, reading=reading, by=by)
        if on_read:
            on_read(file)
    return len(files)


def _begun(files: list[SourceFile]) -> Iterator[SourceFile]:
    """Each file, marked as being read when its turn comes."""
    for file in files:
        waiting = SourceFile.objects.filter(pk=file.pk, state=FileState.RECEIVED)
        waiting.update(state=FileState.READING)
        yield file


def read_batch(batch_key: int, person_key: int, on: str) -> None:
    """Read a batch as a job; `on` in ISO form.

    Twice is as once; a batch or person that is gone is no work.
    """
    batch = Batch.objects.filter(pk=batch_key).first()
    by = Person.objects.filter(pk=person_key).first()
    if batch is not None and by is not None:
        read_files(batch=batch, on=date.fromisoformat(on), by=by)
