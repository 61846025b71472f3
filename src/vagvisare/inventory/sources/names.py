"""Names of files: what is never a document, what is shown, and which name a link means. Pure."""

import os
import unicodedata
from collections.abc import Iterable

# What systems leave in folders and nobody wrote.
_LITTER = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx", "$recycle.bin"})
_LOCK = "~$"  # Word and Excel put "~$plan.docx" beside the "plan.docx" that somebody has open


def left_out(name: str) -> bool:
    """Tell whether a file or folder of this name is hidden, a lock or a system's litter."""
    return name.startswith((".", _LOCK)) or name.casefold() in _LITTER


def shown(name: str) -> str:
    """Return a name as the file system gave it as text that can be kept anywhere.

    Python marks the bytes that are not UTF-8; old Windows shares have them in its own code page.
    """
    if any("\udc80" <= sign <= "\udcff" for sign in name):
        return os.fsencode(name).decode("cp1252", "replace")
    return name.encode("utf-8", "replace").decode("utf-8")


def harmless(path: str) -> str:
    """Return a path without what would lead out of where it is put: drives, roots and ".."."""
    parts = path.replace("\\", "/").split("/")
    if parts and len(parts[0]) == 2 and parts[0][1] == ":":
        parts = parts[1:]
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def folded(path: str) -> str:
    """Return what two spellings of one path have in common: case and composed letters."""
    return unicodedata.normalize("NFC", path).casefold()


def suffix_of(path: str) -> str:
    """Return the ending of a path with its dot, lower case, "" when it has none."""
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 - text, no path of this machine


def parts_left_out(parts: Iterable[str]) -> bool:
    """Tell whether any part of a path is left out."""
    return any(left_out(part) for part in parts)
