"""A web page as a saved site has it: where it leads, and whether it says anything itself. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

from vagvisare.inventory.sources.names import suffix_of
from vagvisare.reading.readers.txt import decoded

LARGEST_PAGE = 2 * 2**20  # bytes; what is larger is no page that leads anywhere
_STARTS = re.compile(
    r"\A\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_SAYS_ENCODING = re.compile(rb"charset\s*=|encoding\s*=", re.I)
_BEGINNING = 2048  # bytes
# Endings of pages; a page saved from a CMS may have none, or keep its question.
_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml", ".aspx", ".asp", ".php", ".jsp", ""})
_LEADING = {"a": "href", "area": "href", "iframe": "src", "embed": "src", "object": "data"}
_FURNITURE = frozenset(
    {"script", "style", "nav", "header", "footer", "aside", "noscript", "template", "svg", "head"}
    | {"form", "select", "button", "iframe", "title"}
)
# A list page has an introduction of a few lines; the shortest policies have more words than that.
_FEWEST_WORDS = 80
_OWN_ADDRESS = (
    ("link", "rel", "canonical", "href"),
    ("meta", "property", "og:url", "content"),
)


@dataclass(frozen=True)
class WebPage:
    """Where a page leads, in order; what it says of its own address; whether it only leads on."""

    links: tuple[str, ...]
    base: str = ""
    hosts: frozenset[str] = frozenset()
    only_navigation: bool = False


def may_be_page(path: str) -> bool:
    """Tell whether a file of this name may be a page, so that its beginning is worth a look."""
    name = path.rpartition("/")[2]
    return bool({suffix_of(name), suffix_of(name.split("?")[0])} & _ENDINGS)


def is_page(beginning: bytes) -> bool:
    """Tell whether a file that begins so is a web page."""
    return b"<" in beginning and _STARTS.match(decoded(beginning)) is not None


def page_in(data: bytes) -> WebPage | None:
    """Return what a page leads to, or None when there is nothing to take it for a page."""
    encoding = None  # as the page says
    if not _SAYS_ENCODING.search(data[:_BEGINNING]):
        data, encoding = decoded(data).encode("utf-8"), "utf-8"
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, encoding=encoding
    )
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError):
        return None
    base = next((e.get("href", "") for e in root.iter("base")), "")
    return WebPage(tuple(_links(root)), base, _hosts(root, base), _only_navigation(root))


def _links(root: Any) -> Iterator[str]:
    for element in root.iter(*_LEADING):
        target = (element.get(_LEADING[element.tag]) or "").strip()
        if target and not target.startswith("#"):
            yield target


def _hosts(root: Any, base: str) -> frozenset[str]:
    addresses = [base]
    for tag, attribute, value, said in _OWN_ADDRESS:
        addresses += [e.get(said, "") for e in root.iter(tag) if e.get(attribute) == value]
    return frozenset(filter(None, map(host_of, addresses)))


def host_of(address: str) -> str:
    """Return the host of an address, "" when it has none or is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _only_navigation(root: Any) -> bool:
    """Whether the words a page says itself are few, beside those of its links."""
    own = linked = 0
    stack: list[tuple[Any, bool]] = [(root, False)]  # of its own: pages may nest deep
    while stack:
        element, in_link = stack.pop()
        if not isinstance(element.tag, str):
            continue
        leads = in_link or element.tag == "a"
        if element.tag not in _FURNITURE:
            number = len((element.text or "").split())
            own, linked = (own, linked + number) if leads else (own + number, linked)
            stack.extend((child, leads) for child in element)
        number = len((element.tail or "").split())
        own, linked = (own, linked + number) if in_link else (own + number, linked)
    return own < _FEWEST_WORDS or own < 2 * linked
