"""Word documents of before 2007, by antiword."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.reading import Page

_SECONDS = 30


def read(data: bytes) -> list[Page]:
    """Return the pages of an old Word document.

    :raises Unreadable: when antiword is not installed or cannot read the file
    """
    command = shutil.which("antiword")
    if command is None:
        raise Unreadable("unsupported", "Old Word documents need the program antiword.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.doc"
        path.write_bytes(data)
        done = subprocess.run(
            [command, "-m", "UTF-8.txt", "-w", "0", str(path)],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={"HOME": folder, "LC_ALL": "C.UTF-8"},
        )
    text = done.stdout.decode("utf-8", errors="replace")
    if done.returncode or not text.strip():
        raise Unreadable("unreadable", "The old Word document is damaged.")
    return [Page(page) for page in text.split("\f") if page.strip()]
