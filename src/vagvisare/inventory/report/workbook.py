"""The inventory as an Excel file a registrar can sort, and as Parquet for those who compute."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Self, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq
from django.utils.translation import gettext as _

from vagvisare.inventory.report.columns import COLUMNS, Kind, ReportColumn
from vagvisare.inventory.report.findings import Finding, ReportRow
from vagvisare.inventory.report.links import Placed
from vagvisare.writing.sheets import Column, Link, Value

Judged: TypeAlias = tuple[ReportRow, Sequence[Finding]]
ROWS_A_GROUP = 2_000
_ARROW: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "number": pa.int64(),
    "share": pa.float64(),
    "flag": pa.bool_(),
}
SCHEMA = pa.schema([(column.name, _ARROW[column.kind]) for column in COLUMNS])


def sheet_columns() -> list[Column]:
    """Return the columns as a sheet shows them."""
    return [Column(str(column.heading), column.width) for column in COLUMNS]


def sheet_row(judged: Judged, day: date, placed: Placed) -> list[Value]:
    """Return the cells of a row; the file's cell leads to the file where a link can."""
    row, findings = judged
    return [_cell(column, row, findings, day, placed) for column in COLUMNS]


def _cell(
    column: ReportColumn, row: ReportRow, findings: Sequence[Finding], day: date, placed: Placed
) -> Value:
    value = column.of(row, findings, day)
    if column.name == "file":
        page = next(each for each in COLUMNS if each.name == "page").of(row, findings, day)
        address = placed(row, page if isinstance(page, int) else None).file
        return Link(row.path, address) if address else row.path
    if column.kind == "flag":
        return _("yes") if value else None
    return None if value == "" else value  # an empty cell takes no time to write


class ParquetRows:
    """A Parquet file that rows are put into one at a time and written some thousand at a time.

    :raises OSError: when the file cannot be written
    """

    def __init__(self, target: Path, day: date) -> None:
        self._writer = pq.ParquetWriter(target, SCHEMA)
        self._day = day
        self._waiting: list[Judged] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self._write()
        self._writer.close()

    def put(self, judged: Judged) -> None:
        """Take one row."""
        self._waiting.append(judged)
        if len(self._waiting) >= ROWS_A_GROUP:
            self._write()

    def _write(self) -> None:
        columns = [
            [column.of(row, findings, self._day) for row, findings in self._waiting]
            for column in COLUMNS
        ]
        self._writer.write_table(pa.table(dict(zip(SCHEMA.names, columns, strict=True)), SCHEMA))
        self._waiting = []
