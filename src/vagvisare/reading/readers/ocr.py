"""Optical character recognition by tesseract, in Swedish."""

import os
import shutil
import subprocess
import tempfile
import time

from PIL import Image

from vagvisare.reading.readers.programs import output_of

SECONDS = 45.0  # for all the pages of a file
_LEAST_SIDE = 20  # pixels; no letter is to be read in less


def is_available() -> bool:
    """Tell whether tesseract is installed."""
    return shutil.which("tesseract") is not None


def deadline() -> float:
    """Return when a file that begins now must be done, by the clock that `text_of` goes by."""
    return time.monotonic() + SECONDS


def text_of(picture: Image.Image, until: float) -> str:
    """Return the text of a page picture; "" when there is none, no tesseract, or no time left.

    until  from `deadline`
    """
    command = shutil.which("tesseract")
    left = until - time.monotonic()
    grey = picture.convert("L")
    if command is None or left <= 0 or _is_blank(grey):
        return ""
    languages = {k: v for k, v in os.environ.items() if k == "TESSDATA_PREFIX"}
    with tempfile.NamedTemporaryFile(suffix=".pgm") as file:  # stdin it reads letter by letter
        grey.save(file, format="PPM")
        file.flush()
        try:
            _, text = output_of(
                [command, file.name, "stdout", "-l", "swe", "--dpi", "300"],
                seconds=left,
                environment={"OMP_THREAD_LIMIT": "1"} | languages,
            )
        except subprocess.TimeoutExpired:
            return ""
    return text.replace("\f", "").strip("\n")


def _is_blank(grey: Image.Image) -> bool:
    """Tell whether the picture is too small or too even to have letters in it."""
    extremes = grey.getextrema()
    return min(grey.size) < _LEAST_SIDE or extremes[0] == extremes[1]
