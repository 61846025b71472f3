"""What a file is, told from its bytes: the name of a file is only what somebody called it."""

import io
import zipfile
from pathlib import Path

import puremagic

from vagvisare.reading.errors import Unreadable

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
DOC = "application/msword"
RTF = "application/rtf"
HTML = "text/html"
TEXT = "text/plain"
IMAGES = ("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif", "image/webp")

MOST_BYTES = 300 * 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def bytes_of(path: Path) -> bytes:
    """Return the content of the file.

    :raises Unreadable: when it is missing, no file, empty or larger than MOST_BYTES
    """
    try:
        if not path.is_file():
            raise Unreadable("unreadable", "There is no such file.")
        if path.stat().st_size > MOST_BYTES:
            raise Unreadable("too_large", f"The file is larger than {MOST_BYTES // 2**20} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable("unreadable", f"The file cannot be opened: {error.strerror}.") from error
    if not data:
        raise Unreadable("empty", "The file is empty.")
    return data


def media_type_of(data: bytes) -> str:
    """Return the media type of `data`.

    :raises Unreadable: when it is none that a reader knows
    """
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"{\\rtf"):
        return RTF
    if data.startswith(b"PK"):
        return _kind_of_package(data)
    if data.startswith(_OLE):
        return _kind_of_old_office(data)
    return _image(data) or _kind_of_text(data)


def _kind_of_package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("unreadable", "The file is a damaged package.") from error
    if "word/document.xml" in names:
        return DOCX
    if "ppt/presentation.xml" in names:
        return PPTX
    if "content.xml" in names:
        return ODT
    raise Unreadable("unsupported", "The package is neither Word, PowerPoint nor OpenDocument.")


def _kind_of_old_office(data: bytes) -> str:
    if "WordDocument".encode("utf-16-le") in data:
        return DOC
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("encrypted", "The document is protected by a password.")
    raise Unreadable("unsupported", "The file is an old office file, but not a Word document.")


def _image(data: bytes) -> str | None:
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM", b"GIF8", b"RIFF")):
        try:
            kind = puremagic.from_string(data[:4096], mime=True)
        except (puremagic.PureError, ValueError):
            return None
        return kind if kind in IMAGES else None
    return None


def _kind_of_text(data: bytes) -> str:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or (
        start.startswith(b"<") and b"<body" in data[:8192].lower()
    ):
        return HTML
    if start.startswith(b"<?xml"):
        if b"<html" in start:
            return HTML
        raise Unreadable("unsupported", "The file is XML of a kind that is not read.")
    if data.startswith(_BYTE_ORDER_MARKS) or not _looks_binary(data):
        return TEXT
    raise Unreadable("unsupported", "The file is of a kind that is not read.")


def _looks_binary(data: bytes) -> bool:
    head = data[:4096]
    if head.count(0) > len(head) // 3 and head[1::2].count(0) > len(head) // 3:
        return False  # UTF-16 without its mark
    control = sum(byte < 9 or (13 < byte < 32 and byte not in (12, 27)) for byte in head)
    return control > len(head) // 50
