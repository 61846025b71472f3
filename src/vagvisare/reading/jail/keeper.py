"""The keeper of the jail: starts the worker, hands it files, replaces it when it fails.

The worker gets a copy of each file in a folder of its own, emptied after each; it needs to see
nothing else of what the keeper may read.
"""

import atexit
import contextlib
import datetime
import json
import os
import resource
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from vagvisare.reading.content import bytes_of
from vagvisare.reading.errors import Unreadable
from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.jail.walls import Guards, bubblewrap, bubblewrap_works, network_name
from vagvisare.reading.jail.wire import as_json, context_to_plain, reading_from, to_kept
from vagvisare.reading.reading import MeetingContext, Reading, ReadingError

_STANDARD = "vagvisare.reading.read:read_file"
_KEPT = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "PYTHONPATH")
_HEAD = struct.Struct(">Q")
_SECONDS_TO_START = 60.0
Answer = TypeVar("Answer", bytes, Reading)


class Failed(Exception):
    """The worker gave no answer; the text is the code of the reading's error."""


class NoRoom(Exception):
    """This machine has no place for the worker or its file: no fault of the file."""


_SENTENCES = {
    "timeout": "Reading took too long and was stopped.",
    "memory": "The file took too much memory.",
    "crash": "The reader crashed on this file.",
    "too_large": "What was read is too large to take in.",
}


