"""A reader that does what the file's text says: hang, die, eat memory, talk, or read."""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

from vagvisare.reading.reading import Page, Reading


def read(path: Path, **_known: object) -> Reading:
    deed = path.read_text("utf-8").strip()
    said = DEEDS.get(deed, lambda: None)()
    return Reading(path.name, (Page(said or f"{deed} by {os.getpid()}"),))


def _spin() -> None:
    while True:
        pass


def _raise() -> None:
    raise RuntimeError("a fault of ours")


def _print() -> None:
    sys.stdout.write("this must not be taken for an answer")
    sys.stdout.flush()


DEEDS: dict[str, Callable[[], object]] = {
    "hang": lambda: time.sleep(60),
    "spin": _spin,
    "die": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "eat": lambda: "x" * 2**31,
    "flood": lambda: "x" * 2**21,
    "raise": _raise,
    "print": _print,
    "call": lambda: socket.create_connection(("192.0.2.1", 80), timeout=2),
}
