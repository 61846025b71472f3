"""The process in the jail: takes requests on stdin, answers on stdout, one file at a time.

Its first answer says which walls are up.
"""

import datetime
import gc
import importlib
import json
import os
import struct
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from vagvisare.reading.jail.landlock import confine
from vagvisare.reading.jail.limits import Limits, bind_file, bind_process
from vagvisare.reading.jail.walls import DEVICES, network_name, readable
from vagvisare.reading.jail.wire import FORMS, as_json, context_from
from vagvisare.reading.readers import programs  # with all readers, before the walls go up
from vagvisare.reading.reading import MeetingContext, Reading, ReadingError

Read = Callable[..., Reading]


def main() -> None:
    """Answer requests until stdin ends. The folder it starts in is the only one it may change."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not look like an answer
    limits = Limits(**json.loads(sys.argv[1]))
    read = _imported(sys.argv[2])
    bind_process(_own(limits))
    network = network_name()
    closed = confine(readable(), [Path.cwd(), *DEVICES])
    _send(answers, json.dumps({"network": network, "files_closed": closed}).encode())
    gc.freeze()  # what is loaded stays: no use in looking it through again and again
    for line in sys.stdin.buffer:
        bind_file(limits)
        _send(answers, _answer(read, json.loads(line)))


def _own(limits: Limits) -> Limits:
    """Return the limits of this process: what it runs has its own share of the memory."""
    most = limits.memory_bytes
    return replace(limits, memory_bytes=max(most - programs.MEMORY_BYTES, most // 2))


def _imported(name: str) -> Read:
    """Return the function that reads, named "module:function"; tests name one that misbehaves."""
    module, _, function = name.partition(":")
    read: Read = getattr(importlib.import_module(module), function)
    return read


def _answer(read: Read, request: dict[str, Any]) -> bytes:
    path = Path(request["path"])
    context: MeetingContext | None = context_from(request["context"])
    try:
        reading = read(path, on=datetime.date.fromisoformat(request["on"]), context=context)
    except MemoryError:
        reading = Reading(path.name, error=ReadingError("memory", "The file took too much memory."))
    except Exception as error:
        reading = Reading(
            path.name, error=ReadingError("crash", f"Reading failed: {type(error).__name__}.")
        )
    return as_json(FORMS[request["form"]](reading))


def _send(answers: BinaryIO, payload: bytes) -> None:
    answers.write(struct.pack(">Q", len(payload)) + payload)
    answers.flush()


if __name__ == "__main__":
    main()
