"""The report's files, written in one pass over the batch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from vagvisare.inventory.models import Batch
from vagvisare.inventory.report.findings import OPEN_YEARS
from vagvisare.inventory.report.links import Placed, beside
from vagvisare.inventory.report.page import rendered
from vagvisare.inventory.report.proposals import proposals_in
from vagvisare.inventory.report.rows import rows_of
from vagvisare.inventory.report.summary import Summary
from vagvisare.inventory.report.workbook import ParquetRows, sheet_columns, sheet_row
from vagvisare.organization.profile import current_profile
from vagvisare.writing.sheets import Column, Sheet, Value, write_workbook

PAGE, WORKBOOK, PARQUET = "inventory.html", "inventory.xlsx", "inventory.parquet"


@dataclass(frozen=True)
class Written:
    """Where the report's files lie, and what they say in figures."""

    page: Path
    workbook: Path
    parquet: Path
    summary: Summary


def write_report(
    batch: Batch,
    folder: Path,
    *,
    day: date,
    open_years: int = OPEN_YEARS,
    placed: Placed | None = None,
) -> Written:
    """Write the page, the workbook and the Parquet file into `folder`, which exists.

    day     the day the findings are told for; the batch was judged on `batch.judged_on`
    placed  addresses of a row; files beside the report when left out

    Three queries for every 500 files; memory does not grow with them. A file that is half
    written never has the name of a whole one.

    :raises OSError: when a file cannot be written; what was there before stays as it was
    """
    placed = placed or beside(batch.source, folder)
    summary = Summary(day, open_years)
    half = {name: folder / f".{name}.half" for name in (PAGE, WORKBOOK, PARQUET)}
    try:
        with ParquetRows(half[PARQUET], day) as parquet:
            write_workbook(half[WORKBOOK], _sheets(batch, summary, parquet, placed))
        page = rendered(
            summary, name=batch.name, municipality=current_profile().name, placed=placed
        )
        half[PAGE].write_text(page, encoding="utf-8")
        for name, path in half.items():
            path.replace(folder / name)
    finally:
        for path in half.values():
            path.unlink(missing_ok=True)
    return Written(folder / PAGE, folder / WORKBOOK, folder / PARQUET, summary)


def _sheets(
    batch: Batch, summary: Summary, parquet: ParquetRows, placed: Placed
) -> Iterator[Sheet]:
    """The documents, and then what they came to: the summary is whole when they are written."""
    yield Sheet(_("Documents"), sheet_columns(), _rows(batch, summary, parquet, placed))
    proposals = [[proposal.sentence] for proposal in proposals_in(summary)]
    yield Sheet(_("To decide"), [Column(_("What should the committee decide?"), 100)], proposals)


def _rows(
    batch: Batch, summary: Summary, parquet: ParquetRows, placed: Placed
) -> Iterator[list[Value]]:
    """Each row as cells; on its way it is counted and put into the Parquet file."""
    for row in rows_of(batch):
        judged = (row, summary.add(row))
        parquet.put(judged)
        yield sheet_row(judged, summary.day, placed)
