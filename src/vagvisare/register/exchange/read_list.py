"""A list comes in: what it would change is worked out and kept, and nothing is changed yet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.organization.models import Person
from vagvisare.organization.profile import current_profile
from vagvisare.register.exchange.carry_out import IMPORTABLE
from vagvisare.register.exchange.comparing import Compared, compared, places_of
from vagvisare.register.exchange.table import ROWS_AT_A_TIME, Table
from vagvisare.register.exchange.upload import CannotReadList, rows_of
from vagvisare.register.models import ImportRow, ImportRun
from vagvisare.writing.sheet_reading import Row

LONGEST_NAME = 200


def read_list(
    *,
    table: Table,
    pieces: Iterable[bytes],
    file_name: str,
    by: Person,
    at: datetime,
    on: date,
) -> ImportRun:
    """Return the list as a run that waits for an answer: each row with its changes and faults.

    The rows that can be imported are chosen to begin with.

    pieces  the file's bytes, as they come
    on      the day that standing is worked out for

    :raises NotAllowed: when `by` may not change what the list is about
    :raises CannotReadList: when the file is no list, or too large
    :raises NotThisList: when it has none of the list's headings
    """
    check(by, table.changed_by)
    rows = rows_of(pieces)
    if len(rows) < 2:
        raise CannotReadList(_("There are no rows below the headings."))
    with translation.override(current_profile().language):
        return _kept(table, rows, file_name, by, at, on)


@transaction.atomic
def _kept(
    table: Table, rows: Sequence[Row], file_name: str, by: Person, at: datetime, on: date
) -> ImportRun:
    places = places_of(rows[0], table)
    run = ImportRun.objects.create(
        table=table.key,
        file_name=" ".join(file_name.split())[-LONGEST_NAME:],
        by=by,
        at=at,
        unread=places.unread,
    )
    made = _rows(run, compared(rows[1:], places, table, on))
    ImportRow.objects.bulk_create(made, batch_size=ROWS_AT_A_TIME)
    return run


def _rows(run: ImportRun, results: Iterable[Compared]) -> Iterator[ImportRow]:
    for result in results:
        yield ImportRow(
            run=run,
            number=result.number,
            label=result.label,
            kind=result.kind,
            key=result.key,
            cells=result.cells,
            changes=result.changes,
            faults=result.faults,
            chosen=result.kind in IMPORTABLE,
        )
