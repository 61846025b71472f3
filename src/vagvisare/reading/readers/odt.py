"""OpenDocument texts: paragraphs, headings, lists and tables, straight from the XML."""

import re
from collections.abc import Iterator
from typing import Any

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.readers.packages import Package, local_name
from vagvisare.reading.readers.tables import table_lines
from vagvisare.reading.readers.txt import pages_of
from vagvisare.reading.reading import Page

_MANIFEST = "META-INF/manifest.xml"
_MANY_SPACES = 200
_GROUPS = {"table-row-group", "table-header-rows", "table-rows"}
_LEFT_OUT = {"tracked-changes", "annotation", "sequence-decls", "forms"}


def read(data: bytes) -> list[Page]:
    """Return the pages, split at soft page breaks; running heads come first."""
    package = Package(data)
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise Unreadable("encrypted", "The document is protected by a password.")
    lines = _running_lines(package)
    lines += [line for body in _bodies(package.xml("content.xml")) for line in _lines(body)]
    return [Page(p.text.strip("\n")) for p in pages_of("\n".join(lines)) if p.text.strip()]


def _running_lines(package: Package) -> list[str]:
    if "styles.xml" not in package.names:
        return []
    root = package.xml("styles.xml")
    parts = [e for e in root.iter() if local_name(e) in ("header", "footer", "header-first")]
    return list(dict.fromkeys(line for part in parts for line in _lines(part) if line.strip()))


def _bodies(root: Any) -> Iterator[Any]:
    return (
        e for e in root.iter() if local_name(e) == "text" and local_name(e.getparent()) == "body"
    )


def _lines(root: Any) -> Iterator[str]:
    for child in root:
        name = local_name(child)
        if name in ("p", "h"):
            yield "".join(_pieces(child))
        elif name == "table":
            yield from table_lines(_rows(child))
        elif name == "soft-page-break":
            yield "\f"
        elif name not in _LEFT_OUT:
            yield from _lines(child)


def _rows(table: Any) -> list[list[str]]:
    rows = _own_rows(table)
    return [["\n".join(_lines(c)) for c in row if local_name(c) == "table-cell"] for row in rows]


def _own_rows(table: Any) -> Iterator[Any]:
    """Yield the rows of the table itself: those of tables in its cells come with the cells."""
    for child in table:
        if local_name(child) == "table-row":
            yield child
        elif local_name(child) in _GROUPS:
            yield from _own_rows(child)


def _spaces(count: str) -> int:
    """Return how many spaces to write, whatever the attribute says."""
    if not re.fullmatch(r"[0-9]+", count):
        return 1
    return min(int(count[:9]), _MANY_SPACES)


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name == "s":
            count = next((v for k, v in child.attrib.items() if k.endswith("}c")), "1")
            yield " " * _spaces(count)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name == "soft-page-break":
            yield "\f"
        elif name not in _LEFT_OUT:
            yield from _pieces(child)
        yield child.tail or ""
