"""The originals: kept under their own hash, written once, never changed."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from django.core.files.storage import default_storage

LARGEST = 100 * 1024 * 1024  # bytes
PIECE = 1024 * 1024


class Readable(Protocol):
    """Something to read bytes from: an upload, an open file."""

    def read(self, size: int = -1, /) -> bytes:
        """Return up to `size` bytes, none at the end."""
        ...


class NoBytes(Exception):
    """The file is empty."""


class TooLarge(Exception):
    """The file has more bytes than the inventory takes."""


@dataclass(frozen=True)
class Kept:
    """What lies in the store: hash in hex, size in bytes."""

    sha256: str
    size: int


def path_of(sha256: str) -> Path:
    """Return where the original with this hash lies."""
    return Path(default_storage.path(f"originals/{sha256[:2]}/{sha256}"))


def keep(file: Readable) -> Kept:
    """Store the bytes and return what they are known by. The same bytes are stored once.

    Nothing is held in memory but a piece at a time, and a half-written file never has the
    name of a whole one.

    :raises NoBytes: when there are none
    :raises TooLarge: when there are more than `LARGEST`
    """
    incoming = Path(default_storage.path("originals/incoming"))
    incoming.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=incoming)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            kept = _copy(file, target)
        _name_once(temporary, path_of(kept.sha256))
    finally:
        temporary.unlink(missing_ok=True)
    return kept


def _copy(file: Readable, target: BinaryIO) -> Kept:
    digest, size = hashlib.sha256(), 0
    while piece := file.read(PIECE):
        size += len(piece)
        if size > LARGEST:
            raise TooLarge
        digest.update(piece)
        target.write(piece)
    if not size:
        raise NoBytes
    target.flush()
    os.fsync(target.fileno())
    return Kept(digest.hexdigest(), size)


def _name_once(temporary: Path, final: Path) -> None:
    """Give the bytes their name; what has it already stays as it is."""
    final.parent.mkdir(parents=True, exist_ok=True)
    temporary.chmod(0o440)
    try:
        os.link(temporary, final)
    except FileExistsError:
        return
