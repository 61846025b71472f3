"""Originals read in the jail: one after the other, or several at once."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date
from queue import SimpleQueue

from vagvisare.inventory.models import SourceFile
from vagvisare.inventory.store import path_of
from vagvisare.reading.jail import Jail
from vagvisare.reading.reading import Reading, ReadingError


def readings_of(
    files: Iterable[SourceFile], *, on: date, workers: int = 1
) -> Iterator[tuple[SourceFile, Reading]]:
    """Yield each file with its reading, in order.

    on       the day on which validity is judged
    workers  jails at work at the same time; each is a process of its own

    Files are taken from `files` only a few ahead of what is yielded, so that a large folder
    costs no more memory than a small one.
    """
    with ExitStack() as stack:
        jails: SimpleQueue[Jail] = SimpleQueue()
        for _number in range(workers):
            jails.put(stack.enter_context(Jail()))
        pool = stack.enter_context(ThreadPoolExecutor(workers))
        ahead: deque[tuple[SourceFile, Future[Reading]]] = deque()
        for file in files:
            ahead.append((file, pool.submit(_read, jails, file.sha256, on)))
            if len(ahead) > workers:
                yield _finished(ahead)
        while ahead:
            yield _finished(ahead)


def _finished(ahead: deque[tuple[SourceFile, Future[Reading]]]) -> tuple[SourceFile, Reading]:
    file, future = ahead.popleft()
    return file, future.result()


def _read(jails: SimpleQueue[Jail], sha256: str, on: date) -> Reading:
    path = path_of(sha256)
    if not path.is_file():
        return Reading(sha256, error=ReadingError("lost", "The original is not in the file store."))
    jail = jails.get()
    try:
        return jail.read(path, on=on)
    finally:
        jails.put(jail)
