"""A list goes out, as a workbook or a CSV file."""

from pathlib import Path
from typing import Any, Literal

from django.db import models
from django.utils import translation

from vagvisare.organization.profile import current_profile
from vagvisare.register.exchange.table import ROWS_AT_A_TIME, Table
from vagvisare.writing.sheets import Sheet, write_csv, write_workbook

Form = Literal["xlsx", "csv"]


def written(table: Table, rows: "models.QuerySet[Any]", path: Path, form: Form) -> None:
    """Write the rows to `path`, with headings in the municipality's language.

    :raises OSError: when it cannot be written
    """
    with translation.override(current_profile().language):
        cells = table.sheet_rows(rows.iterator(chunk_size=ROWS_AT_A_TIME))
        if form == "xlsx":
            write_workbook(path, [Sheet(str(table.name), table.sheet_columns(), cells)])
            return
        # The mark tells Excel that it is UTF-8.
        with path.open("w", encoding="utf-8-sig", newline="") as target:
            write_csv(target, table.sheet_columns(), cells)