class Jail:
    """One worker process, started at the first file and used until it fails or is closed.

    walls  False leaves bubblewrap out even where it works
    """

    def __init__(
        self, limits: Limits | None = None, reader: str = _STANDARD, *, walls: bool = True
    ) -> None:
        self.limits = limits or Limits()
        self._reader = reader
        self._walls = walls
        self._worker: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None
        self._guards = Guards(False, False, False)
        self._lock = threading.Lock()

    def read(
        self, path: Path, *, on: datetime.date, context: MeetingContext | None = None
    ) -> Reading:
        """Return the reading of `path`; whatever the file does, an answer comes.

        on  the day on which the document's validity is judged
        """
        try:
            return self._answered(path, "reading", on, context, _reading_of, _itself)
        except NoRoom as error:
            return Reading(path.name, error=ReadingError("unreadable", str(error)))

    def read_plain(self, path: Path, *, on: datetime.date) -> bytes:
        """Return the reading of `path` in the form of `wire.to_kept`, as JSON that nobody checked.

        For work in bulk: what is passed on is not taken apart here. A fault of the file is an
        answer as any other.

        on  the day on which the document's validity is judged

        :raises NoRoom: when the file has no place here to be read in
        """
        return self._answered(path, "kept", on, None, bytes, _kept)

    def _answered(
        self,
        path: Path,
        form: str,
        on: datetime.date,
        context: MeetingContext | None,
        finish: Callable[[bytes], Answer],
        failed: Callable[[Reading], Answer],
    ) -> Answer:
        request = {"form": form, "on": on.isoformat(), "context": context_to_plain(context)}
        with self._lock:
            try:
                return finish(self._asked(path, request))
            except Unreadable as error:
                return failed(Reading(path.name, error=ReadingError(error.code, str(error))))
            except Failed as failure:
                code = str(failure)
            except (ValueError, KeyError, TypeError, OSError, RecursionError):
                code = "crash"
            self._stop()
        return failed(Reading(path.name, error=ReadingError(code, _SENTENCES[code])))

    @property
    def guards(self) -> Guards:
        """What is in force around the worker, which is started to tell."""
        with self._lock:
            self._running()
            return self._guards

    def close(self) -> None:
        """End the worker. Another file starts a new one."""
        with self._lock:
            self._stop()

    def end(self) -> None:
        """Kill the worker at once, also while it reads. Whoever waits for its answer is told."""
        worker = self._worker
        if worker is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(worker.pid, signal.SIGKILL)
        self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _asked(self, path: Path, request: dict[str, Any]) -> bytes:
        data = bytes_of(path)
        try:
            worker = self._running()
            assert self._folder is not None
            copy = self._folder / path.name
            copy.write_bytes(data)
        except OSError as error:
            self._stop()
            raise NoRoom(f"No room for the file: {error.strerror}.") from error
        del data  # the worker may need the memory
        try:
            return self._ask(worker, json.dumps({"path": str(copy)} | request).encode())
        finally:
            _empty(self._folder)

    def _ask(self, worker: subprocess.Popen[bytes], request: bytes) -> bytes:
        deadline = time.monotonic() + self.limits.seconds
        assert worker.stdin is not None
        try:
            worker.stdin.write(request + b"\n")
            worker.stdin.flush()
        except OSError as error:
            raise Failed("crash") from error
        return self._answer(worker, deadline)

    def _answer(self, worker: subprocess.Popen[bytes], deadline: float) -> bytes:
        try:
            (length,) = _HEAD.unpack(_take(worker, _HEAD.size, deadline))
            if length > self.limits.output_bytes:
                raise Failed("too_large")
            return _take(worker, length, deadline)
        except EOFError as error:
            raise Failed(_why_it_ended(worker, self.limits.memory_bytes)) from error

    def _running(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            try:
                self._start(walls=self._walls and bubblewrap_works())
            except Failed:  # Python lies where bubblewrap cannot show it
                self._walls = False
                self._start(walls=False)
        assert self._worker is not None
        return self._worker

    def _start(self, *, walls: bool) -> None:
        self._stop()
        self._folder = Path(tempfile.mkdtemp(prefix="vagvisare-jail-"))
        # -P: a file called like a module of ours must not be taken for it.
        command = [sys.executable, "-P", "-m", "vagvisare.reading.jail.worker"]
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self._worker = subprocess.Popen(
            [
                *(bubblewrap(self._folder) if walls else ()),
                *command,
                json.dumps(self.limits.as_dict()),
                self._reader,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=kept | {"HOME": str(self._folder), "TMPDIR": str(self._folder)},
            cwd=self._folder,
            start_new_session=True,
        )
        told = json.loads(self._answer(self._worker, time.monotonic() + _SECONDS_TO_START))
        network = told["network"]
        self._guards = Guards(
            bubblewrap=walls,
            files_closed=told["files_closed"],
            network_closed=network is not None and network != network_name(),
        )

    def _stop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            # The whole session: an OCR process must not outlive the file it was started for.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(worker.pid, signal.SIGKILL)
            for pipe in (worker.stdin, worker.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
            worker.wait()
        folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _reading_of(answer: bytes) -> Reading:
    return reading_from(json.loads(answer))


def _itself(reading: Reading) -> Reading:
    return reading


def _kept(reading: Reading) -> bytes:
    return as_json(to_kept(reading))


def _take(worker: subprocess.Popen[bytes], count: int, deadline: float) -> bytes:
    assert worker.stdout is not None
    descriptor = worker.stdout.fileno()
    parts: list[bytes] = []
    while count:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            raise Failed("timeout")
        part = os.read(descriptor, min(count, 2**16))
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _why_it_ended(worker: subprocess.Popen[bytes], memory_bytes: int) -> str:
    """Return the code for a worker that went away by itself."""
    deadline = time.monotonic() + 2
    pid = 0
    while not pid and time.monotonic() < deadline:
        time.sleep(0.01)
        try:
            pid, status, used = os.wait4(worker.pid, os.WNOHANG)
        except ChildProcessError:  # somebody else was told already
            return "crash"
    if not pid:
        return "crash"
    worker.returncode = os.waitstatus_to_exitcode(status)
    # bubblewrap tells of a signal as a shell does. Nobody but a kernel without memory kills so.
    ended_by = -worker.returncode if worker.returncode < 0 else worker.returncode - 128
    if ended_by == signal.SIGXCPU:
        return "timeout"
    if ended_by == signal.SIGKILL or _took_much(used.ru_maxrss, memory_bytes):
        return "memory"
    return "crash"


def _took_much(peak_kilobytes: int, memory_bytes: int) -> bool:
    """Whether the worker's peak tells of want of memory.

    A child begins with the peak of the process that started it, so a peak no higher than our own
    may be ours and tells nothing.
    """
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak_kilobytes * 1024 > memory_bytes // 2 and peak_kilobytes > ours


def _empty(folder: Path) -> None:
    """Remove what lies in the folder: no file finds anything of the one before it."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                entry.unlink()


_shared: Jail | None = None
_shared_in: int | None = None


def read_in_jail(
    path: Path, *, on: datetime.date, context: MeetingContext | None = None
) -> Reading:
    """Return the reading of `path` from a jail this process keeps for all its files."""
    global _shared, _shared_in
    if _shared is None or _shared_in != os.getpid():  # a forked child keeps a jail of its own
        _shared, _shared_in = Jail(), os.getpid()
        atexit.register(_shared.close)
    return _shared.read(path, on=on, context=context)
