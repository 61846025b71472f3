"""The keeper of the jail: starts the worker, hands it files, replaces it when it fails."""

import atexit
import contextlib
import datetime
import json
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.jail.wire import context_to_plain, reading_from
from vagvisare.reading.reading import MeetingContext, Reading, ReadingError

_STANDARD = "vagvisare.reading.read:read_file"
_KEPT = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "PYTHONPATH", "HOME", "TMPDIR")
_HEAD = struct.Struct(">Q")


class Failed(Exception):
    """The worker gave no answer; the text is the code of the reading's error."""


_SENTENCES = {
    "timeout": "Reading took too long and was stopped.",
    "memory": "The file took too much memory.",
    "crash": "The reader crashed on this file.",
    "too_large": "What was read is too large to take in.",
}


class Jail:
    """One worker process, started at the first file and used until it fails or is closed."""

    def __init__(self, limits: Limits | None = None, reader: str = _STANDARD) -> None:
        self.limits = limits or Limits()
        self._reader = reader
        self._worker: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def read(
        self, path: Path, *, on: datetime.date, context: MeetingContext | None = None
    ) -> Reading:
        """Return the reading of `path`; whatever the file does, an answer comes.

        on  the day on which the document's validity is judged
        """
        request = {
            "path": str(path.absolute()),
            "on": on.isoformat(),
            "context": context_to_plain(context),
        }
        with self._lock:
            try:
                return reading_from(json.loads(self._ask(json.dumps(request).encode())))
            except Failed as failure:
                code = str(failure)
            except (ValueError, KeyError, TypeError):
                code = "crash"
            self._stop()
        return Reading(path.name, error=ReadingError(code, _SENTENCES[code]))

    def close(self) -> None:
        """End the worker. Another file starts a new one."""
        with self._lock:
            self._stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _ask(self, request: bytes) -> bytes:
        worker = self._running()
        deadline = time.monotonic() + self.limits.seconds
        assert worker.stdin is not None
        try:
            worker.stdin.write(request + b"\n")
            worker.stdin.flush()
        except OSError as error:
            raise Failed("crash") from error
        (length,) = _HEAD.unpack(self._take(worker, _HEAD.size, deadline))
        if length > self.limits.output_bytes:
            raise Failed("too_large")
        return self._take(worker, length, deadline)

    def _take(self, worker: subprocess.Popen[bytes], count: int, deadline: float) -> bytes:
        assert worker.stdout is not None
        descriptor = worker.stdout.fileno()
        parts: list[bytes] = []
        while count:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                raise Failed("timeout")
            part = os.read(descriptor, min(count, 2**16))
            if not part:
                raise Failed(_why_it_ended(worker))
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            self._stop()
            self._worker = self._started()
        return self._worker

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "vagvisare.reading.jail.worker"]
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return subprocess.Popen(
            [*command, json.dumps(self.limits.as_dict()), self._reader],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )

    def _stop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        # The whole session: an OCR process must not outlive the file it was started for.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(worker.pid, signal.SIGKILL)
        for pipe in (worker.stdin, worker.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        worker.wait()


def _why_it_ended(worker: subprocess.Popen[bytes]) -> str:
    """Return the code for a worker that went away by itself."""
    try:
        status = worker.wait(timeout=2)
    except subprocess.TimeoutExpired:
        return "crash"
    return "timeout" if status in (-signal.SIGXCPU, -signal.SIGKILL) else "crash"


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
