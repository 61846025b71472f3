"""Zip packages that lie, swell, overlap or climb out of their folder."""

import bz2
import io
import stat
import struct
import zipfile
import zlib

from tests.hostile.files.case import READS, Case, case
from tests.hostile.files.zips import docx, odt, overlapping, patched, pptx, slide, word_xml, zipped

MANY = 150 * 2**20  # more than a package may unpack to


def swelling(name: str, beside: dict[str, bytes] | None = None) -> bytes:
    """A part that unpacks to MANY bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for other, data in (beside or {}).items():
            package.writestr(other, data)
        with package.open(name, "w") as part:
            for _ in range(MANY // 2**20):
                part.write(b" " * 2**20)
    return out.getvalue()


def many_swelling_slides() -> bytes:
    large = slide("a" * 2**20)
    return pptx(*[large] * 130)


def nested(levels: int = 12) -> bytes:
    """A bomb of zip files in zip files, as an attachment that no reader opens."""
    inner = zipped({"bomb.txt": b"\0" * 2**20})
    for _ in range(levels):
        inner = zipped({f"{n}.zip": inner for n in range(10)})
    return docx(word__embeddings__bomb_zip=inner)


def overlap() -> bytes:
    kernel = b"<a>" + b" " * 2**21 + b"</a>"
    return overlapping(["word/document.xml", *(f"word/header{n}.xml" for n in range(200))], kernel)


def declares_four_gigabytes() -> bytes:
    return patched(docx(), 22, struct.pack("<I", 2**32 - 2))


def squeezed_otherwise(method: int) -> bytes:
    """Deflate is all that Word and OpenDocument allow; other methods swell without a bound."""
    body = word_xml("<w:p/>" + " " * 2**22)
    return zipped({"word/document.xml": body}, method)


def bzip2_bomb() -> bytes:
    """1.5 GB in a kilobyte or two, which the library would unpack in one go."""
    packer = bz2.BZ2Compressor(9)
    block = b"".join(packer.compress(b" " * 2**20) for _ in range(45)) + packer.flush()
    data = block * 34
    head = (20, 0, 12, 0, 0, 0, len(data), MANY * 10, 17, 0)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", *head) + b"word/document.xml"
    fields = (20, 20, 0, 12, 0, 0, 0, len(data), MANY * 10, 17, 0, 0, 0, 0, 0, 0)
    central = struct.pack("<4s6H3I5H2I", b"PK\1\2", *fields) + b"word/document.xml"
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(central), len(local) + len(data), 0)
    return local + data + central + end


def names_outside() -> bytes:
    return zipped(
        {
            "word/document.xml": word_xml("<w:p><w:r><w:t>Policy för kost</w:t></w:r></w:p>"),
            "../../../../tmp/hostile": b"x",
            "/tmp/hostile": b"x",
            "word/../../header.xml": b"x",
            "..\\..\\hostile": b"x",
        }
    )


def link(name: str, target: str = "/etc/passwd") -> bytes:
    """A part that is a symbolic link to a file of the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(entry, target)
        if name != "word/document.xml":
            package.writestr("word/document.xml", word_xml("<w:p><w:r><w:t>Plan</w:t></w:r></w:p>"))
    return out.getvalue()


def twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in (("word/document.xml", "Plan ett"), ("word/document.xmk", "Plan två")):
            package.writestr(name, word_xml(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))
    return out.getvalue().replace(b"word/document.xmk", b"word/document.xml")


def too_many_parts(count: int = 60_000) -> bytes:
    return docx(**{f"word__media__{n}": b"" for n in range(count)})


def wrong_checksum() -> bytes:
    return patched(docx(), 14, b"\1\2\3\4")


def cut(keep: float) -> bytes:
    whole = docx()
    return whole[: int(len(whole) * keep)]


def directory_elsewhere() -> bytes:
    data = bytearray(docx())
    at = data.rfind(b"PK\5\6")
    data[at + 16 : at + 20] = struct.pack("<I", 2**31)
    return bytes(data)


def huge_zip64() -> bytes:
    """An end of directory that sends the reader beyond the end of everything."""
    end64 = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, 2**63 - 1, 2**63 - 1)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 65535, 65535, 2**32 - 1, 2**32 - 1, 0)
    return b"PK\3\4" + end64 + locator + end


def lying_deflate() -> bytes:
    """A part that says it is deflated and holds noise."""
    noise = zlib.compress(bytes(range(256)) * 8)[7:]
    return patched(zipped({"word/document.xml": noise}, zipfile.ZIP_STORED), 8, b"\x08\0")


CASES: dict[str, Case] = {
    "zip-bomb.docx": case(swelling, "too_large", name="word/document.xml"),
    "zip-bomb.odt": case(swelling, "too_large", name="content.xml"),
    "zip-bomb.pptx": case(many_swelling_slides, "too_large"),
    "zip-bomb-in-header.docx": case(
        swelling, "too_large", name="word/header1.xml", beside={"word/document.xml": word_xml("")}
    ),
    "nested-zips.docx": case(nested, READS),
    "overlapping.docx": case(overlap, "too_large", "unreadable"),
    "declares-4gb.docx": case(declares_four_gigabytes, READS, "unreadable"),
    "lzma.docx": case(squeezed_otherwise, "unreadable", method=zipfile.ZIP_LZMA),
    "bzip2-bomb.docx": case(bzip2_bomb, "unreadable"),
    "method-99.docx": case(lambda: patched(docx(), 8, b"\x63\0"), "unreadable"),
    "names-outside.docx": case(names_outside, READS),
    "link-as-document.docx": case(link, "unreadable", name="word/document.xml"),
    "link-as-header.docx": case(link, "unreadable", name="word/header1.xml"),
    "same-name-twice.docx": case(twice, READS),
    "60000-parts.docx": case(too_many_parts, "too_large"),
    "wrong-checksum.docx": case(wrong_checksum, "unreadable"),
    "needs-password.docx": case(lambda: patched(docx(), 6, b"\1\0"), "encrypted"),
    "cut-early.docx": case(cut, "unreadable", keep=0.2),
    "cut-late.docx": case(cut, "unreadable", keep=0.9),
    "directory-elsewhere.docx": case(directory_elsewhere, "unreadable"),
    "zip64-beyond.docx": case(huge_zip64, "unreadable"),
    "lying-deflate.docx": case(lying_deflate, "unreadable"),
    "no-document.docx": case(lambda: zipped({"word/settings.xml": b"<a/>"}), "unsupported"),
    "plain.zip": case(lambda: zipped({"läs.txt": b"hej"}), "unsupported"),
    "cut.odt": case(lambda: odt()[:-30], "unreadable"),
}
