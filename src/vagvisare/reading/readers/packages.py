"""Opening zip packages and the XML in them without trusting either."""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from vagvisare.reading.errors import Unreadable

MOST_UNPACKED = 100 * 2**20
MOST_ENTRIES = 5_000
# All that Word and OpenDocument allow, and all that the library unpacks a piece at a time.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = 1
_DAMAGE = (KeyError, zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError)


class Package:
    """A zip file whose parts are read by name, up to MOST_UNPACKED bytes in all.

    :raises Unreadable: when it is damaged, encrypted, or unpacks to too much
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable("unreadable", "The file is a damaged package.") from error
        self.names = self._zip.namelist()
        if len(self.names) > MOST_ENTRIES:
            raise Unreadable("too_large", "The package holds too many parts.")
        self._left = MOST_UNPACKED

    def read(self, name: str) -> bytes:
        """Return the part `name`."""
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & _LOCKED:
                raise Unreadable("encrypted", "The package is protected by a password.")
            if entry.compress_type not in _METHODS:
                raise Unreadable("unreadable", f"The package has {name} in an unknown form.")
            with self._zip.open(entry) as part:
                data = part.read(self._left + 1)
        except _DAMAGE as error:
            raise Unreadable("unreadable", f"The package lacks a whole {name}.") from error
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable("too_large", "The package unpacks to too much.")
        return data

    def xml(self, name: str) -> Any:
        """Return the root of the XML part `name`."""
        return xml_root(self.read(name))


def xml_root(data: bytes) -> Any:
    """Return the root of `data` read without entities, network or huge trees."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("unreadable", "The document's XML is damaged.") from error
    if root is None:
        raise Unreadable("unreadable", "The document's XML is empty.")
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("unreadable", "The document's XML declares entities of its own.")
    return root


def local_name(element: Any) -> str:
    """Return the name of an element without its namespace, "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
