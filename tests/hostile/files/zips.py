"""Zip files with something wrong about them, and what they need around it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
SENTENCE = "Policy för kost, antagen av kommunfullmäktige 2021-03-04 § 12."


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def docx(body: str = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>", **parts: bytes) -> bytes:
    """Return a Word file with this body and more parts; "__" in their names stands for "/"."""
    return zipped({"word/document.xml": word_xml(body)} | named(parts))


def named(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name.replace("__", "/"): data for name, data in parts.items()}


def word_xml(body: str, before: str = "") -> bytes:
    return f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()


def odt(body: str = f"<text:p>{SENTENCE}</text:p>", before: str = "") -> bytes:
    """Return an OpenDocument text with this body."""
    return zipped({"content.xml": odt_xml(body, before)})


def odt_xml(body: str, before: str = "") -> bytes:
    spaces = f'xmlns:office="{OFFICE}" xmlns:text="{TEXT}" xmlns:table="{TABLE}"'
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"{before}<office:document-content {spaces}>{inside}</office:document-content>".encode()


def pptx(*slides: bytes) -> bytes:
    """Return a PowerPoint file with these slides."""
    parts = {f"ppt/slides/slide{n}.xml": slide for n, slide in enumerate(slides, start=1)}
    return zipped({"ppt/presentation.xml": b"<p/>"} | parts)


def slide(text: str = SENTENCE, before: str = "") -> bytes:
    return f'{before}<s xmlns:a="{DRAWING}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></s>'.encode()


def patched(data: bytes, offset_in_head: int, value: bytes) -> bytes:
    """Return the zip file with `value` written into each entry's local and central head.

    offset_in_head  bytes from the head's signature, in the local one; the central has two more
    """
    out = bytearray(data)
    for signature, more in ((b"PK\3\4", 0), (b"PK\1\2", 2)):
        at = out.find(signature)
        while at >= 0:
            start = at + offset_in_head + more
            out[start : start + len(value)] = value
            at = out.find(signature, at + 4)
    return bytes(out)


def overlapping(names: list[str], kernel: bytes) -> bytes:
    """Return a zip file in which every entry unpacks to the heads and data of all after it.

    Each local head is quoted by a stored deflate block that belongs to the entry before it, and
    all end in the same kernel (David Fifield, "A better zip bomb", WOOT 2019).
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    squeezed = packer.compress(kernel) + packer.flush()
    tail, unpacked, entries = squeezed, kernel, []
    for name in reversed(names):
        head = _local_head(name, squeezed=tail, unpacked=unpacked)
        entries.insert(0, (name, len(tail), zlib.crc32(unpacked), len(unpacked), len(head)))
        quote = b"\0" + struct.pack("<HH", len(head), len(head) ^ 0xFFFF)
        tail, unpacked = quote + head + tail, head + unpacked
    data = tail[5:]  # nobody quotes the first head
    return data + _directory(entries, len(data))


def _local_head(name: str, squeezed: bytes, unpacked: bytes) -> bytes:
    sizes = (zlib.crc32(unpacked), len(squeezed), len(unpacked), len(name), 0)
    return struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes) + name.encode()


def _directory(entries: list[tuple[str, int, int, int, int]], start: int) -> bytes:
    out, at = b"", 0
    for name, squeezed, checksum, unpacked, head in entries:
        fields = (20, 20, 0, 8, 0, 0, checksum, squeezed, unpacked, len(name), 0, 0, 0, 0, 0, at)
        out += struct.pack("<4s6H3I5H2I", b"PK\1\2", *fields) + name.encode()
        at += head + 5
    count = len(entries)
    return out + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(out), start, 0)
