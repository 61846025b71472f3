"""PowerPoint: the text of each slide, one page a slide."""

import re
from typing import Any

from vagvisare.reading.readers.packages import Package, local_name
from vagvisare.reading.readers.tables import table_lines
from vagvisare.reading.reading import Page

_SIGNS = {"br": "\n", "tab": "\t"}
_SLIDE = re.compile(r"ppt/slides/slide(\d{1,6})\.xml")


def read(data: bytes) -> list[Page]:
    """Return the slides in the order of their numbers."""
    package = Package(data)
    slides = sorted((int(m[1]), name) for name in package.names if (m := _SLIDE.fullmatch(name)))
    pages = [Page("\n".join(_lines(package.xml(name)))) for _, name in slides]
    return pages if any(page.text.strip() for page in pages) else []


def _lines(root: Any) -> list[str]:
    lines: list[str] = []
    for element in root.iter():
        name = local_name(element)
        if name == "tbl":
            rows = [
                [_text(c) for c in r if local_name(c) == "tc"]
                for r in element
                if local_name(r) == "tr"
            ]
            lines.extend(table_lines(rows))
        elif name == "p" and not any(local_name(a) == "tbl" for a in element.iterancestors()):
            lines.append(_text(element))
    return lines


def _text(element: Any) -> str:
    return "".join(_piece(e) for e in element.iter())


def _piece(element: Any) -> str:
    name = local_name(element)
    return str(element.text or "") if name == "t" else _SIGNS.get(name, "")
