"""One request to one process behind the walls: for what is asked once, not file after file.

The module that answers binds itself (limits, Landlock) before it looks at the request; here it
gets bubblewrap where that works, a folder of its own, and an end.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.jail.walls import bubblewrap, bubblewrap_works

_KEPT = ("PATH", "LANG", "LC_ALL", "PYTHONPATH")


class NoAnswer(Exception):
    """The process took too long, took too much or failed."""


@contextmanager
def answer_of(
    module: str,
    by: str,
    request: Mapping[str, Any],
    *,
    folder: Path,
    limits: Limits,
    walls: bool = True,
) -> Iterator[IO[bytes]]:
    """Yield what the module wrote on stdout for the request, which it gets as JSON on stdin.

    by      the function that does the work, "module:function"
    folder  the only one it may change; it is its home and where it stands
    walls   False leaves bubblewrap out even where it works

    :raises NoAnswer: when it did not come to its end in order
    """
    command = bubblewrap(folder) if walls and bubblewrap_works() else []
    command += [sys.executable, "-P", "-m", module, by]
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # Into a file and not a pipe: the kernel stops a child that writes more than it may.
    with tempfile.TemporaryFile() as answer:
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env=kept | {"HOME": str(folder), "TMPDIR": str(folder)},
            cwd=folder,
            start_new_session=True,
        )
        try:
            child.communicate(json.dumps(request).encode(), timeout=limits.seconds)
        except subprocess.TimeoutExpired as fault:
            raise NoAnswer from fault
        finally:
            _end(child)
        if child.returncode != 0:
            raise NoAnswer
        answer.seek(0)
        yield answer


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
