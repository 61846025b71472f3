"""The report of a batch as the desk hands it out: the latest one, in the file store."""

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.core.files.storage import default_storage

from vagvisare.inventory.models import Batch
from vagvisare.inventory.report.findings import ReportRow
from vagvisare.inventory.report.links import Placed, Places
from vagvisare.inventory.report.write import PAGE, PARQUET, WORKBOOK, write_report

# What it is asked for as -> the file, its media type.
FORMS = {
    "html": (PAGE, "text/html; charset=utf-8"),
    "xlsx": (WORKBOOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "parquet": (PARQUET, "application/vnd.apache.parquet"),
}
LATEST, GOING_ON = "latest", "going-on"
TOLD_EVERY = 500  # rows
GIVEN_UP = timedelta(minutes=15)  # without a word of a report, nobody is writing it any more


def report_file(batch: Batch, form: str) -> Path | None:
    """Return the file of the latest report, None where there is no report."""
    folder = _latest(batch)
    path = folder / FORMS[form][0] if folder else None
    return path if path is not None and path.is_file() else None


def made_at(batch: Batch) -> datetime | None:
    """Return when the latest report was made, None where there is none."""
    path = report_file(batch, "html")
    return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path else None


def rows_written(batch: Batch, now: datetime) -> int | None:
    """Return how many rows of a new report are written, None where none is being made."""
    try:
        told = _told(batch).stat().st_mtime
        rows = int(_told(batch).read_text() or 0)
    except (OSError, ValueError):
        return None
    return rows if now - datetime.fromtimestamp(told, UTC) < GIVEN_UP else None


def announce(batch: Batch, rows: int = 0) -> None:
    """Say that a report is being made, and how many rows of it are written."""
    _folder(batch).mkdir(parents=True, exist_ok=True)
    _told(batch).write_text(str(rows))


def keep_report(batch: Batch, *, day: date, placed: Placed) -> None:
    """Write the report anew; until it is whole, the one before it is handed out.

    :raises OSError: when it cannot be written; the one before it stays
    """
    announce(batch)
    folder = _folder(batch)
    new = Path(tempfile.mkdtemp(prefix="report-", dir=folder))
    try:
        write_report(batch, new, day=day, placed=_counted(placed, batch))
        pointer = folder / f"{new.name}.{LATEST}"
        pointer.write_text(new.name)
        pointer.replace(folder / LATEST)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    finally:
        _told(batch).unlink(missing_ok=True)
    for old in folder.glob("report-*"):
        if old != new:
            shutil.rmtree(old, ignore_errors=True)


def _counted(placed: Placed, batch: Batch) -> Placed:
    """The same addresses; each row's is asked for once as it is written, which tells how far."""
    rows = 0

    def counting(row: ReportRow, page: int | None) -> Places:
        nonlocal rows
        rows += 1
        if rows % TOLD_EVERY == 0:
            announce(batch, rows)
        return placed(row, page)

    return counting


def _folder(batch: Batch) -> Path:
    return Path(default_storage.path(f"reports/{batch.pk}"))


def _told(batch: Batch) -> Path:
    return _folder(batch) / GOING_ON


def _latest(batch: Batch) -> Path | None:
    try:
        return _folder(batch) / (_folder(batch) / LATEST).read_text()
    except OSError:
        return None
