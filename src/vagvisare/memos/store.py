"""The frozen files of issued memos, each kept once under its own hash."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def keep(content: bytes) -> str:
    """Keep the bytes and return their SHA-256 in hex, which is where they are found again."""
    sha256 = hashlib.sha256(content).hexdigest()
    if not default_storage.exists(_place(sha256)):
        default_storage.save(_place(sha256), ContentFile(content))
    return sha256


def kept(sha256: str) -> bytes:
    """Return the bytes with this hash.

    :raises ValueError: when the file has changed since it was kept
    """
    with default_storage.open(_place(sha256)) as file:
        content: bytes = file.read()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(f"The kept file {sha256} has changed since it was kept.")
    return content


def _place(sha256: str) -> str:
    return f"memos/{sha256[:2]}/{sha256}"
