"""What is fuzzed: for each target a function of bytes, and the seeds it begins with.

Packages are fuzzed in their parts, or a checksum would stop nearly every change at the door; one
target of its own changes the packages themselves.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.hostile.files import CASES
from tests.hostile.files.zips import zipped

from vagvisare.reading import content
from vagvisare.reading.content import media_type_of
from vagvisare.reading.errors import Unreadable
from vagvisare.reading.read import read_text
from vagvisare.reading.readers import READERS, packages, txt

Target = Callable[[bytes], object]
LARGEST_SEED = 8_000


def _reader(media_type: str) -> Target:
    return READERS[media_type]


def _part(media_type: str, name: str) -> Target:
    """A target that reads the bytes as the part `name` of a package."""
    return lambda data: READERS[media_type](zipped({name: data}, 0))


def _package(data: bytes) -> None:
    media_type_of(data)
    package = packages.Package(data)
    for name in package.names:
        package.read(name)


def _any_file(data: bytes) -> object:
    return READERS[media_type_of(data)](data)


def _facts(data: bytes) -> object:
    return read_text(txt.decoded(data), on=date(2024, 1, 1))


TARGETS: dict[str, Target] = {
    "pdf": _reader(content.PDF),
    "docx": _part(content.DOCX, "word/document.xml"),
    "odt": _part(content.ODT, "content.xml"),
    "pptx": _part(content.PPTX, "ppt/slides/slide1.xml"),
    "html": _reader(content.HTML),
    "rtf": _reader(content.RTF),
    "txt": _reader(content.TEXT),
    "doc": _reader(content.DOC),
    "image": _reader(content.IMAGES[0]),
    "package": _package,
    "any": _any_file,
    "facts": _facts,
}
_ENDINGS = {
    "image": (".png", ".gif", ".tiff", ".jpg", ".bmp", ".webp"),
    "package": (".docx", ".odt", ".pptx"),
    "any": ("",),
    "facts": (".txt",),
}
_PARTS = {
    "docx": "word/document.xml",
    "odt": "content.xml",
    "pptx": "ppt/slides/slide1.xml",
}


def run(name: str, data: bytes) -> None:
    """Give the target the bytes. Whatever it raises but `Unreadable` is a finding."""
    try:
        TARGETS[name](data)
    except Unreadable:
        return


def seeds(name: str) -> list[bytes]:
    """Return what the fuzzer begins with: the small, quick hostile files of the target's kind."""
    endings = _ENDINGS.get(name, (f".{name}",))
    quick = {file: case for file, case in CASES.items() if "timeout" not in case.ends_in}
    files = [case.build() for file, case in quick.items() if file.endswith(endings)]
    if name in _PARTS:
        files = [part for file in files if (part := _part_of(file, _PARTS[name])) is not None]
    return [file for file in files if 0 < len(file) <= LARGEST_SEED]


def _part_of(data: bytes, name: str) -> bytes | None:
    try:
        return packages.Package(data).read(name)
    except Unreadable:
        return None
