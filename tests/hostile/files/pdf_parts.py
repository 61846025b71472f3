"""PDF files from their objects, right or wrong."""

import zlib

SENTENCE = "Policy for kost, antagen av kommunfullmaktige 2021-03-04 paragraf 12."
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
Objects = dict[int, bytes]


def stream(data: bytes, entries: str = "", length: int | None = None) -> bytes:
    """Return a stream object; `length` is what it says of itself, the truth when left out."""
    said = len(data) if length is None else length
    return f"<<{entries}/Length {said}>>stream\n".encode() + data + b"\nendstream"


def deflated(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def words(text: str = SENTENCE) -> bytes:
    """Return the content of a page with one line of text."""
    return f"BT /F1 11 Tf 50 700 Td ({text}) Tj ET".encode()


def page(resources: str = "", extra: str = "", box: str = "[0 0 595 842]") -> bytes:
    own = f"/Resources<</Font<</F1 5 0 R>>{resources}>>"
    return f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents 4 0 R{own}{extra}>>".encode()


def ordinary(
    content: bytes | None = None, resources: str = "", extra: str = "", box: str = "[0 0 595 842]"
) -> Objects:
    """Return the objects of a file of one page, for a test to spoil."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: page(resources, extra, box),
        4: stream(words() if content is None else content),
        5: FONT.encode(),
    }


def picture_page(image: bytes) -> Objects:
    """Return the objects of a page that shows object 6 and nothing else."""
    return ordinary(b"q 500 0 0 700 0 0 cm /I Do Q", "/XObject<</I 6 0 R>>") | {6: image}


def written(objects: Objects, trailer: str = "", *, start: int | None = None) -> bytes:
    """Return the file; `start` is where it says its table is, the truth when left out."""
    out = bytearray(b"%PDF-1.7\n%\xe5\xe4\xf6\xc5\n")
    places = {}
    for number, data in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    end = f"trailer<</Root 1 0 R/Size {max(objects) + 1}{trailer}>>\nstartxref\n"
    return bytes(out) + end.encode() + f"{table if start is None else start}\n%%EOF".encode()
