from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import BinaryIO, Protocol, cast

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.queries import lines_about
from vagvisare.audit.record import record
from vagvisare.inventory.models import Batch, SourceFile
from vagvisare.inventory.rules import clean_path, name_in
from vagvisare.inventory.states import FileState
from vagvisare.inventory.store import LARGEST, Arrivals, Kept, NoBytes, Readable, TooLarge, keeping
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person

LONGEST_BATCH_NAME = 200
EMPTY, TOO_LARGE, UNREADABLE = "empty", "too_large", "unreadable"
PORTION = 500  # files whose rows are written together


class CannotTakeIn(Refusal):
    code = "inventory.cannot-take-in"


class Found(Protocol):
    """A file in a source, as sources.Found is."""

    @property
    def path(self) -> str:
        """Where in the source it lies."""

    @property
    def open(self) -> Callable[[], BinaryIO]:
        """Give the bytes, or raise a Refusal with the code and the sentence of the file's error."""

    @property
    def linked_from(self) -> str:
        """The page of a saved web site that leads to it, or nothing."""


@dataclass(frozen=True)
class _Arrived:
    """A file whose bytes are on their way into the store, or the reason why not."""

    path: str
    linked_from: str = ""
    kept: Kept | None = None
    error_code: str = ""
    error_message: str = ""


class _CannotRead(Exception):
    """The file itself cannot be read; the store is not to blame."""


@dataclass(frozen=True)
class _Upload:
    """An open file under a name, as a Found is."""

    path: str
    file: Readable
    linked_from: str = ""

    def open(self) -> BinaryIO:
        """Give what is open already; nothing but reading is asked of it."""
        return cast(BinaryIO, self.file)


def take_in(*, files: Iterable[tuple[str, Readable]], by: Person, at: datetime, name: str) -> Batch:
    """Keep the files and open a batch for them. A file whose bytes are known is marked so.

    files  a name or path for each, and the open file; read once, in order

    :raises NotAllowed: when `by` may not take files in
    :raises CannotTakeIn: when the batch has no name, or not one file that can be kept
    """
    uploads = (_Upload(path, file) for path, file in files)
    return take_in_source(files=uploads, by=by, at=at, name=name, source="", judged_on=None)


