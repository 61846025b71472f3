"""The whole register as one zip file: a file of JSON lines for each kind of row, the originals by
their hash, and a manifest that says how many there are of each and what they add up to."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.db import connection, models, transaction

from vagvisare.decisions.exchange.parts import (
    FORMAT,
    ORIGINALS,
    PARTS,
    VERSION,
    as_line,
    fields_of,
    name_of,
)
from vagvisare.register.models import Version

PIECE = 1024 * 1024
MODE = "transaction_mode"  # of SQLite connections alone
ROWS_AT_A_TIME = 500
PathOf = Callable[[str], Path]


@dataclass
class Kept:
    """What went into the file."""

    counts: dict[str, int] = field(default_factory=dict)
    originals: int = 0
    missing: list[str] = field(default_factory=list)  # hashes whose original is not in the store


def keep_whole(target: Path, *, path_of: PathOf, municipality: str, at: datetime) -> Kept:
    """Write the register to `target` as it stands at one moment. Memory does not grow with it.

    path_of  where the file store keeps the original with a hash

    :raises OSError: when it cannot be written; what was begun has another name until it is whole
    """
    begun = target.with_name(f"{target.name}.part")
    kept = Kept()
    try:
        with ZipFile(begun, "w", ZIP_DEFLATED, allowZip64=True) as whole, _one_moment():
            parts = [_write_part(whole, part, kept) for part in PARTS]
            originals = _write_originals(whole, path_of, kept)
            manifest = {
                "format": FORMAT,
                "version": VERSION,
                "made_at": at.isoformat(),
                "municipality": municipality,
                "parts": parts,
                "originals": originals,
                "missing_originals": kept.missing,
            }
            whole.writestr("manifest.json", json.dumps(manifest, indent=1, ensure_ascii=False))
        begun.replace(target)
    finally:
        begun.unlink(missing_ok=True)
    return kept


@contextmanager
def _one_moment() -> Iterator[None]:
    """All rows as they are at one moment, whatever is written meanwhile; nobody has to wait."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        with _only_reading_sqlite(), transaction.atomic():
            yield


@contextmanager
def _only_reading_sqlite() -> Iterator[None]:
    """Transactions take no lock for writing when they begin, as they do elsewhere."""
    connection.ensure_connection()
    usual = getattr(connection, MODE, None)
    setattr(connection, MODE, "DEFERRED")
    try:
        yield
    finally:
        setattr(connection, MODE, usual)


def _write_part(whole: ZipFile, part: type[models.Model], kept: Kept) -> dict[str, Any]:
    fields, digest, count, size = fields_of(part), hashlib.sha256(), 0, 0
    name = f"rows/{name_of(part)}.jsonl"
    with whole.open(name, "w", force_zip64=True) as file:
        rows = part._base_manager.order_by("pk").iterator(chunk_size=ROWS_AT_A_TIME)
        for row in rows:
            line = f"{as_line(row, fields)}\n".encode()
            file.write(line)
            digest.update(line)
            count, size = count + 1, size + len(line)
    kept.counts[name_of(part)] = count
    told = {"part": name_of(part), "file": name, "count": count, "bytes": size}
    return told | {"sha256": digest.hexdigest()}


def _write_originals(whole: ZipFile, path_of: PathOf, kept: Kept) -> list[dict[str, Any]]:
    hashes = Version.objects.exclude(file_sha256="").order_by("file_sha256")
    told = []
    for sha256 in hashes.values_list("file_sha256", flat=True).distinct().iterator():
        path = path_of(sha256)
        if not path.is_file():
            kept.missing.append(sha256)
            continue
        _copy_in(whole, path, f"{ORIGINALS}/{sha256}")
        kept.originals += 1
        told.append({"sha256": sha256, "bytes": path.stat().st_size})
    return told


def _copy_in(whole: ZipFile, path: Path, name: str) -> None:
    item = ZipInfo(name)
    item.compress_type = ZIP_STORED  # most originals are packed already
    with path.open("rb") as source, whole.open(item, "w", force_zip64=True) as file:
        while piece := source.read(PIECE):
            file.write(piece)
