"""Files that are not what they are called, and kinds that nobody reads."""

import gzip
import io
import tarfile

from tests.hostile.files.case import READS, Case, case
from tests.hostile.files.pdf_parts import ordinary, written
from tests.hostile.files.texts import SENTENCE
from tests.hostile.files.zips import docx


def archive() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive_file:
        member = tarfile.TarInfo("../../etc/hostile")
        archive_file.addfile(member)
    return out.getvalue()


def pdf_and_docx() -> bytes:
    """Both at once: readers must agree on which."""
    return written(ordinary()) + docx()


def picture_and_page() -> bytes:
    return b"GIF89a/*" + b"<html><body>" + SENTENCE.encode() + b"</body></html>"


CASES: dict[str, Case] = {
    "pdf-called.docx": case(lambda: written(ordinary()), READS),
    "docx-called.pdf": case(docx, READS),
    "text-called.pdf": case(lambda: SENTENCE.encode(), READS),
    "text-called.docx": case(lambda: SENTENCE.encode(), READS),
    "html.py": case(lambda: SENTENCE.encode(), READS),
    "program.pdf": case(lambda: b"MZ" + bytes(range(256)) * 40, "unsupported"),
    "program.doc": case(lambda: b"\x7fELF" + bytes(4_000), "unsupported", "no_text"),
    "gzip-bomb.pdf": case(lambda: gzip.compress(bytes(50 * 2**20)), "unsupported"),
    "archive.docx": case(archive, "unsupported", "no_text"),
    "pdf-and-docx.pdf": case(pdf_and_docx, READS),
    "picture-and-page.gif": case(
        picture_and_page, "unreadable", "unsupported", "too_large", "no_text"
    ),
    "database.doc": case(lambda: b"SQLite format 3\0" + bytes(4_000), "unsupported", "no_text"),
    "name with\nline end.txt": case(lambda: SENTENCE.encode(), READS),
    "-rf.txt": case(lambda: SENTENCE.encode(), READS),
    f"{'å' * 120}.txt": case(lambda: SENTENCE.encode(), READS),
}
