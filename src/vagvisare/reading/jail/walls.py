"""What the worker may see of the machine, and bubblewrap, which hides the rest."""

import contextlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[2]
# Programs (tesseract, antiword), their libraries and data, time zones.
_SYSTEM: tuple[str, ...] = (
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/etc/ld.so.cache",
    "/etc/localtime",
)
_SYSTEM += ("/etc/alternatives", "/etc/mime.types")
DEVICES = (Path("/dev/null"), Path("/dev/zero"), Path("/dev/urandom"), Path("/dev/random"))


@dataclass(frozen=True)
class Guards:
    """What is in force around a worker besides the limits of time and memory."""

    bubblewrap: bool  # sees no other processes and no other files
    files_closed: bool  # Landlock: reads programs and this package, writes in its own folder
    network_closed: bool  # has a network of its own, without any interface


def network_name() -> str | None:
    """Return the kernel's name for the network this process is in, None when it tells none."""
    with contextlib.suppress(OSError):
        return str(Path("/proc/self/ns/net").readlink())
    return None


def readable() -> list[Path]:
    """Return what the worker must read: Python, this package, programs and their data."""
    named = [sys.prefix, sys.base_prefix, str(_PACKAGE), *_SYSTEM]
    named += os.environ.get("PYTHONPATH", "").split(os.pathsep)
    named += [os.environ.get("TESSDATA_PREFIX", "")]
    places = [Path(name).absolute() for name in named if name]
    places += [place.resolve() for place in places]
    return [place for place in dict.fromkeys(places) if place.exists()]


def bubblewrap(folder: Path) -> list[str]:
    """Return the command that runs another one with no more than `readable` and `folder`."""
    command = ["bwrap", "--unshare-all", "--cap-drop", "ALL"]
    for place in readable():
        command += ["--ro-bind", str(place), str(place)]
    command += ["--proc", "/proc", "--dev", "/dev", "--bind", str(folder), str(folder)]
    return [*command, "--remount-ro", "/", "--chdir", str(folder), "--"]


@cache
def bubblewrap_works() -> bool:
    """Tell whether bubblewrap is installed and may make its namespaces here."""
    if shutil.which("bwrap") is None:
        return False
    probe = ["bwrap", "--unshare-all", "--cap-drop", "ALL", "--ro-bind", "/", "/", "true"]
    try:
        return subprocess.run(probe, capture_output=True, timeout=10, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
