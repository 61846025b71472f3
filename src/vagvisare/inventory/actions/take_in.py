from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.models import Batch, SourceFile
from vagvisare.inventory.rules import clean_path, name_in
from vagvisare.inventory.states import FileState
from vagvisare.inventory.store import LARGEST, Kept, NoBytes, Readable, TooLarge, keep
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person

LONGEST_BATCH_NAME = 200
EMPTY, TOO_LARGE = "empty", "too_large"


class CannotTakeIn(Refusal):
    code = "inventory.cannot-take-in"


@dataclass(frozen=True)
class _Arrived:
    """A file whose bytes are in the store, or the reason why not."""

    path: str
    kept: Kept | None = None
    error_code: str = ""
    error_message: str = ""


def take_in(*, files: Iterable[tuple[str, Readable]], by: Person, at: datetime, name: str) -> Batch:
    """Keep the files and open a batch for them. A file whose bytes are known is marked so.

    files  a name or path for each, and the open file; read once, in order

    The bytes are stored before the transaction begins: it would otherwise hold the database
    for as long as the upload takes. Bytes without a row harm nobody and are found again by
    their hash.

    :raises NotAllowed: when `by` may not take files in
    :raises CannotTakeIn: when the batch has no name, or not one file that can be kept
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    name = " ".join(name.split())[:LONGEST_BATCH_NAME]
    if not name:
        raise CannotTakeIn(_("Give the batch a name, so that you find it again."))
    arrived = [_arrived(path, file) for path, file in files]
    if not arrived:
        raise CannotTakeIn(_("Choose at least one file."))
    if all(file.kept is None for file in arrived):
        raise CannotTakeIn(
            _("None of the files could be taken in: {reasons}").format(
                reasons=" ".join(sorted({file.error_message for file in arrived}))
            )
        )
    return _open_batch(name, arrived, by, at)


def _arrived(path: str, file: Readable) -> _Arrived:
    path = clean_path(path)
    try:
        return _Arrived(path, keep(file))
    except NoBytes:
        return _Arrived(path, None, EMPTY, _("The file is empty: it has no bytes at all."))
    except TooLarge:
        sentence = _("The file is larger than {most} MB, the most that is taken in.")
        return _Arrived(path, None, TOO_LARGE, sentence.format(most=LARGEST // (1024 * 1024)))


@transaction.atomic
def _open_batch(name: str, arrived: list[_Arrived], by: Person, at: datetime) -> Batch:
    batch = Batch.objects.create(name=name, created_at=at, taken_in_by=by.name)
    rows = [_row(batch, file) for file in arrived]
    after = {
        "files": len(rows),
        "duplicates": sum(row.duplicate_of_id is not None for row in rows),
        "refused": sum(row.state == FileState.FAILED for row in rows),
    }
    record("taken-in", batch, by=by, because=name, after=after)
    return batch


def _row(batch: Batch, file: _Arrived) -> SourceFile:
    named = {"batch": batch, "name": name_in(file.path) or _("unnamed"), "path": file.path}
    if file.kept is None:
        return SourceFile.objects.create(
            **named,
            size=0,
            state=FileState.FAILED,
            error_code=file.error_code,
            error_message=file.error_message,
        )
    # The database lets one original of each content in, also when two people bring it at once.
    original, new = SourceFile.objects.get_or_create(
        sha256=file.kept.sha256, duplicate_of=None, defaults={**named, "size": file.kept.size}
    )
    if new:
        return original
    return SourceFile.objects.create(
        **named, sha256=file.kept.sha256, size=file.kept.size, duplicate_of=original
    )
