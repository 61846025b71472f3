"""Reading the hostile files one after the other, each between two good ones, and taking notes."""

import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue

from tests.hostile.files import CASES
from tests.hostile.files.case import READS
from vagvisare.reading.jail import Jail
from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.reading import Reading

DAY = date(2024, 1, 1)
PATIENT = Limits(seconds=40, cpu_seconds=30)
STRICT = Limits(seconds=4, cpu_seconds=4)  # for files that may end in "timeout", all in good time


@dataclass(frozen=True)
class Note:
    """How one file went."""

    ended_in: str
    message: str
    seconds: float
    allowed_seconds: float
    peak_bytes: int
    neighbour: Reading  # the good file, read right after in the same jail


def notes_on(paths: Iterable[Path], good: Path, workers: int = 2) -> dict[str, Note]:
    """Return a note on each file, by its name; `workers` read at the same time."""
    waiting: SimpleQueue[Path] = SimpleQueue()
    for path in paths:
        waiting.put(path)
    with ThreadPoolExecutor(workers) as pool:
        parts = pool.map(lambda _: _notes_of_one(waiting, good), range(workers))
        return {name: note for part in parts for name, note in part.items()}


def _notes_of_one(waiting: SimpleQueue[Path], good: Path) -> dict[str, Note]:
    notes = {}
    with ExitStack() as stack:
        patient, strict = (stack.enter_context(Jail(limits)) for limits in (PATIENT, STRICT))
        while True:
            try:
                path = waiting.get_nowait()
            except Empty:
                return notes
            jail = strict if "timeout" in CASES[path.name].ends_in else patient
            notes[path.name] = _note(jail, path, good)


def _note(jail: Jail, path: Path, good: Path) -> Note:
    with Watch(jail) as watch:
        began = time.monotonic()
        reading = jail.read(path, on=DAY)
        seconds = time.monotonic() - began
    ended_in, message = READS, ""
    if reading.error:
        ended_in, message = reading.error.code, reading.error.message
    neighbour = jail.read(good, on=DAY)
    return Note(ended_in, message, seconds, jail.limits.seconds, watch.peak, neighbour)


class Watch:
    """Measures the most memory that a jail's worker and all it starts have had together."""

    def __init__(self, jail: Jail) -> None:
        self.peak = 0
        self._jail = jail
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(0.05):
            worker = self._jail._worker
            if worker is not None:
                self.peak = max(self.peak, memory_of(worker.pid))


def memory_of(pid: int) -> int:
    """Return the bytes of memory that the process and its children have now."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # it has just ended
        return 0
    return pages * 4096 + sum(memory_of(int(child)) for child in children)
