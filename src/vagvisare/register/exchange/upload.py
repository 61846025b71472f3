"""An uploaded list, parsed by a process that can do no harm, as rows of text."""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import IO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vagvisare.kernel.errors import Refusal
from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.jail.once import NoAnswer, answer_of
from vagvisare.register.exchange.sheet_worker import LIMITS, READ
from vagvisare.writing.sheet_reading import LIMITS as SHEET_LIMITS
from vagvisare.writing.sheet_reading import Row, SheetLimits

LARGEST = 20 * 2**20  # bytes
WORKER = "vagvisare.register.exchange.sheet_worker"


class CannotReadList(Refusal):
    code = "register.cannot-read-list"


SENTENCES: dict[str, str | Promise] = {
    "empty": _("The file is empty."),
    "old-excel": _("The file is in Excel’s old format. Save it as .xlsx or .csv."),
    "damaged": _("The file is neither an Excel workbook (.xlsx) nor a CSV file, or it is damaged."),
    "too-many-rows": _("The file has more rows than one import takes. Split it."),
    "too-many-columns": _("The file has more columns than any list has."),
    "too-long-cell": _("A cell holds more text than any column takes."),
    "too-large": _("The file is larger than an import takes. Split it."),
    "stopped": _("The file could not be read within the limits of time and memory."),
}


def rows_of(
    pieces: Iterable[bytes],
    *,
    limits: Limits = LIMITS,
    sheet: SheetLimits = SHEET_LIMITS,
    by: str = READ,
    walls: bool = True,
) -> list[Row]:
    """Return the rows of an uploaded workbook or CSV file.

    by     the function that reads, "module:function"
    walls  False leaves bubblewrap out even where it works

    :raises CannotReadList: with the reason and what to do
    """
    with tempfile.TemporaryDirectory(prefix="vagvisare-list-") as name:
        folder = Path(name)
        path = folder / "list"
        _save(pieces, path)
        request = {"path": str(path), "limits": limits.as_dict(), "sheet": asdict(sheet)}
        try:
            with answer_of(
                WORKER, by, request, folder=folder, limits=limits, walls=walls
            ) as answer:
                return _parsed(answer)
        except NoAnswer as fault:
            raise CannotReadList(SENTENCES["stopped"]) from fault


def _save(pieces: Iterable[bytes], path: Path) -> None:
    size = 0
    with path.open("wb") as target:
        for piece in pieces:
            size += len(piece)
            if size > LARGEST:
                raise CannotReadList(SENTENCES["too-large"])
            target.write(piece)


def _parsed(answer: IO[bytes]) -> list[Row]:
    """The rows, when the child came to its end; it is trusted no further than their shape."""
    rows: list[Row] = []
    try:
        for line in answer:
            said = json.loads(line)
            if isinstance(said, dict):
                return _checked(rows, said)
            number, cells = said
            rows.append(Row(int(number), tuple(str(cell) for cell in cells)))
    except (ValueError, TypeError) as fault:
        raise CannotReadList(SENTENCES["stopped"]) from fault
    raise CannotReadList(SENTENCES["stopped"])


def _checked(rows: list[Row], last: dict[str, object]) -> list[Row]:
    if "refused" in last:
        raise CannotReadList(SENTENCES.get(str(last["refused"]), SENTENCES["damaged"]))
    if last.get("rows") != len(rows):
        raise CannotReadList(SENTENCES["stopped"])
    return rows
