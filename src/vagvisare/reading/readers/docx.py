"""Word documents: running heads, paragraphs and tables, straight from the XML."""

from collections.abc import Iterator
from typing import Any

from vagvisare.reading.readers.packages import Package, local_name
from vagvisare.reading.readers.tables import table_lines
from vagvisare.reading.readers.txt import pages_of
from vagvisare.reading.reading import Page

_SIGNS = {"tab": "\t", "lastRenderedPageBreak": "\f", "noBreakHyphen": "-"}
_BREAKS = {"br", "cr"}
_LEFT_OUT = {"del", "moveFrom", "instrText", "delText", "fldData", "Fallback"}


def read(data: bytes) -> list[Page]:
    """Return the pages, split where the document says so or where Word last broke them."""
    package = Package(data)
    heads = [n for n in sorted(package.names) if n.startswith("word/header")]
    feet = [n for n in sorted(package.names) if n.startswith("word/footer")]
    body = "\n".join(_lines(package.xml("word/document.xml")))
    above = _unique(line for n in heads for line in _lines(package.xml(n)))
    below = _unique(line for n in feet for line in _lines(package.xml(n)))
    whole = "\n".join(part for part in ("\n".join(above), body, "\n".join(below)) if part.strip())
    return [Page(p.text.strip("\n")) for p in pages_of(whole) if p.text.strip()]


def _unique(lines: Iterator[str]) -> list[str]:
    return [line for line in dict.fromkeys(lines) if line.strip()]


def _lines(root: Any) -> Iterator[str]:
    """Yield the lines of the blocks under `root`, in the order they stand."""
    for child in root:
        name = local_name(child)
        if name == "p":
            yield _paragraph(child)
        elif name == "tbl":
            yield from table_lines(_rows(child))
        elif name not in _LEFT_OUT:
            yield from _lines(child)


def _rows(table: Any) -> list[list[str]]:
    rows = (e for e in table.iter() if local_name(e) == "tr" and _nearest_table(e) is table)
    return [[_cell(c) for c in row if local_name(c) in ("tc", "sdt")] for row in rows]


def _nearest_table(element: Any) -> Any:
    return next((a for a in element.iterancestors() if local_name(a) == "tbl"), None)


def _cell(cell: Any) -> str:
    return "\n".join(_lines(cell)).replace("\f", "")


def _paragraph(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name in _BREAKS:
            page = any(value == "page" for value in child.attrib.values())
            yield "\f" if page else "\n"
        elif name == "txbxContent":
            yield "\n" + "\n".join(_lines(child)) + "\n"
        elif name not in _LEFT_OUT:
            yield from _pieces(child)
