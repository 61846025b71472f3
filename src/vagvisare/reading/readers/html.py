"""Web pages: the text of their blocks and tables, without scripts and navigation."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.readers.packages import local_name
from vagvisare.reading.readers.tables import table_lines
from vagvisare.reading.readers.txt import decoded
from vagvisare.reading.reading import Page

_LEFT_OUT = {
    "script",
    "style",
    "nav",
    "noscript",
    "template",
    "svg",
    "head",
    "iframe",
    "select",
    "button",
}
_INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "font",
    "label",
}
# Python knows encodings that no page is written in, and some of them take for ever.
_WRITTEN_IN = re.compile(
    rb"(?:utf-?(?:8|16(?:le|be)?)|iso-?8859-?\d+|latin-?\d|windows-?125\d|cp\d+|us-ascii|mac\w*)",
    re.I,
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


def read(data: bytes) -> list[Page]:
    """Return the one page of a web page."""
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(_text(data), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise Unreadable("unreadable", "The web page is damaged.") from error
    lines = "".join(_pieces(root)).split("\n")
    text = re.sub(
        r"\n{3,}", "\n\n", "\n".join(re.sub(r"[ \r\f\v]+", " ", line).strip(" ") for line in lines)
    )
    return [Page(text.strip())] if text.strip() else []


def _text(data: bytes) -> str:
    declared = _DECLARED.search(data[:2048])
    if declared and _WRITTEN_IN.fullmatch(declared[1]):
        try:
            return re.sub(r"^\s*<\?xml[^>]*>", "", data.decode(declared[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return re.sub(r"^\s*<\?xml[^>]*>", "", decoded(data))


def _pieces(root: Any) -> Iterator[str]:
    """Yield the text under `root`, by a stack of its own: pages may nest deeper than Python."""
    stack: list[Any] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        name = local_name(item)
        stack.append(_flowing(item.tail))
        if name == "table":
            yield "\n" + "\n".join(table_lines(_rows(item))) + "\n"
        elif name == "br":
            yield "\n"
        elif name and name not in _LEFT_OUT:
            around = "" if name in _INLINE else "\n"
            after = (
                ":\t"
                if name == "dt" and not (item.text_content().rstrip().endswith(":"))
                else around
            )
            inside = [
                around,
                _flowing(item.text),
                *item,
                "\t" if name == "dt" and after == around else after,
            ]
            stack.extend(reversed(inside if name != "dd" else inside[1:]))


def _flowing(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _rows(table: Any) -> list[list[str]]:
    rows = (e for e in table.iter() if local_name(e) == "tr")
    return [[_cell(c) for c in row if local_name(c) in ("td", "th")] for row in rows]


def _cell(cell: Any) -> str:
    return " ".join("".join(_flowing(t) for t in cell.itertext()).split())
