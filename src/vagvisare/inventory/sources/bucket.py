"""Files in a bucket that speaks S3. Where it is and the keys come from the AWS_* environment."""

import io
import os
from collections.abc import Iterator
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from pyarrow import NativeFile, fs

from vagvisare.inventory.sources.found import CannotTakeFrom, Found, Unopenable
from vagvisare.inventory.sources.names import harmless, parts_left_out

_SCHEME = "s3://"
_DEFAULT_REGION = "us-east-1"  # servers of one's own take any
_SECONDS = 20  # to wait for an answer


def recognizes(source: str) -> bool:
    """Tell whether the source is an address of a bucket."""
    return source.startswith(_SCHEME)


def files(source: str) -> Iterator[Found]:
    """Yield the files whose keys begin with the prefix, each level in the order of the keys.

    Only the listings of the levels on the way down are held in memory.

    :raises CannotTakeFrom: when the bucket cannot be listed, with what can be done
    """
    place = source.removeprefix(_SCHEME).strip("/")
    if not place:
        raise CannotTakeFrom(_("Say which bucket: s3://bucket or s3://bucket/prefix."))
    yielded = False
    store = _store(place)
    for found in _under(store, place):
        yielded = True
        yield found
    if not yielded:
        raise CannotTakeFrom(
            _("There are no files under {source}. Look at the spelling.").format(source=source)
        )


def _store(place: str) -> fs.S3FileSystem:
    endpoint = urlsplit(
        os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL", "")
    )
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
    try:
        if not region and not endpoint.netloc:
            region = fs.resolve_s3_region(place.split("/")[0])
        return fs.S3FileSystem(
            region=region or _DEFAULT_REGION,
            endpoint_override=endpoint.netloc or None,
            scheme=endpoint.scheme or "https",
            connect_timeout=_SECONDS,
            request_timeout=_SECONDS,
            retry_strategy=fs.AwsStandardS3RetryStrategy(max_attempts=3),
        )
    except OSError as error:
        raise CannotTakeFrom(sentence_for(error, place.split("/")[0])) from error


def _under(store: fs.S3FileSystem, place: str) -> Iterator[Found]:
    """What lies under a prefix; the end of a prefix may be the beginning of several names."""
    info = _asked(store, place)[0]
    if info.type == fs.FileType.File:
        yield _found(store, info, place.rpartition("/")[0])
    elif info.type == fs.FileType.Directory or "/" not in place:
        yield from _level(store, place, place)
    else:
        parent, _slash, beginning = place.rpartition("/")
        for entry in _listing(store, parent):
            if entry.base_name.startswith(beginning):
                yield from _entry(store, entry, parent)


def _level(store: fs.S3FileSystem, folder: str, root: str) -> Iterator[Found]:
    for entry in _listing(store, folder):
        yield from _entry(store, entry, root)


def _entry(store: fs.S3FileSystem, entry: fs.FileInfo, root: str) -> Iterator[Found]:
    if parts_left_out([entry.base_name]):
        return
    if entry.type == fs.FileType.Directory:
        yield from _level(store, entry.path, root)
    elif entry.type == fs.FileType.File:
        yield _found(store, entry, root)


def _asked(store: fs.S3FileSystem, place: str) -> list[fs.FileInfo]:
    try:
        return list(store.get_file_info([place]))
    except OSError as error:
        raise CannotTakeFrom(sentence_for(error, place.split("/")[0])) from error


def _listing(store: fs.S3FileSystem, folder: str) -> list[fs.FileInfo]:
    try:
        entries = store.get_file_info(fs.FileSelector(folder, allow_not_found="/" in folder))
    except OSError as error:
        raise CannotTakeFrom(sentence_for(error, folder.split("/")[0])) from error
    return sorted(entries, key=lambda entry: str(entry.path))


def _found(store: fs.S3FileSystem, info: fs.FileInfo, root: str) -> Found:
    path: str = info.path
    return Found(harmless(path.removeprefix(root)), lambda: _Part.of(store, path))


class _Part(io.BufferedIOBase):
    """An object being fetched; what goes wrong is said in a sentence."""

    def __init__(self, stream: NativeFile, bucket: str) -> None:
        self._stream, self._bucket = stream, bucket

    @classmethod
    def of(cls, store: fs.S3FileSystem, path: str) -> BinaryIO:
        bucket = path.split("/")[0]
        try:
            return cast(BinaryIO, cls(store.open_input_stream(path), bucket))
        except OSError as error:
            raise Unopenable("missing", sentence_for(error, bucket)) from error

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return up to `size` bytes, none at the end."""
        try:
            return bytes(self._stream.read(None if size is None or size < 0 else size))
        except OSError as error:
            raise Unopenable("unreadable", sentence_for(error, self._bucket)) from error

    def close(self) -> None:
        self._stream.close()
        super().close()


def sentence_for(error: OSError, bucket: str) -> str:
    """Return what a person can do about what the store answered."""
    said = str(error)
    sentences = {
        "NO_SUCH_BUCKET": _("There is no bucket called {bucket}. Look at the spelling."),
        "NO_SUCH_KEY": _("It is no longer in the bucket {bucket}."),
        "ACCESS_DENIED": _(
            "The keys in the environment do not have the right to read the bucket {bucket}. "
            "Look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or ask for the right."
        ),
        "NETWORK_CONNECTION": _(
            "The store of the bucket {bucket} does not answer. Look at the network and at "
            "AWS_ENDPOINT_URL."
        ),
    }
    for code, sentence in sentences.items():
        if any(sign in said for sign in _SIGNS[code]):
            return sentence.format(bucket=bucket)
    return _("The bucket {bucket} could not be read: {reason}").format(
        bucket=bucket, reason=" ".join(said.split())[:300]
    )


# How the answers of the stores look in what the library says of them.
_SIGNS = {
    "NO_SUCH_BUCKET": ("NO_SUCH_BUCKET", "NoSuchBucket"),
    "NO_SUCH_KEY": ("NO_SUCH_KEY", "RESOURCE_NOT_FOUND", "Path does not exist"),
    "ACCESS_DENIED": (
        "ACCESS_DENIED",
        "INVALID_ACCESS_KEY_ID",
        "SIGNATURE_DOES_NOT_MATCH",
        "INVALID_CLIENT_TOKEN_ID",
        "MISSING_AUTHENTICATION_TOKEN",
        "HTTP response code: 403",
        "code: 403",
    ),
    "NETWORK_CONNECTION": ("NETWORK_CONNECTION", "curlCode", "REQUEST_TIMEOUT", "timed out"),
}
