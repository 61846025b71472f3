"""Pictures of the pages of originals, drawn behind the walls of the jail."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from vagvisare.inventory.models import SourceFile
from vagvisare.inventory.picture import DRAW, LIMITS, Mark
from vagvisare.inventory.store import path_of
from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.jail.once import NoAnswer, answer_of

IMAGE_KINDS = ("png", "jpeg", "tiff", "bmp", "gif", "webp")
DRAWN = frozenset({"application/pdf"} | {f"image/{kind}" for kind in IMAGE_KINDS})
_PNG = b"\x89PNG"
WORKER = "vagvisare.inventory.picture"


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
        try:
            with answer_of(
                WORKER, by, request, folder=folder, limits=limits, walls=walls
            ) as answer:
                png = answer.read()
        except NoAnswer:
            return None
        return png if png.startswith(_PNG) else None
