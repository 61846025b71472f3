"""Where files come from: one module for each kind of source, all giving the same rows."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from vagvisare.inventory.sources import archive, bucket, folder, listed, one_file, site
from vagvisare.inventory.sources.found import CannotTakeFrom, Found, Unopenable

__all__ = ["KINDS", "CannotTakeFrom", "Found", "Kind", "Unopenable", "files_in", "kind_of"]


@dataclass(frozen=True)
class Kind:
    """A kind of source: whether a source is of it, and the files in one that is."""

    recognizes: Callable[[str], bool]
    files: Callable[[str], Iterator[Found]]


# The first that recognizes a source has it: a saved web site is also a folder or an archive.
KINDS: Mapping[str, Kind] = {
    "bucket": Kind(bucket.recognizes, bucket.files),
    "site": Kind(site.recognizes, site.files),
    "folder": Kind(folder.recognizes, folder.files),
    "listed": Kind(listed.recognizes, listed.files),
    "archive": Kind(archive.recognizes, archive.files),
    "one_file": Kind(one_file.recognizes, one_file.files),
}


def kind_of(source: str) -> str:
    """Return the name of the kind of source that a path or an s3:// address is.

    :raises CannotTakeFrom: when there is nothing there, or it is an address on the web
    """
    for name, kind in KINDS.items():
        if source.strip() and kind.recognizes(source):
            return name
    if urlsplit(source).scheme in ("http", "https"):
        raise CannotTakeFrom(
            _("Files are not fetched from the web. Save the site, and give the folder it is in.")
        )
    raise CannotTakeFrom(
        _("There is nothing at {source}. Look at the spelling, and that the disk is there.").format(
            source=source
        )
    )


def files_in(source: str) -> Iterator[Found]:
    """Yield the files of a source as they are found, with a row for each that cannot be had.

    source  a file, a folder, a zip archive, a web site's saved copy, a list of documents as CSV
            or Excel, or s3://bucket/prefix

    :raises CannotTakeFrom: when nothing can be had from it, with what can be done
    """
    yield from KINDS[kind_of(source)].files(source)
