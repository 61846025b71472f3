"""The step of the plan that reads: a pool of jails, one for each thread that Daft gives it."""

import threading
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue

from vagvisare.inventory.store import path_under
from vagvisare.reading.jail import Jail
from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.jail.wire import as_json, to_kept
from vagvisare.reading.reading import Reading, ReadingError


class Stopped(Exception):
    """The work is to end; what is not read stays unread."""


class Pool:
    """Jails that take turns. There are as many as there have been threads at the same time.

    workers  the most of them
    ahead    readings that may wait for whoever takes them; None sets no limit
    """

    def __init__(
        self, limits: Limits | None = None, *, workers: int = 1024, ahead: int | None = None
    ) -> None:
        self._limits = limits
        self._turns = threading.Semaphore(workers)
        self._free: SimpleQueue[Jail] = SimpleQueue()
        self._all: list[Jail] = []
        self._room = threading.Semaphore(ahead) if ahead else None
        self._stopped = threading.Event()

    def read(self, path: Path, on: date) -> bytes:
        """Return the reading of an original, as JSON.

        :raises Stopped: when the pool is closed
        :raises NoRoom: when this machine has no place to read in
        """
        if self._room is not None:
            self._room.acquire()
        if not path.is_file():
            error = ReadingError("lost", "The original is not in the file store.")
            return as_json(to_kept(Reading(path.name, error=error)))
        with self._turns:
            if self._stopped.is_set():
                raise Stopped
            jail = self._jail()
            answer = jail.read_plain(path, on=on)
            if self._stopped.is_set():  # the answer may be that of a jail that was closed
                raise Stopped
            self._free.put(jail)
        return answer

    def taken(self, count: int) -> None:
        """Make room for as many readings as have been taken."""
        if self._room is not None and count:
            self._room.release(count)

    def close(self) -> None:
        """End the workers, and with them what they are reading."""
        self._stopped.set()
        self.taken(len(self._all) * 2)
        for jail in self._all:
            jail.end()

    def _jail(self) -> Jail:
        try:
            return self._free.get_nowait()
        except Empty:
            jail = Jail(self._limits)
            self._all.append(jail)
            return jail


# The pools of this process by their key: what Daft carries through a plan is only the key.
POOLS: dict[str, Pool] = {}


def stop_reading() -> None:
    """End all that this process reads; what is not read stays unread."""
    for pool in list(POOLS.values()):
        pool.close()


class Reader:
    """Reads originals. Daft makes one in each process and calls it from all its threads."""

    def __init__(self, key: str, originals: str, on: str, limits: dict[str, float] | None) -> None:
        self._originals, self._on = Path(originals), date.fromisoformat(on)
        self._pool = POOLS.get(key)
        if self._pool is None:  # on another machine of a cluster
            self._pool = POOLS[key] = Pool(Limits(**limits) if limits else None)  # type: ignore[arg-type]

    def read(self, hashes: list[str]) -> list[bytes]:
        """Return the readings of the originals, in order."""
        assert self._pool is not None
        return [self._pool.read(path_under(self._originals, one), self._on) for one in hashes]
