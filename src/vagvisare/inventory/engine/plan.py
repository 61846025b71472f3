"""The plan, the same for every engine: rows of a key and a hash, and the reading of each."""

import logging
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

# Daft tells its makers of each run unless asked not to. What a municipality reads is its own.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("DAFT_PROGRESS_BAR", "0")

import daft
from daft import DataType, Series, col
from django.utils.translation import gettext as _

from vagvisare.inventory.engine.reading_udf import Reader
from vagvisare.reading.jail.keeper import NoRoom
from vagvisare.reading.jail.limits import Limits

for told in (
    "tracing",
    "daft",
    "daft_local_execution",
    "daft_local_plan",
):  # each step would be a line, and we tell of faults ourselves
    logging.getLogger(told).setLevel(logging.CRITICAL)

# What an engine may end in that is no fault of a file.
FAULTS = (daft.exceptions.DaftCoreException, daft.errors.UDFException, RuntimeError, OSError)
AT_A_TIME = 4  # files a thread takes at once: few, so that no thread waits long for the others


def in_a_sentence(fault: BaseException) -> str:
    """Return what ended the work, for those who run the system."""
    lines = str(fault).strip().splitlines()
    if isinstance(fault.__cause__, NoRoom):
        return _("This machine has no room to read in: {reason}").format(reason=fault.__cause__)
    reason = lines[0] if lines else type(fault).__name__
    return _("The reading was cut short: {reason}").format(reason=reason)


@daft.cls
class ReaderStep(Reader):
    """The reader as Daft calls it. A column that is to come with the reading is a method more."""

    @daft.method.batch(return_dtype=DataType.binary(), batch_size=AT_A_TIME)
    def readings(self, hashes: Series) -> list[bytes]:
        """Return the reading of each original, as JSON."""
        return self.read(hashes.to_pylist())


def reading_plan(
    rows: Sequence[tuple[int, str]],
    *,
    key: str,
    originals: Path,
    on: date,
    limits: Limits | None = None,
    portion: int | None = None,
) -> daft.DataFrame:
    """Return the plan, not begun: columns `file`, `sha256` and `reading`.

    key      of the pool in which jails are shared by all threads of a process
    portion  rows that may be sent to another machine together; None where there is only this one
    """
    reader = ReaderStep(key, str(originals), on.isoformat(), limits.as_dict() if limits else None)
    columns = {"file": [row[0] for row in rows], "sha256": [row[1] for row in rows]}
    frame = daft.from_pydict(columns)
    if portion and len(rows) > portion:
        frame = frame.into_partitions(-(-len(rows) // portion))
    # Called with a column, a method of a step gives a column.
    readings: Any = reader.readings
    return frame.with_column("reading", readings(col("sha256")))