def take_in_source(
    *,
    files: Iterable[Found],
    by: Person,
    at: datetime,
    name: str,
    source: str,
    judged_on: date | None,
    batch: Batch | None = None,
    on_taken: Callable[[int], None] | None = None,
) -> Batch:
    """Keep the files of a source in a batch, a portion at a time, and return it.

    files      opened only when their turn comes
    source     where they come from, so that the work can be gone on with
    judged_on  the day on which validity is to be judged
    batch      go on with this one: what it has already is not opened again
    on_taken   told how many files each portion had

    The bytes of a portion are in the store before its rows are written; a transaction of all
    would hold the database for as long as the copying takes. Bytes without a row harm nobody
    and are found again by their hash. The trail has its line when all is taken in.

    :raises NotAllowed: when `by` may not take files in
    :raises CannotTakeIn: when the batch has no name, or not one file that can be kept
    :raises OSError: when the store has no room
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    name = " ".join(name.split())[:LONGEST_BATCH_NAME]
    if not name:
        raise CannotTakeIn(_("Give the batch a name, so that you find it again."))
    known = _known(batch)
    new = (file for file in files if clean_path(file.path) not in known)
    refused: list[_Arrived] = []  # until there is something to keep beside them
    while portion := _portion(new):
        arrived = [*refused, *portion]
        if batch is None and all(file.kept is None for file in arrived):
            refused = arrived
            continue
        if batch is None:
            batch = _opened(name, by, at, source, judged_on, arrived)
        else:
            _write(batch, arrived)
        refused = []
        if on_taken:
            on_taken(len(arrived))
    if batch is None:
        raise _nothing(refused, source)
    _finish(batch, by)
    return batch


def _known(batch: Batch | None) -> set[str]:
    return set() if batch is None else set(batch.files.values_list("path", flat=True))


def _portion(files: Iterator[Found]) -> list[_Arrived]:
    """Bring the next files into the store."""
    with keeping() as arrivals:
        return [_arrived(file, arrivals) for file in islice(files, PORTION)]


def _nothing(refused: list[_Arrived], source: str) -> CannotTakeIn:
    if not refused and source:
        return CannotTakeIn(_("There is not one file in {source}.").format(source=source))
    if not refused:
        return CannotTakeIn(_("Choose at least one file."))
    reasons = " ".join(sorted({file.error_message for file in refused}))
    return CannotTakeIn(_("None of the files could be taken in: {reasons}").format(reasons=reasons))


def _arrived(file: Found, arrivals: Arrivals) -> _Arrived:
    def refused(code: str, sentence: str) -> _Arrived:
        return _Arrived(path, file.linked_from, None, code, sentence)

    path = clean_path(file.path)
    try:
        return _Arrived(path, file.linked_from, _brought(file, arrivals))
    except NoBytes:
        return refused(EMPTY, _("The file is empty: it has no bytes at all."))
    except TooLarge:
        sentence = _("The file is larger than {most} MB, the most that is taken in.")
        return refused(TOO_LARGE, sentence.format(most=LARGEST // (1024 * 1024)))
    except _CannotRead as fault:
        sentence = _("The file cannot be opened: {reason}.")
        return refused(UNREADABLE, sentence.format(reason=fault))
    except Refusal as fault:
        return refused(fault.code, str(fault))


def _brought(file: Found, arrivals: Arrivals) -> Kept:
    try:
        opened = file.open()
    except OSError as fault:
        raise _CannotRead(fault.strerror or str(fault)) from fault
    if isinstance(file, _Upload):  # whoever opened it closes it, and hears of its faults
        return arrivals.add(opened)
    with closing(opened):
        return arrivals.add(_Source(opened))


@dataclass(frozen=True)
class _Source:
    """A file on whose faults the store must not be blamed."""

    file: BinaryIO

    def read(self, size: int = -1, /) -> bytes:
        try:
            return self.file.read(size)
        except OSError as fault:
            raise _CannotRead(fault.strerror or str(fault)) from fault


@transaction.atomic
def _opened(
    name: str,
    by: Person,
    at: datetime,
    source: str,
    judged_on: date | None,
    arrived: list[_Arrived],
) -> Batch:
    batch = Batch.objects.create(
        name=name, created_at=at, taken_in_by=by.name, source=source, judged_on=judged_on
    )
    _write(batch, arrived)
    return batch


@transaction.atomic
def _finish(batch: Batch, by: Person) -> None:
    said = lines_about(batch).filter(verb="taken-in").values_list("after", flat=True).first()
    after = {
        "files": batch.files.count(),
        "duplicates": batch.files.filter(duplicate_of__isnull=False).count(),
        "refused": batch.files.filter(sha256="").count(),
    }
    if said != after:
        record("taken-in", batch, by=by, because=batch.name, after=after)


@transaction.atomic
def _write(batch: Batch, arrived: list[_Arrived]) -> None:
    """Write a row for each. The first row of each content is its original, on any day."""
    rows = [_row(batch, file) for file in arrived]
    first: dict[str, SourceFile] = {}
    for row in rows:
        if row.sha256:
            first.setdefault(row.sha256, row)
    # The database lets one original of each content in, also when two people bring it at once.
    SourceFile.objects.bulk_create(first.values(), ignore_conflicts=True)
    originals = SourceFile.objects.originals().filter(sha256__in=list(first)).without_texts()
    by_content = {file.sha256: file for file in originals}
    rest = []
    for row in rows:
        original = by_content.get(row.sha256)
        if original and _is(original, row) and first.get(row.sha256) is row:
            continue
        row.duplicate_of = original
        rest.append(row)
    SourceFile.objects.bulk_create(rest)


def _is(original: SourceFile, row: SourceFile) -> bool:
    return (original.batch_id, original.path) == (row.batch_id, row.path)


def _row(batch: Batch, file: _Arrived) -> SourceFile:
    row = SourceFile(
        batch=batch,
        name=name_in(file.path) or _("unnamed"),
        path=file.path,
        linked_from=file.linked_from,
        sha256=file.kept.sha256 if file.kept else "",
        size=file.kept.size if file.kept else 0,
    )
    if file.kept is None:
        row.state = FileState.FAILED
        row.error_code, row.error_message = file.error_code[:60], file.error_message
    return row
