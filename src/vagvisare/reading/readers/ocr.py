"""Optical character recognition by tesseract, in Swedish."""

import io
import os
import shutil
import subprocess

from PIL import Image

_SECONDS = 50


def is_available() -> bool:
    """Tell whether tesseract is installed."""
    return shutil.which("tesseract") is not None


def text_of(picture: Image.Image) -> str:
    """Return the text of a page picture, "" when tesseract is missing or finds none."""
    command = shutil.which("tesseract")
    if command is None:
        return ""
    data = io.BytesIO()
    picture.convert("L").save(data, format="PPM")
    try:
        done = subprocess.run(
            [command, "stdin", "stdout", "-l", "swe", "--dpi", "300"],
            input=data.getvalue(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={"OMP_THREAD_LIMIT": "1", "PATH": os.defpath}
            | {k: v for k, v in os.environ.items() if k == "TESSDATA_PREFIX"},
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", errors="replace").replace("\f", "").strip("\n")
