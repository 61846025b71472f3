"""What a file may cost, and how the worker binds itself to it."""

import ctypes
import os
import resource
from dataclasses import asdict, dataclass
from typing import Any

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


@dataclass(frozen=True)
class Limits:
    """The most that reading one file may take."""

    seconds: float = 60.0  # on the wall clock
    cpu_seconds: int = 60
    memory_bytes: int = 2**30  # of the worker and the program it runs, together
    output_bytes: int = 64 * 2**20  # of the answer, and of any file written

    def as_dict(self) -> dict[str, Any]:
        """Return the limits as plain values."""
        return asdict(self)


def bind_process(limits: Limits) -> None:
    """Bind this process for good: memory, written files, no core dumps, no network."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output_bytes, limits.output_bytes))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    _leave_network()


def bind_file(limits: Limits) -> None:
    """Give this process `cpu_seconds` more from now; past them the kernel ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + limits.cpu_seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _leave_network() -> None:
    """Move to a network of our own, without any interface, where the kernel allows it."""
    unshare = getattr(ctypes.CDLL(None, use_errno=True), "unshare", None)
    if unshare is not None and unshare(_NEW_NETWORK) and os.geteuid() != 0:
        unshare(_NEW_USER | _NEW_NETWORK)
