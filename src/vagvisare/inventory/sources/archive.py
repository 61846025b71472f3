"""A zip archive, opened without trusting what it says of itself."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, cast

from django.utils.translation import gettext as _

from vagvisare.inventory.sources.found import CannotTakeFrom, Found, Unopenable, fault
from vagvisare.inventory.sources.names import harmless, parts_left_out, suffix_of
from vagvisare.inventory.store import LARGEST

MOST_ENTRIES = 100_000
MOST_UNPACKED = 20 * 2**30  # bytes; ten times the papers of a large municipality
# A page of text packs to a tenth, an empty scanned page to a hundredth; a bomb to a thousandth.
MOST_TIMES, RATIO_COUNTS_FROM = 300, 10 * 2**20
# The only methods that are unpacked a piece at a time within known memory.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED, _NAME_IS_UTF8 = 0x1, 0x800
_ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"})
# What is a zip file inside but one document to its reader.
_OFFICE_PARTS = ("[Content_Types].xml", "mimetype")
_SWEDISH = frozenset("åäöÅÄÖéÉüÜ§–—’”")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


def recognizes(source: str) -> bool:
    """Tell whether the source is called a zip archive, or is one and no office document."""
    path = Path(source)
    if not path.is_file():
        return False
    if suffix_of(path.name) == ".zip":
        return True
    try:
        with zipfile.ZipFile(path) as package:
            return not any(part in package.NameToInfo for part in _OFFICE_PARTS)
    except (*_DAMAGE, NotImplementedError):
        return False


def files(source: str) -> Iterator[Found]:
    """Yield the files of the archive in the order of their paths.

    Only the archive's list of contents is held in memory, at most MOST_ENTRIES long.

    :raises CannotTakeFrom: when it is damaged, or unpacks to more than any archive of papers
    """
    # Closed when the last file of it is let go: a list of what is in it may be kept and opened.
    package = _opened(Path(source))
    entries = [(harmless(name_of(entry)), entry) for entry in package.infolist()]
    for path, entry in sorted(entries, key=lambda pair: pair[0]):
        beside = entry.is_dir() or _is_link(entry) or parts_left_out(path.split("/"))
        if path and not beside:
            yield _found(package, path, entry)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        package = zipfile.ZipFile(path)
    except (*_DAMAGE, NotImplementedError) as error:
        raise CannotTakeFrom(
            _("{name} is damaged, or no zip archive. Fetch or pack it again.").format(
                name=path.name
            )
        ) from error
    entries = package.infolist()
    if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > MOST_UNPACKED:
        package.close()
        raise CannotTakeFrom(
            _(
                "{name} unpacks to more than is taken in: at most {files} files and {size} GB. "
                "Divide it, or unpack it and give the folder."
            ).format(name=path.name, files=MOST_ENTRIES, size=MOST_UNPACKED // 2**30)
        )
    return package


def _is_link(entry: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(entry.external_attr >> 16)


def name_of(entry: zipfile.ZipInfo) -> str:
    """Return the entry's name, in the encoding that makes it Swedish where it does not say.

    Windows writes its names in cp437 or cp850, which have the same å, ä and ö; Macs write
    UTF-8, and some servers cp1252, without saying so.
    """
    name = entry.filename
    if entry.flag_bits & _NAME_IS_UTF8 or name.isascii():
        return name
    raw = name.encode("cp437", "replace")
    for encoding in ("utf-8", "cp437", "cp1252"):
        try:
            read = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or all(sign.isascii() or sign in _SWEDISH for sign in read):
            return read
    return name


def _found(package: zipfile.ZipFile, path: str, entry: zipfile.ZipInfo) -> Found:
    if entry.flag_bits & _ENCRYPTED:
        sentence = _("It is protected by a password in the archive. Unpack it with the password.")
        return fault(path, "encrypted", sentence)
    if suffix_of(path) in _ARCHIVES:
        sentence = _("It is an archive inside the archive. Unpack it and give it by itself.")
        return fault(path, "nested", sentence)
    if entry.compress_type not in _METHODS:
        sentence = _("It is packed in a way that is not read. Pack the archive as ordinary zip.")
        return fault(path, "unsupported", sentence)
    packed_too_well = (
        entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MOST_TIMES * entry.compress_size
    )
    if entry.file_size > LARGEST or packed_too_well:
        sentence = _("It unpacks to {size} MB, more than is taken in. Give it by itself.")
        return fault(path, "too_large", sentence.format(size=entry.file_size // 2**20))
    return Found(path, lambda: _Part.of(package, entry))


class _Part(io.BufferedIOBase):
    """An entry being unpacked; damage is said in a sentence."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part

    @classmethod
    def of(cls, package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> BinaryIO:
        try:
            return cast(BinaryIO, cls(package.open(entry)))
        except (*_DAMAGE, NotImplementedError) as error:
            raise _damaged() from error

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return up to `size` bytes, none at the end."""
        try:
            return self._part.read(-1 if size is None else size)
        except _DAMAGE as error:
            raise _damaged() from error

    def close(self) -> None:
        self._part.close()
        super().close()


def _damaged() -> Unopenable:
    return Unopenable(
        "unreadable", _("It is damaged inside the archive. Fetch or pack the archive again.")
    )
