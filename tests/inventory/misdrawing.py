"""A drawer that does what the file's text says: hang, die, eat, flood, write, call, or draw."""

import io
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image


def draw(path: Path, _media_type: str, _page: int, _marks: Sequence[object]) -> bytes:
    deed, _, place = path.read_text("utf-8").partition(" ")
    said = DEEDS[deed](place)
    return said if isinstance(said, bytes) else _picture()


def _picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (10, 10), "white").save(data, format="PNG")
    return data.getvalue()


def _spin() -> None:
    while True:
        pass


def _print() -> None:
    sys.stdout.write("this must not get into the picture")
    sys.stdout.flush()


DEEDS: dict[str, Callable[[str], object]] = {
    "draw": lambda _place: None,
    "print": lambda _place: _print(),
    "hang": lambda _place: time.sleep(60),
    "spin": lambda _place: _spin(),
    "die": lambda _place: os.kill(os.getpid(), signal.SIGSEGV),
    "eat": lambda _place: "x" * 2**31,
    "flood": lambda _place: _picture() + b"x" * 2**22,
    "write": lambda place: Path(place).write_text("outside", encoding="utf-8"),
    "own": lambda _place: Path("inside").write_text("inside", encoding="utf-8"),
    "peek": lambda place: Path(place).read_bytes(),
    "call": lambda place: socket.create_connection(("127.0.0.1", int(place)), timeout=2).close(),
}
