"""Reads one uploaded list behind the walls of the jail. Knows nothing of Django.

Run as a process of its own: `python -P -m vagvisare.register.exchange.sheet_worker`. The folder it
starts in is the only one it may change. The request comes as JSON on stdin; on stdout each row is a
line of JSON, [number, [cells]], and the last line is {"rows": how many} or {"refused": code}.
"""

import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from openpyxl import Workbook

from vagvisare.reading.jail.landlock import confine
from vagvisare.reading.jail.limits import Limits, bind_file, bind_process
from vagvisare.reading.jail.walls import DEVICES, readable
from vagvisare.writing.sheet_reading import NotASheet, Row, SheetLimits

READ = "vagvisare.writing.sheet_reading:read_rows"
LIMITS = Limits(seconds=90, cpu_seconds=60, output_bytes=128 * 2**20)

Reader = Callable[[Path, SheetLimits], Iterator[Row]]


def main() -> None:
    """Answer the one request on stdin."""
    request = json.loads(sys.stdin.read())
    limits = Limits(**request["limits"])
    answer = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what a library prints must not get among the rows
    read = _imported(sys.argv[1])
    Workbook()  # with all its parts, before the walls go up
    bind_process(limits)
    confine(readable(), [Path.cwd(), *DEVICES])
    bind_file(limits)
    _answer(answer, read(Path(request["path"]), SheetLimits(**request["sheet"])))
    answer.flush()


def _answer(answer: IO[str], rows: Iterator[Row]) -> None:
    count = 0
    try:
        for row in rows:
            answer.write(json.dumps([row.number, row.cells]) + "\n")
            count += 1
    except NotASheet as refused:
        answer.write(json.dumps({"refused": refused.code}) + "\n")
    else:
        answer.write(json.dumps({"rows": count}) + "\n")


def _imported(name: str) -> Reader:
    """Return the function that reads, named "module:function"; tests name one that misbehaves."""
    module, _, function = name.partition(":")
    read: Reader = getattr(importlib.import_module(module), function)
    return read


if __name__ == "__main__":
    main()
