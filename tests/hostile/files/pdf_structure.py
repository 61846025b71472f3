"""PDF files whose objects, tables and pages go round in rings or nowhere."""

import io
import re
from functools import partial

import pikepdf

from tests.hostile.files.case import READS, Case, case
from tests.hostile.files.pdf_parts import Objects, ordinary, page, stream, words, written

CUTS = (0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99)


def with_objects(objects: Objects, trailer: str = "") -> bytes:
    return written(ordinary() | objects, trailer)


def boxed(box: str) -> bytes:
    return written(ordinary(box=box))


def ring_of_tables() -> bytes:
    """Each table of places names itself as the one before it."""
    whole = written(ordinary())
    at = whole.rindex(b"xref\n0 1")
    return whole.replace(b"trailer<<", f"trailer<</Prev {at}".encode())


def ring_of_stream_tables() -> bytes:
    data = written(ordinary())
    at = len(data)
    entries = f"/Type/XRef/W[1 2 1]/Index[0 1]/Size 6/Root 1 0 R/Prev {at}"
    return (
        data
        + b"\n9 0 obj\n"
        + stream(b"\0\0\0\0", entries)
        + f"\nendobj\nstartxref\n{at + 1}\n%%EOF".encode()
    )


def object_stream_in_itself() -> bytes:
    inside = stream(b"7 0 <</Type/Pages/Kids[7 0 R]>>", "/Type/ObjStm/N 1/First 4")
    entries = "/Type/XRef/W[1 2 1]/Index[7 1]/Size 8/Root 7 0 R"
    data = b"%PDF-1.7\n7 0 obj\n" + inside + b"\nendobj\n"
    table = b"8 0 obj\n" + stream(b"\2\0\7\0", entries) + b"\nendobj\n"
    return data + table + f"startxref\n{len(data)}\n%%EOF".encode()


def many_pages(count: int) -> bytes:
    kids = " ".join(["3 0 R"] * count)
    return with_objects({2: f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode()})


def deep_pages(depth: int = 20_000) -> bytes:
    """Page nodes in page nodes."""
    nodes = {
        n: f"<</Type/Pages/Kids[{n + 1} 0 R]/Count 1/Parent {n - 1} 0 R>>".encode()
        for n in range(10, 10 + depth)
    }
    last = {10 + depth: page()}
    return with_objects({2: b"<</Type/Pages/Kids[10 0 R]/Count 1>>"} | nodes | last)


def wide_ring(count: int = 300) -> bytes:
    """Every node holds all nodes: count to the power of count pages."""
    kids = " ".join(f"{n} 0 R" for n in range(10, 10 + count))
    node = f"<</Type/Pages/Kids[{kids}]/Count {2**31 - 1}>>".encode()
    return with_objects({2: node} | dict.fromkeys(range(10, 10 + count), node))


def cut(keep: float) -> bytes:
    whole = written(ordinary(words() * 40))
    return whole[: int(len(whole) * keep)]


def locked(user: str, revision: int) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(written(ordinary()))) as document:
        lock = pikepdf.Encryption(
            user=user, owner="ägare", R=revision, aes=revision > 3, metadata=revision > 3
        )
        document.save(out, encryption=lock)
    return out.getvalue()


def without_table() -> bytes:
    return re.sub(rb"xref.*", b"", written(ordinary()), flags=re.S)


def huge_numbers() -> bytes:
    huge = written(ordinary(), f"/Size {10**30}/Prev -1")
    return huge.replace(b"4 0 R", b"4 99999999999999999999 R", 1)


_TREE = {
    "page-tree-ring.pdf": {2: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"},
    "page-is-its-parent.pdf": {2: b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>", 3: b"2 0 R"},
    "count-of-2-billion.pdf": {2: b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"},
    "count-below-zero.pdf": {2: b"<</Type/Pages/Kids[3 0 R]/Count -5>>"},
    "contents-ring.pdf": {4: b"[4 0 R 4 0 R]"},
    "length-ring.pdf": {4: b"<</Length 4 0 R>>stream\nBT ET\nendstream"},
    "length-huge.pdf": {4: stream(words(), length=2**40)},
    "outline-ring.pdf": {
        1: b"<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R>>",
        7: b"<</First 7 0 R/Last 7 0 R/Next 7 0 R/Count 99999>>",
    },
    "deep-arrays.pdf": {7: b"[" * 500_000 + b"]" * 500_000, 4: b"7 0 R"},
    "deep-dictionaries.pdf": {3: b"<</A" * 100_000 + b">>" * 100_000},
}
_BOXES = {
    "giant-page.pdf": "[0 0 1e9 1e9]",
    "flat-page.pdf": "[0 0 1000000 0.0001]",
    "page-turned-inside-out.pdf": "[595 842 0 0]",
    "no-size.pdf": "[0 0 0 0]",
    "no-number-size.pdf": "[0 0 (a) 99999999999999999999999999999999]",
}
_SPOILT = (READS, "unreadable", "no_text")

CASES: dict[str, Case] = (
    {name: case(partial(with_objects, spoilt), *_SPOILT) for name, spoilt in _TREE.items()}
    | {name: case(boxed, *_SPOILT, box=box) for name, box in _BOXES.items()}
    | {f"cut-at-{keep:.0%}.pdf".replace("%", ""): case(cut, *_SPOILT, keep=keep) for keep in CUTS}
    | {
        "table-ring.pdf": case(ring_of_tables, *_SPOILT),
        "stream-table-ring.pdf": case(ring_of_stream_tables, *_SPOILT),
        "object-stream-in-itself.pdf": case(object_stream_in_itself, "unreadable", "no_text"),
        "2500-pages.pdf": case(many_pages, READS, count=2_500),
        "deep-page-tree.pdf": case(deep_pages, *_SPOILT),
        "wide-page-ring.pdf": case(wide_ring, *_SPOILT, "timeout"),
        "password.pdf": case(locked, "encrypted", user="hemligt", revision=6),
        "password-old.pdf": case(locked, "encrypted", user="hemligt", revision=3),
        "empty-password.pdf": case(locked, READS, user="", revision=6),
        "empty-password-old.pdf": case(locked, READS, user="", revision=2),
        "no-table.pdf": case(without_table, READS, "unreadable"),
        "table-out-of-sight.pdf": case(
            lambda: written(ordinary(), start=10**12), READS, "unreadable"
        ),
        "huge-numbers.pdf": case(huge_numbers, *_SPOILT),
        "only-a-head.pdf": case(lambda: b"%PDF-1.7\n", "unreadable"),
        "noise-before.pdf": case(
            lambda: b"\xff\0" * 400 + written(ordinary()), READS, "unreadable"
        ),
    }
)
