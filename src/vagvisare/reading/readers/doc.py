"""Word documents of before 2007, by antiword."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.readers.programs import output_of
from vagvisare.reading.reading import Page

_SECONDS = 30


def read(data: bytes) -> list[Page]:
    """Return the pages of an old Word document.

    :raises Unreadable: when antiword is not installed, or cannot read the file in time
    """
    command = shutil.which("antiword")
    if command is None:
        raise Unreadable("unsupported", "Old Word documents need the program antiword.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.doc"
        path.write_bytes(data)
        try:
            status, text = output_of(
                [command, "-m", "UTF-8.txt", "-w", "0", str(path)],
                seconds=_SECONDS,
                environment={"HOME": folder},
            )
        except subprocess.TimeoutExpired as error:
            raise Unreadable("timeout", "Reading took too long and was stopped.") from error
    if status or not text.strip():
        raise Unreadable("unreadable", "The old Word document is damaged.")
    return [Page(page) for page in text.split("\f") if page.strip()]
