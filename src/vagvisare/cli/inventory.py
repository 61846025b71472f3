"""`vagvisare inventory`: a folder becomes a batch of claims, and a file of them."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from vagvisare.cli.database import set_up

if TYPE_CHECKING:
    from vagvisare.inventory.models import Batch
    from vagvisare.organization.models import Person

RESULT = "inventory.jsonl"


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--on",
    "moment",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Judge validity on this day. Default: today.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Folder for {RESULT}. Default: the folder you stand in.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True)
@click.option("--as", "email", metavar="EMAIL", help="Who takes it in. Default: an administrator.")
def inventory(
    path: Path, moment: datetime | None, out: Path | None, workers: int, email: str | None
) -> None:
    """Take in PATH, a file or a folder with all that is in it, and read it.

    The claims come into the database, for people to confirm at the desk, and as one JSON object
    a file into inventory.jsonl. Nothing comes into the register.
    """
    set_up()
    from django.utils import timezone, translation

    from vagvisare.inventory.actions.read_files import read_files
    from vagvisare.inventory.actions.take_in import take_in
    from vagvisare.kernel.errors import Refusal

    by = _person(email)
    day = moment.date() if moment else timezone.localdate()
    name = path.resolve().name
    with translation.override("sv"):
        try:
            batch = take_in(files=_opened(path), by=by, at=timezone.now(), name=name)
            with _Progress(batch) as progress:
                read_files(batch=batch, on=day, by=by, workers=workers, on_read=progress.step)
        except Refusal as refusal:
            raise click.ClickException(str(refusal)) from refusal
    folder = out or Path.cwd()
    folder.mkdir(parents=True, exist_ok=True)
    _write(batch, folder / RESULT)
    _print_counts(batch, folder / RESULT)


def _person(email: str | None) -> "Person":
    from vagvisare.access.roles import Role
    from vagvisare.organization.models import Person

    people = Person.objects.filter(is_active=True)
    if email:
        found = people.filter(email__iexact=email).first()
        if found is None:
            raise click.ClickException(f"Nobody here has the address {email}.")
        return found
    administrators = people.filter(role_grants__role=Role.ADMINISTRATOR)
    found = administrators.order_by("pk").first()
    if found is None:
        raise click.ClickException("There is no administrator. Say who takes it in: --as EMAIL.")
    return found


def _opened(path: Path) -> Iterator[tuple[str, BinaryIO]]:
    """Each file with its path inside the folder, open only while it is its turn.

    Links are not followed: a folder is what lies in it.
    """
    files = [path] if path.is_file() else sorted(path.rglob("*"))
    for file in files:
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                yield (file.name if file == path else file.relative_to(path).as_posix()), opened


class _Progress:
    """A bar that moves with each file; only where somebody sees it."""

    def __init__(self, batch: "Batch") -> None:
        from rich.console import Console
        from rich.progress import Progress

        self._stack = ExitStack()
        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(batch.name, total=batch.files.to_be_read().count())

    def __enter__(self) -> "_Progress":
        self._stack.enter_context(self._bar)
        return self

    def __exit__(self, *fault: object) -> None:
        self._stack.close()

    def step(self, file: object) -> None:
        """Move one file on."""
        self._bar.advance(self._task)


def _write(batch: "Batch", target: Path) -> None:
    """One line a file: its path, what was claimed, and whose double it is."""
    files = batch.files.select_related("duplicate_of").defer("pages", "duplicate_of__pages")
    with target.open("w", encoding="utf-8") as lines:
        for file in files.iterator(chunk_size=100):
            original = file.duplicate_of or file
            failed = {"error": {"code": file.error_code, "message": file.error_message}}
            row = {
                **(original.reading or failed),
                "file": file.name,
                "path": file.path,
                "sha256": file.sha256,
                "duplicate": file.duplicate_of_id is not None,
            }
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def _print_counts(batch: "Batch", target: Path) -> None:
    from vagvisare.inventory.models import Claim
    from vagvisare.inventory.queries import counts_of
    from vagvisare.inventory.states import ClaimState, FileState

    counts = counts_of([batch])[batch.pk]
    claims = Claim.objects.filter(candidate__file__batch=batch)
    figures = {
        "files": counts.all_files,
        "read": counts.files.get(FileState.READ, 0),
        "failed": counts.failed,
        "duplicates": counts.duplicates,
        "candidates": sum(counts.candidates.values()),
        "claims": claims.filter(state=ClaimState.PROPOSED).count(),
        "labels without value": claims.filter(state=ClaimState.MISSING).count(),
    }
    for label, figure in figures.items():
        click.echo(f"{label}\t{figure}")
    click.echo(f"written\t{target}")
