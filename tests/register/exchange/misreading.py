"""A reader that does what the file's text says: hang, die, eat, flood, lie, write, peek, call, or read."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from vagvisare.writing.sheet_reading import Row, SheetLimits


def read_rows(path: Path, _limits: SheetLimits) -> Iterator[Row]:
    deed, _, place = path.read_text("utf-8").partition(" ")
    yield from DEEDS[deed](place)


def _read(_place: str) -> Iterator[Row]:
    os.write(1, b"noise of a library\n")
    yield Row(1, ("Titel",))


def _hang(_place: str) -> Iterator[Row]:
    time.sleep(600)
    yield Row(1, ())


def _die(_place: str) -> Iterator[Row]:
    yield Row(1, ("Titel",))
    os.kill(os.getpid(), signal.SIGSEGV)


def _eat(_place: str) -> Iterator[Row]:
    held = [bytearray(2**26) for _number in range(200)]
    yield Row(len(held), ())


def _flood(_place: str) -> Iterator[Row]:
    while True:
        yield Row(1, ("x" * 100_000,))


def _spin(_place: str) -> Iterator[Row]:
    while True:
        pass
    yield Row(1, ())


def _write(place: str) -> Iterator[Row]:
    Path(place).write_text("outside", encoding="utf-8")
    yield Row(1, ())


def _peek(place: str) -> Iterator[Row]:
    yield Row(1, (Path(place).read_text("utf-8"),))


def _call(place: str) -> Iterator[Row]:
    socket.create_connection(("127.0.0.1", int(place)), timeout=2).close()
    yield Row(1, ())


DEEDS = {
    "read": _read,
    "hang": _hang,
    "die": _die,
    "eat": _eat,
    "flood": _flood,
    "spin": _spin,
    "write": _write,
    "peek": _peek,
    "call": _call,
}
