"""The originals: kept under their own hash, written once, never changed."""

import ctypes
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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


def root() -> Path:
    """Return the folder of the originals."""
    return Path(default_storage.path("originals"))


def path_under(folder: Path, sha256: str) -> Path:
    """Return where the original with this hash lies in a folder of originals."""
    return folder / sha256[:2] / sha256


def path_of(sha256: str) -> Path:
    """Return where the original with this hash lies."""
    return path_under(root(), sha256)


def keep(file: Readable) -> Kept:
    """Store the bytes and return what they are known by. The same bytes are stored once.

    :raises NoBytes: when there are none
    :raises TooLarge: when there are more than `LARGEST`
    """
    with keeping() as arrivals:
        return arrivals.add(file)


class Arrivals:
    """Files on their way into the store, together: on the disk for good when all are there.

    To wait for the disk after each of many files would take longer than reading them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: dict[str, Path] = {}

    def add(self, file: Readable) -> Kept:
        """Take the bytes, a piece of them in memory at a time.

        :raises NoBytes: when there are none
        :raises TooLarge: when there are more than `LARGEST`
        """
        handle, name = tempfile.mkstemp(dir=self._folder)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as target:
            try:
                kept = _copy(file, target)
            except BaseException:
                temporary.unlink()
                raise
        if self._written.setdefault(kept.sha256, temporary) is not temporary:
            temporary.unlink()
        return kept

    def settle(self) -> None:
        """Give all that came its name in the store. What has one already stays as it is.

        The bytes are on the disk before they have a name: after a power cut, too, what has the
        name is whole.
        """
        if not self._written:
            return
        _to_disk(self._folder)
        for sha256, temporary in self._written.items():
            _name_once(temporary, path_of(sha256))
        _to_disk(self._folder)
        self._written.clear()


@contextmanager
def keeping() -> Iterator[Arrivals]:
    """Give a place for files to come in; they are in the store when it is left without a fault."""
    incoming = root() / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    _clear(incoming)
    with tempfile.TemporaryDirectory(dir=incoming, ignore_cleanup_errors=True) as name:
        lock = os.open(name, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            arrivals = Arrivals(Path(name))
            yield arrivals
            arrivals.settle()
        finally:
            os.close(lock)


def _clear(incoming: Path) -> None:
    """Remove what those left who were ended before they could: nobody holds its lock."""
    for left in incoming.iterdir():
        with suppress(OSError):
            lock = os.open(left, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(lock)


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
    os.fchmod(target.fileno(), 0o440)
    return Kept(digest.hexdigest(), size)


def _name_once(temporary: Path, final: Path) -> None:
    """Give the bytes their name; what has it already stays as it is."""
    try:
        os.link(temporary, final)
    except FileNotFoundError:
        final.parent.mkdir(parents=True, exist_ok=True)
        _name_once(temporary, final)
    except FileExistsError:
        return


def _to_disk(folder: Path) -> None:
    """Wait until the disk has all that was written where `folder` lies."""
    sync = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if sync is None:  # not Linux
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if sync(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
    finally:
        os.close(handle)
