"""Readings handed over from the engine's thread, so that whoever keeps them can be interrupted."""

import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from vagvisare.inventory.engine import Answers
from vagvisare.inventory.engine.reading_udf import stop_reading

MOST = 64  # readings kept in one transaction
LONGEST = 1.0  # seconds that a reading waits for others to be kept with it
SECONDS_TO_STOP = 5
PATIENCE = 0.2  # seconds between looks whether somebody wants to stop
End = BaseException | None


@contextmanager
def portions(answers: Iterator[Answers]) -> Iterator[Iterator[Answers]]:
    """Yield an iterator of what is ready, joined up to `MOST`; left early, the engine is stopped.

    A thread waits for the engine, as nothing interrupts a thread that waits inside it.
    """
    ready: queue.Queue[Answers | End] = queue.Queue(maxsize=2)
    stop = threading.Event()
    thread = threading.Thread(target=_pull, args=(answers, ready, stop), daemon=True)
    thread.start()
    try:
        yield _joined(ready)
    finally:
        stop.set()
        if thread.is_alive():
            stop_reading()
        thread.join(timeout=SECONDS_TO_STOP)


def _pull(
    answers: Iterator[Answers], ready: "queue.Queue[Answers | End]", stop: threading.Event
) -> None:
    end: End = None
    try:
        for part in answers:
            if not _put(ready, part, stop):
                return
    except Exception as fault:
        end = fault
    finally:
        close = getattr(answers, "close", None)
        if close is not None:
            close()
    _put(ready, end, stop)


def _put(ready: "queue.Queue[Answers | End]", part: "Answers | End", stop: threading.Event) -> bool:
    while not stop.is_set():
        try:
            ready.put(part, timeout=PATIENCE)
            return True
        except queue.Full:
            continue
    return False


def _joined(ready: "queue.Queue[Answers | End]") -> Iterator[Answers]:
    while True:
        portion: Answers = []
        part = _next(ready)
        latest = time.monotonic() + LONGEST
        while isinstance(part, list):
            portion += part
            left = latest - time.monotonic()
            if len(portion) >= MOST or left <= 0:
                break
            try:
                part = ready.get(timeout=left)
            except queue.Empty:
                break
        if portion:
            yield portion
        if isinstance(part, BaseException):
            raise part
        if part is None:
            return


def _next(ready: "queue.Queue[Answers | End]") -> "Answers | End":
    while True:
        try:
            return ready.get(timeout=PATIENCE)
        except queue.Empty:
            continue
