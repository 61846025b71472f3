"""Where a row is found again: its file beside the report, or its place at the desk."""

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


def at_desk(address: str) -> Placed:
    """Return the addresses at the desk, whose inventory lies at `address` (ends in a slash)."""

    def placed(row: ReportRow, page: int | None) -> Places:
        file = f"{address}files/{row.file}/original/"
        return Places(file, f"{address}candidates/{row.candidate}/" if row.candidate else "")

    return placed
