"""OpenDocument texts: paragraphs, headings, lists and tables, straight from the XML."""

from collections.abc import Iterator
from typing import Any

from vagvisare.reading.readers.packages import Package, local_name
from vagvisare.reading.readers.tables import table_lines
from vagvisare.reading.reading import Page

_MANY_SPACES = 200
_LEFT_OUT = {"tracked-changes", "annotation", "sequence-decls", "forms"}


def read(data: bytes) -> list[Page]:
    """Return the pages, split at soft page breaks; running heads come first."""
    package = Package(data)
    lines = _running_lines(package)
    lines += [line for body in _bodies(package.xml("content.xml")) for line in _lines(body)]
    pages = [page.strip("\n") for page in "\n".join(lines).split("\f")]
    return [Page(page) for page in pages if page.strip()]


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
    rows = (e for e in table.iter() if local_name(e) == "table-row")
    return [["\n".join(_lines(c)) for c in row if local_name(c) == "table-cell"] for row in rows]


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name == "s":
            count = next((v for k, v in child.attrib.items() if k.endswith("}c")), "1")
            yield " " * min(int(count) if count.isdigit() else 1, _MANY_SPACES)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name == "soft-page-break":
            yield "\f"
        elif name not in _LEFT_OUT:
            yield from _pieces(child)
        yield child.tail or ""
