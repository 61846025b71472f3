"""Where a row's file is found again: the page of the file itself, beside the report."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote

from vagvisare.inventory.report.findings import ReportRow


@dataclass(frozen=True)
class Places:
    """Addresses of a row: its file's page, and its place at the desk. Empty: there is none."""

    file: str = ""
    desk: str = ""


Placed: TypeAlias = Callable[[ReportRow, int | None], Places]


def beside(source: str, folder: Path) -> Placed:
    """Return the addresses of files under the folder `source`, as seen from a report in `folder`.

    A source that is no folder here (a zip archive, a bucket) has files that no link can open.
    """
    root = Path(source) if source else None
    if root is None or not root.is_dir():
        return lambda row, page: Places()
    way = os.path.relpath(root, folder)

    def placed(row: ReportRow, page: int | None) -> Places:
        on = f"#page={page}" if page and row.path.lower().endswith(".pdf") else ""
        return Places(file=quote(f"{way}/{row.path}") + on)

    return placed
