"""Landlock: the kernel's own way for a process to give up files it has no business with.

Needs no rights and no other program; Linux since 5.13. Source: the kernel's manual page landlock(7).
"""

import contextlib
import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same number on every architecture
_ASK_VERSION, _BENEATH = 1, 1
_NO_NEW_PRIVILEGES = 38

_EXECUTE, _WRITE, _READ, _LIST = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE = 1 << 14
_OF_FILES = _EXECUTE | _WRITE | _READ | _TRUNCATE  # what may be said of a file that is no folder
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many rights on files each version knows
_ALL_RIGHTS = 16
_TCP = 3  # to bind and to connect
_SCOPES = 3  # abstract sockets and signals


def confine(readable: Iterable[Path], writable: Iterable[Path]) -> bool:
    """Leave this process and its children only these places; return whether the kernel did it.

    readable  files and folders to read and run programs from
    writable  to change as well
    """
    calls = ctypes.CDLL(None, use_errno=True)
    version = calls.syscall(_CREATE, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    rights = (1 << _RIGHTS.get(version, _ALL_RIGHTS)) - 1
    attributes = struct.pack("=QQQ", rights, _TCP, _SCOPES)
    size = 8 if version < 4 else 16 if version < 6 else 24
    rules = calls.syscall(_CREATE, attributes, size, 0)
    if rules < 0:
        return False
    try:
        for place in readable:
            _allow(calls, rules, place, rights & (_EXECUTE | _READ | _LIST))
        for place in writable:
            _allow(calls, rules, place, rights & ~_EXECUTE)
        calls.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(calls.syscall(_RESTRICT, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(calls: ctypes.CDLL, rules: int, place: Path, rights: int) -> None:
    with contextlib.suppress(OSError):  # what is not there needs no leave
        handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
        try:
            allowed = rights if place.is_dir() else rights & _OF_FILES
            calls.syscall(_ADD, rules, _BENEATH, struct.pack("=Qi", allowed, handle), 0)
        finally:
            os.close(handle)
