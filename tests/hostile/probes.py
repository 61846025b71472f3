"""Readers for the jail that do what a parser taken over by a file might do. They tell of it."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from vagvisare.reading.reading import Page, Reading


def reach_out(path: Path, *, on: date, context: object = None) -> Reading:
    """Try everything that `path` names; the reading's page says what was possible."""
    wanted = json.loads(path.read_text())
    done = {name: _possible(_ATTEMPTS[name.split(" ")[0]], argument) for name, argument in wanted}
    return Reading(path.name, (Page(json.dumps(done)),))


def _possible(attempt: Callable[[Any], object], argument: Any) -> bool:
    try:
        attempt(argument)
    except (OSError, subprocess.SubprocessError, KeyError):
        return False
    return True


def _connect(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=2):
        pass


def _send(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"x", ("127.0.0.1", port))


def _write(place: str) -> None:
    with Path(place).open("a") as file:
        file.write("x")


def _run_own(_: object) -> None:
    program = Path("program")
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o700)
    subprocess.run([program.absolute()], check=True)


_ATTEMPTS: dict[str, Callable[[Any], object]] = {
    "read": lambda place: Path(place).read_bytes(),
    "list": lambda place: list(Path(place).iterdir()),
    "write": _write,
    "connect": _connect,
    "send": _send,
    "know": lambda name: os.environ[name],
    "signal": lambda pid: os.kill(pid, 0),
    "run": lambda command: subprocess.run(command, check=True, capture_output=True),
    "run-own": _run_own,
}


def misbehave(path: Path, *, on: date, context: object = None) -> Reading:
    """Do what the file's text says."""
    return _DEEDS[path.read_text()](path)


def _print_an_answer(path: Path) -> Reading:
    os.write(1, b"\0" * 8 + b"{}")
    return Reading(path.name, (Page("printed"),))


def _leave_files(path: Path) -> Reading:
    for number in range(3):
        Path(f"folder{number}").mkdir(exist_ok=True)
        Path(f"folder{number}/left").write_text("left")
    Path("link").symlink_to("/etc/passwd")
    Path("folder0").chmod(0)
    return Reading(path.name, (Page(" ".join(sorted(p.name for p in Path.cwd().iterdir()))),))


def _leave_a_process(path: Path) -> Reading:
    subprocess.Popen(["sleep", "47113"])
    time.sleep(60)
    return Reading(path.name)


_DEEDS: dict[str, Callable[[Path], Reading]] = {
    "behave": lambda path: Reading(path.name, (Page("well"),)),
    "abort": lambda path: os.abort(),
    "exit": lambda path: os._exit(0),
    "sleep": lambda path: time.sleep(60) or Reading(path.name),
    "spin": lambda path: next(n for n in iter(int, 1) if n) and Reading(path.name),
    "swell": lambda path: Reading(path.name, (Page("a" * 2**31),)),
    "fill": lambda path: Path("large").write_bytes(bytes(70 * 2**20)) and Reading(path.name),
    "shout": lambda path: Reading(path.name, (Page("a" * 65 * 2**20),)),
    "raise": lambda path: [][1],
    "print": _print_an_answer,
    "leave-files": _leave_files,
    "leave-process": _leave_a_process,
}
