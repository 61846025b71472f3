"""Pictures of the pages of originals, drawn in a process that may fail without harm."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict

from vagvisare.inventory.models import SourceFile
from vagvisare.inventory.picture import LIMITS, Mark
from vagvisare.inventory.store import path_of

IMAGE_KINDS = ("png", "jpeg", "tiff", "bmp", "gif", "webp")
DRAWN = frozenset({"application/pdf"} | {f"image/{kind}" for kind in IMAGE_KINDS})
_PNG = b"\x89PNG"
_KEPT = ("PATH", "LANG", "LC_ALL", "PYTHONPATH")


def has_pictures(file: SourceFile) -> bool:
    """Whether the file's pages can be shown as they look; the others have their text."""
    return file.media_type in DRAWN


def picture_of(file: SourceFile, page: int, marks: Sequence[Mark]) -> bytes | None:
    """Return the page as PNG, or None when it cannot be drawn within the limits."""
    request = {
        "path": str(path_of(file.sha256)),
        "media_type": file.media_type,
        "page": page,
        "marks": [asdict(mark) for mark in marks],
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "vagvisare.inventory.picture"],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=LIMITS.seconds,
            check=False,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 and done.stdout.startswith(_PNG) else None
