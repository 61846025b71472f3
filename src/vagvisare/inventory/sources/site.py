"""A web site's saved copy: the papers its pages lead to, and the pages that are papers."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.utils.translation import gettext as _

from vagvisare.inventory.sources import archive, folder
from vagvisare.inventory.sources.found import Found, Unopenable, fault
from vagvisare.inventory.sources.links import Target, is_paper, target_of
from vagvisare.inventory.sources.names import folded, suffix_of
from vagvisare.inventory.sources.pages import (
    LARGEST_PAGE,
    WebPage,
    is_page,
    may_be_page,
    page_in,
)

_BEGINNING = 4096  # bytes
# What pages are made of, not what they lead to. Scans (.tif) are never left out.
_FURNITURE = frozenset(
    [
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".json",
        ".xml",
        ".ico",
        ".woff",
        ".woff2",
        ".ttf",
        ".eot",
        ".otf",
        ".svg",
        ".gif",
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".avif",
        ".mp4",
        ".webm",
    ]
)


@dataclass
class _Copy:
    """The paths of a copy and how its pages hang together; no contents."""

    files: dict[str, Found] = field(default_factory=dict)
    index: dict[str, str] = field(default_factory=dict)  # folded path -> path
    pages: dict[str, bool] = field(default_factory=dict)  # path -> whether it only leads on
    linked: dict[str, str] = field(default_factory=dict)  # path -> the page that leads to it
    missing: dict[str, str] = field(default_factory=dict)  # path -> the page that leads to it
    hosts: frozenset[str] = frozenset()


def recognizes(source: str) -> bool:
    """Tell whether a folder or zip archive has a page that leads to a paper in it.

    Nothing is held in memory while there is no page, however large the folder.
    """
    path = Path(source)
    if not (path.is_dir() or (path.is_file() and archive.recognizes(source))):
        return False
    if not any(may_be_page(found.path) and _page(found) for found in _base(source)):
        return False
    copy = _listed(_base(source))
    return any(_leads(copy, path, page) for path, page in _pages(copy))


def _base(source: str) -> Iterator[Found]:
    return folder.files(source) if Path(source).is_dir() else archive.files(source)


def _leads(copy: _Copy, path: str, page: WebPage) -> bool:
    targets = (target_of(link, path, frozenset(), page.base) for link in page.links)
    found = (target.among(copy.index) for target in targets if target)
    return any(path and is_paper(path) for path in found)


def files(source: str) -> Iterator[Found]:
    """Yield each file once with the page that leads to it, then the papers that are missing.

    Pages that only lead on and what pages are made of are left out; a page that says something
    is a document. The paths of the copy are held in memory, and one page at a time.
    """
    copy = _listed(_base(source))
    _follow(copy)
    for path, found in copy.files.items():
        if _is_wanted(copy, path):
            yield replace(found, linked_from=copy.linked.get(path, ""))
    for path, page in copy.missing.items():
        sentence = _(
            "The site leads to it, but the copy does not have it. Fetch it and take it in."
        )
        yield fault(path, "missing", sentence, page)


def _listed(base: Iterator[Found]) -> _Copy:
    copy = _Copy()
    for found in base:
        copy.files[found.path] = found
        copy.index.setdefault(folded(found.path), found.path)
    return copy


def _pages(copy: _Copy) -> Iterator[tuple[str, WebPage]]:
    for path, found in copy.files.items():
        if not found.fault and may_be_page(path):
            page = _page(found)
            if page:
                yield path, page


def _page(found: Found) -> WebPage | None:
    try:
        with found.open() as file:
            beginning = file.read(_BEGINNING)
            if not is_page(beginning):
                return None
            data = beginning + file.read(LARGEST_PAGE)
    except Unopenable:
        return None
    return page_in(data) if len(data) <= LARGEST_PAGE else None


def _follow(copy: _Copy) -> None:
    for path, page in _pages(copy):
        copy.pages[path] = page.only_navigation
        copy.hosts |= page.hosts
        hosts = copy.hosts | {path.split("/")[0].removeprefix("www.")}
        for link in page.links:
            target = target_of(link, path, hosts, page.base)
            if target:
                _note(copy, path, target)


def _note(copy: _Copy, page: str, target: Target) -> None:
    path = target.among(copy.index)
    if path:
        copy.linked.setdefault(path, page)
    elif target.is_paper:
        copy.missing.setdefault(target.path, page)


def _is_wanted(copy: _Copy, path: str) -> bool:
    if path in copy.pages:
        return not copy.pages[path]
    return path in copy.linked or suffix_of(path) not in _FURNITURE
