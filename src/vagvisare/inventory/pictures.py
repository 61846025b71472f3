"""Pictures of the pages of originals, drawn behind the walls of the jail."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO

from vagvisare.inventory.models import SourceFile
from vagvisare.inventory.picture import DRAW, LIMITS, Mark
from vagvisare.inventory.store import path_of
from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.jail.walls import bubblewrap, bubblewrap_works

IMAGE_KINDS = ("png", "jpeg", "tiff", "bmp", "gif", "webp")
DRAWN = frozenset({"application/pdf"} | {f"image/{kind}" for kind in IMAGE_KINDS})
_PNG = b"\x89PNG"
_KEPT = ("PATH", "LANG", "LC_ALL", "PYTHONPATH")


def has_pictures(file: SourceFile) -> bool:
    """Whether the file's pages can be shown as they look; the others have their text."""
    return file.media_type in DRAWN


def picture_of(file: SourceFile, page: int, marks: Sequence[Mark]) -> bytes | None:
    """Return the page as PNG, or None when it cannot be drawn within the limits."""
    return drawn(path_of(file.sha256), file.media_type, page, marks)


def drawn(
    path: Path,
    media_type: str,
    page: int,
    marks: Sequence[Mark],
    *,
    limits: Limits = LIMITS,
    by: str = DRAW,
    walls: bool = True,
) -> bytes | None:
    """Return the page as PNG, or None when it cannot be drawn within `limits`.

    by     the function that draws, "module:function"
    walls  False leaves bubblewrap out even where it works
    """
    with tempfile.TemporaryDirectory(prefix="vagvisare-picture-") as name:
        folder = Path(name)
        copy = folder / "original"  # it sees nothing of where the others lie
        try:
            shutil.copyfile(path, copy)
        except OSError:
            return None
        request = {
            "path": str(copy),
            "media_type": media_type,
            "page": page,
            "marks": [asdict(mark) for mark in marks],
            "limits": limits.as_dict(),
        }
        command = bubblewrap(folder) if walls and bubblewrap_works() else []
        command += [sys.executable, "-P", "-m", "vagvisare.inventory.picture", by]
        return _answer(command, folder, json.dumps(request).encode(), limits)


def _answer(command: list[str], folder: Path, request: bytes, limits: Limits) -> bytes | None:
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
            child.communicate(request, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(child)
        return _png(answer) if child.returncode == 0 else None


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _png(answer: IO[bytes]) -> bytes | None:
    answer.seek(0)
    png = answer.read()
    return png if png.startswith(_PNG) else None
