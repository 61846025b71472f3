"""A file that `keep_whole` wrote, into an installation that has nothing yet: the same state."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from django.contrib.auth.hashers import make_password
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction
from django.utils.translation import gettext as _

from vagvisare.audit.queries import first_broken_line
from vagvisare.decisions.exchange.parts import (
    FORMAT,
    ORIGINALS,
    PARTS,
    VERSION,
    fields_of,
    from_line,
    name_of,
)
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.restand import restand_all

ROWS_AT_A_TIME = 500
PIECE = 1024 * 1024
LARGEST_MANIFEST = 64 * 2**20  # bytes
LONGEST_LINE = 64 * 2**20  # bytes: the text of a long document with its escapes
_SHA256 = re.compile(r"[0-9a-f]{64}")
KeepOriginal = Callable[[IO[bytes]], str]


class CannotImport(Refusal):
    code = "decisions.cannot-import"


class NotEmpty(Refusal):
    code = "decisions.not-empty"


@dataclass(frozen=True)
class Brought:
    """What came in."""

    counts: dict[str, int]
    originals: int
    municipality: str


def bring_whole(source: Path, *, keep: KeepOriginal) -> Brought:
    """Bring the register in `source` into this installation, or change nothing.

    keep  stores the bytes of an original and returns the hash they are kept under

    :raises NotEmpty: when there is something here already
    :raises CannotImport: when the file is none of ours, is damaged, or differs from its manifest
    """
    check_empty()
    try:
        with ZipFile(source) as whole:
            manifest = _manifest(whole)
            for told in manifest["parts"]:
                _check_part(whole, told)
            for told in manifest["originals"]:
                _keep_original(whole, told, keep)
            counts = _bring_rows(whole, manifest)
    except (BadZipFile, OSError, EOFError, NotImplementedError, KeyError) as fault:
        raise CannotImport(
            _("The file is damaged or is no export of a register: {fault}").format(fault=fault)
        ) from fault
    return Brought(counts, len(manifest["originals"]), manifest["municipality"])


def check_empty() -> None:
    """Refuse an installation that holds something: two registers are not merged.

    :raises NotEmpty: naming what there is
    """
    held = [name_of(part) for part in PARTS if part._base_manager.exists()]
    if held:
        raise NotEmpty(
            _(
                "This installation is not empty: it has {held}. A register is brought only into "
                "an installation that has nothing yet."
            ).format(held=", ".join(held))
        )


def _manifest(whole: ZipFile) -> dict[str, Any]:
    """The manifest, when it speaks of all the parts that this version knows and no others."""
    item = whole.getinfo("manifest.json")
    if item.file_size > LARGEST_MANIFEST:
        raise CannotImport(_("The manifest is too large to be one."))
    try:
        manifest = json.loads(whole.read(item))
        if manifest["format"] != FORMAT:
            raise ValueError("format")
        told = [part["part"] for part in manifest["parts"]]
        hashes = [original["sha256"] for original in manifest["originals"]]
        version, municipality = manifest["version"], manifest["municipality"]
    except (ValueError, TypeError, KeyError) as fault:
        raise CannotImport(_("The file has no manifest of a register.")) from fault
    if version != VERSION:
        raise CannotImport(
            _("The file has version {given}; this program reads version {ours}.").format(
                given=version, ours=VERSION
            )
        )
    known = [name_of(part) for part in PARTS]
    if told != known or not isinstance(municipality, str):
        raise CannotImport(
            _("The manifest names other parts than this program has: {parts}.").format(
                parts=", ".join(sorted({*map(str, told)} ^ {*known})) or "?"
            )
        )
    if not all(isinstance(name, str) and _SHA256.fullmatch(name) for name in hashes):
        raise CannotImport(_("The manifest names an original by something that is no hash."))
    return manifest


def _check_part(whole: ZipFile, told: dict[str, Any]) -> None:
    """Compare the part with the manifest before anything is written."""
    digest, count, size = hashlib.sha256(), 0, 0
    for line in _lines(whole, told):
        digest.update(line)
        count, size = count + 1, size + len(line)
    if (count, size, digest.hexdigest()) != (told["count"], told["bytes"], told["sha256"]):
        raise CannotImport(
            _(
                "{part} differs from the manifest: {given} rows where it says {told}, or other ones."
            ).format(part=told["part"], given=count, told=told["count"])
        )


def _lines(whole: ZipFile, told: dict[str, Any]) -> Iterator[bytes]:
    with whole.open(f"rows/{told['part']}.jsonl") as file:
        while line := file.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE:
                raise CannotImport(_("{part} has an endless line.").format(part=told["part"]))
            yield line


def _keep_original(whole: ZipFile, told: dict[str, Any], keep: KeepOriginal) -> None:
    name = f"{ORIGINALS}/{told['sha256']}"
    with whole.open(name) as file:
        if whole.getinfo(name).file_size != told["bytes"] or keep(file) != told["sha256"]:
            raise CannotImport(
                _("The original {hash} is not what it is called.").format(hash=told["sha256"][:12])
            )


def _bring_rows(whole: ZipFile, manifest: dict[str, Any]) -> dict[str, int]:
    counts = {}
    try:
        with transaction.atomic():
            for part, told in zip(PARTS, manifest["parts"], strict=True):
                counts[name_of(part)] = _bring_part(whole, part, told)
            _count_on_from_here()
            connection.check_constraints()
            for _progress in restand_all():
                pass
            if broken := first_broken_line():
                raise CannotImport(
                    _("The trail does not hold together at line {number}.").format(number=broken)
                )
    except DatabaseError as fault:
        raise CannotImport(
            _("The rows do not fit together: {fault}").format(fault=str(fault).split("\n")[0])
        ) from fault
    return counts


def _bring_part(whole: ZipFile, part: type[models.Model], told: dict[str, Any]) -> int:
    fields, lines, number = fields_of(part), _lines(whole, told), 0
    while chunk := list(islice(lines, ROWS_AT_A_TIME)):
        rows = []
        for line in chunk:
            number += 1
            rows.append(_row(line, part, fields, number))
        part._base_manager.bulk_create(rows)
    return number


def _row(
    line: bytes, part: type[models.Model], fields: "list[models.Field[Any, Any]]", number: int
) -> models.Model:
    try:
        row = from_line(line.decode(), part, fields)
    except (ValueError, TypeError) as fault:
        raise CannotImport(
            _("Row {number} of {part} cannot be read: {fault}").format(
                number=number, part=name_of(part), fault=fault
            )
        ) from fault
    if isinstance(row, Person):
        row.password = make_password(None)
    return row


def _count_on_from_here() -> None:
    """Let the next key of each table follow the keys that came in."""
    statements = connection.ops.sequence_reset_sql(no_style(), list(PARTS))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
