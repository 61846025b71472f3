"""Running the programs that read what Python does not: within limits of their own."""

import os
import resource
import subprocess
from collections.abc import Mapping, Sequence

MEMORY_BYTES = 384 * 2**20  # of each program; the process that runs it has limits of its own


def output_of(
    command: Sequence[str],
    *,
    seconds: float,
    data: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> tuple[int, str]:
    """Return the exit status of `command` and what it printed, given `data` on its stdin.

    :raises subprocess.TimeoutExpired: when it took more than `seconds`
    """
    done = subprocess.run(
        command,
        input=data,
        capture_output=True,
        timeout=seconds,
        check=False,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"} | dict(environment or {}),
        preexec_fn=_bind,
    )
    return done.returncode, done.stdout.decode("utf-8", errors="replace")


def _bind() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    least = MEMORY_BYTES if most == resource.RLIM_INFINITY else min(MEMORY_BYTES, most)
    resource.setrlimit(resource.RLIMIT_AS, (least, least))
