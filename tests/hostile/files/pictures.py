"""Pictures with more pixels, frames or words than they have bytes for."""

import io
import random
import struct
import zlib

from PIL import Image

from tests.hostile.files.case import READS, Case, case

NOISE = random.Random(11).randbytes(5_000)
PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def png(width: int, height: int, *chunks: bytes, depth: int = 8) -> bytes:
    head = chunk(b"IHDR", struct.pack(">2I5B", width, height, depth, 0, 0, 0, 0))
    return PNG + head + b"".join(chunks) + chunk(b"IEND", b"")


def white_png(side: int) -> bytes:
    """All the pixels are there: white, and packed to a few kilobytes."""
    row = b"\0" + b"\xff" * (side // 8)
    return png(side // 8 * 8, side, chunk(b"IDAT", zlib.compress(row * side)), depth=1)


def word_bomb(kind: bytes) -> bytes:
    """Words in a picture that unpack to 200 MB."""
    packed = zlib.compress(b"a" * 200 * 2**20)
    return png(9, 9, chunk(kind, b"a\0\0" + packed), chunk(b"IDAT", zlib.compress(b"\0" * 99)))


def saved(kind: str, *frames: Image.Image, **more: object) -> bytes:
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=len(frames) > 1, append_images=frames[1:], **more)
    return out.getvalue()


def many_frames(kind: str, count: int) -> bytes:
    frames = (Image.new("L", (8, 8), n % 255) for n in range(count))
    return saved(kind, *frames, optimize=False)


def tiff(*entries: tuple[int, int, int], following: int = 0) -> bytes:
    """One directory of (tag, count, value), which names the place of the directory after it."""
    rows = b"".join(struct.pack("<2H2I", tag, 4, count, value) for tag, count, value in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + rows + struct.pack("<I", following)


_SMALL = (
    (256, 1, 8),
    (257, 1, 8),
    (258, 1, 8),
    (259, 1, 1),
    (262, 1, 1),
    (273, 1, 8),
    (279, 1, 64),
)


def tiff_ring() -> bytes:
    return tiff(*_SMALL, following=8) + b"\0" * 99


def growing_tiff() -> bytes:
    """A small first page, and a second one of 60,000 x 60,000 pixels."""
    first = tiff(*_SMALL, following=200)
    second = tiff((256, 1, 60_000), (257, 1, 60_000), *_SMALL[2:])[8:]
    return first.ljust(200, b"\0") + second


def growing_gif() -> bytes:
    """A small canvas with frames that say they are as large as can be."""
    frame = b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x4c\x01\0"
    return b"GIF89a\x08\0\x08\0\x80\0\0\0\0\0\xff\xff\xff" + frame * 50 + b";"


def jpeg_of(width: int, height: int) -> bytes:
    whole = bytearray(saved("JPEG", Image.new("L", (16, 16), 255)))
    at = whole.index(b"\xff\xc0")
    whole[at + 5 : at + 9] = struct.pack(">2H", height, width)
    return bytes(whole)


def bmp_of(width: int, height: int) -> bytes:
    whole = bytearray(saved("BMP", Image.new("L", (16, 16))))
    whole[18:26] = struct.pack("<2i", width, height)
    return bytes(whole)


CASES: dict[str, Case] = {
    "60000x60000.png": case(png, "too_large", width=60_000, height=60_000),
    "12000x12000-white.png": case(white_png, "too_large", side=12_000),
    "7000x7000-white.png": case(white_png, "no_text", side=7_000),
    "largest.png": case(png, "too_large", width=2**31 - 1, height=2**31 - 1),
    "no-pixels.png": case(png, "unreadable", width=0, height=0),
    "word-bomb.png": case(word_bomb, "unreadable", "no_text", kind=b"zTXt"),
    "profile-bomb.png": case(word_bomb, "unreadable", "no_text", kind=b"iCCP"),
    "noise.png": case(lambda: PNG + NOISE, "unreadable", "unsupported"),
    "cut.png": case(lambda: white_png(800)[:60], "unreadable"),
    "3000-frames.gif": case(many_frames, "no_text", kind="GIF", count=3_000),
    "growing.gif": case(growing_gif, "too_large", "unreadable"),
    "noise.gif": case(lambda: b"GIF89a" + NOISE, "too_large", "unreadable", "no_text"),
    "300-pages.tiff": case(many_frames, "no_text", kind="TIFF", count=300),
    "ring.tiff": case(tiff_ring, "no_text", "unreadable"),
    "growing.tiff": case(growing_tiff, "too_large"),
    "huge-tags.tiff": case(
        lambda: tiff(*((tag, 2**32 - 1, 8) for tag in range(256, 400))), "unreadable"
    ),
    "noise.tiff": case(lambda: b"II*\0" + NOISE, "unreadable", "unsupported"),
    "65500x65500.jpg": case(jpeg_of, "too_large", width=65_500, height=65_500),
    "cut.jpg": case(
        lambda: saved("JPEG", Image.effect_noise((300, 300), 90))[:2_000], "unreadable"
    ),
    "noise.jpg": case(lambda: b"\xff\xd8\xff\xe0" + NOISE, "unreadable", "unsupported"),
    "2-billion-wide.bmp": case(
        bmp_of, "too_large", "unreadable", "unsupported", width=2**31 - 1, height=2**30
    ),
    "below-zero.bmp": case(
        bmp_of, "too_large", "unreadable", "unsupported", width=-5, height=-(2**31)
    ),
    "noise.webp": case(
        lambda: b"RIFF\xff\xff\xff\x7fWEBPVP8 " + NOISE, "unreadable", "unsupported"
    ),
    "good.png": case(
        lambda: saved("PNG", Image.effect_noise((400, 300), 90).convert("1")), "no_text", READS
    ),
}
