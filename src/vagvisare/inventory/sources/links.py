"""Which file of a saved site a link means. Pure."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from vagvisare.inventory.sources.names import folded, suffix_of
from vagvisare.inventory.sources.pages import host_of

_QUESTIONS = ("?", "@")  # Windows has no "?" in names, and wget writes "@"
# What a municipality publishes its papers as; a link to anything else that is gone is no loss.
PAPERS = frozenset(
    [
        ".pdf",
        ".doc",
        ".docx",
        ".docm",
        ".dot",
        ".dotx",
        ".odt",
        ".ott",
        ".rtf",
        ".txt",
        ".ppt",
        ".pptx",
        ".odp",
        ".xls",
        ".xlsx",
        ".ods",
        ".tif",
        ".tiff",
        ".zip",
    ]
)


def is_paper(path: str) -> bool:
    """Tell whether a file ends as papers do, by itself or before the question it was saved with."""
    endings = {suffix_of(path), *(suffix_of(path.rpartition(sign)[0]) for sign in _QUESTIONS)}
    return bool(endings & PAPERS)


@dataclass(frozen=True)
class Target:
    """What a link means: the files it may be, likeliest first, and its path without a query."""

    candidates: tuple[str, ...]
    path: str

    @property
    def is_paper(self) -> bool:
        """Whether it ends as papers do."""
        return is_paper(self.path)

    def among(self, index: Mapping[str, str]) -> str | None:
        """Return the file it is, by `index`: folded path -> path; or None."""
        keys = (folded(candidate) for candidate in self.candidates)
        return next((index[key] for key in keys if key in index), None)


def target_of(link: str, page: str, hosts: frozenset[str], base: str = "") -> Target | None:
    """Return what a link on the page means, or None when it leads out of the site.

    page   path of the page in the copy
    hosts  hosts that are this site; a copy may have a folder for each
    base   what the page says that its links are relative to
    """
    try:
        link = urlsplit(link).geturl().replace("\\", "/")
        split = urlsplit(link)
        if split.scheme not in ("", "http", "https", "file"):
            return None
    except ValueError:
        return None
    if split.netloc and host_of(link) not in hosts:
        return None
    folder = _folder_of(page, base)
    relative = not split.netloc and not split.path.startswith("/")
    roots = [folder] if relative else list(_roots(page, split.netloc))
    paths = [_within(root, written) for root in roots for written in _writings(split)]
    return Target(tuple(path for path in paths if path), _within(roots[0], _decoded(split.path)))


def _folder_of(page: str, base: str) -> str:
    """The folder that links are relative to; a base that is an address of the web is of no help."""
    folder = posixpath.dirname(page)
    if not base or urlsplit(base).netloc:
        return folder
    return _within("" if base.startswith("/") else folder, posixpath.dirname(_decoded(base)))


def _roots(page: str, host: str) -> Iterator[str]:
    """Where "/" may be: a folder of the host's name, the page's topmost folder, the copy itself."""
    if host:
        yield host
        yield host.removeprefix("www.")
    yield ""
    if "/" in page:
        yield page.split("/")[0]


def _writings(split: SplitResult) -> Iterator[str]:
    """The names a saved file may have: with its question or without, decoded or not."""
    path = split.path
    if split.query:
        for sign in _QUESTIONS:
            yield _decoded(f"{path}{sign}{split.query}")
            yield f"{path}{sign}{split.query}"
    yield _decoded(path)
    yield path


def _decoded(path: str) -> str:
    """Return the path without %; old servers wrote theirs in Latin-1."""
    try:
        return unquote(path, errors="strict")
    except UnicodeDecodeError:
        return unquote(path, encoding="cp1252", errors="replace")


def _within(root: str, path: str) -> str:
    """Return the path under the root with its ".." taken; the top is as far up as one comes."""
    return posixpath.normpath("/" + posixpath.join(root, path.lstrip("/"))).lstrip("/")
