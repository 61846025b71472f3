"""Old Word files, whose reader is a program of its own: compound files that lie about themselves."""

import random
import struct

from tests.hostile.files.case import READS, Case, case

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR = 512
FREE, END = 0xFFFFFFFF, 0xFFFFFFFE


def header(fat: int = 0, directory: int = 1, difat: int = END) -> bytes:
    """The first sector: where the table of sectors and the directory are said to begin."""
    fields = struct.pack("<16x5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    counts = struct.pack("<9I", 0, 1, directory, 0, 4096, END, 0, difat, 0)
    return (MAGIC + fields + counts + struct.pack("<109I", fat, *[FREE] * 108)).ljust(SECTOR, b"\0")


def entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    """A directory entry whose neighbours are itself where a ring is wanted."""
    named = name.encode("utf-16-le")
    head = named.ljust(64, b"\0") + struct.pack(
        "<HBB3I", len(named) + 2, kind, 1, FREE, FREE, child
    )
    return head.ljust(116, b"\0") + struct.pack("<IQ", start, size)


def word(table: list[int], stream: bytes, size: int | None = None, child: int = 1) -> bytes:
    """A compound file with one stream, WordDocument, that begins in sector 2."""
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    entries = entry("Root Entry", 5, END, 0, child)
    entries += entry("WordDocument", 2, 2, len(stream) if size is None else size)
    return header() + sectors + entries.ljust(SECTOR, b"\0") + stream.ljust(8 * SECTOR, b"\0")


def main_stream() -> bytes:
    """The head of a Word 97 text that says its text is far away."""
    head = struct.pack("<2H", 0xA5EC, 0x00C1).ljust(24, b"\0") + struct.pack("<2I", 1024, 2**31)
    return head.ljust(4096, b"\7")


def noisy(seed: int) -> bytes:
    """A real head, and noise for all the rest."""
    noise = random.Random(seed).randbytes(9 * SECTOR)
    return word([0xFFFFFFFD, END, 3, 4, 5, 6, 7, 8, 9, END], noise)


_ROW = [0xFFFFFFFD, END, 3, 4, 5, 6, 7, 8, 9, END]
_DAMAGED = ("unreadable",)

CASES: dict[str, Case] = {
    "noise.doc": case(
        lambda: MAGIC + "WordDocument".encode("utf-16-le") + random.Random(1).randbytes(50_000),
        *_DAMAGED,
    ),
    "only-magic.doc": case(lambda: MAGIC, "unsupported"),
    "sector-ring.doc": case(lambda: word([0xFFFFFFFD, 1, 2, 2], main_stream()), *_DAMAGED),
    "sector-far-away.doc": case(lambda: word([0xFFFFFFFD, END, 10**9], main_stream()), *_DAMAGED),
    "directory-ring.doc": case(lambda: word(_ROW, main_stream(), child=0), *_DAMAGED),
    "says-4gb.doc": case(lambda: word(_ROW, main_stream(), size=2**32 - 1), *_DAMAGED),
    "far-text.doc": case(lambda: word(_ROW, main_stream()), *_DAMAGED),
    "table-ring.doc": case(lambda: header(0, 0, 0) + word(_ROW, b"")[SECTOR:], *_DAMAGED),
    "password.doc": case(
        lambda: MAGIC + "EncryptedPackage".encode("utf-16-le") + bytes(9_000), "encrypted"
    ),
    "sheet.xls": case(lambda: MAGIC + "Workbook".encode("utf-16-le") + bytes(9_000), "unsupported"),
} | {f"noise-{n}.doc": case(noisy, *_DAMAGED, READS, seed=n) for n in range(4)}
