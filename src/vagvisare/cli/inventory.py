"""`vagvisare inventory`: a folder becomes a batch of claims, and a file of them."""

import errno
import json
import os
import shlex
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from vagvisare.cli.database import set_up
from vagvisare.cli.inventory_progress import PROGRESS, Quiet

if TYPE_CHECKING:
    from vagvisare.inventory.models import Batch
    from vagvisare.organization.models import Person

RESULT = "inventory.jsonl"
INTERRUPTED = 130  # exit code, as shells give for Ctrl-C


@dataclass(frozen=True)
class Asked:
    """What the command line asks for."""

    path: str
    day: date | None
    folder: Path
    workers: int
    engine: str
    resume: bool

    def to_go_on(self) -> str:
        """The command that goes on with the work."""
        command = ["vagvisare", "inventory", self.path, "--out", str(self.folder)]
        if self.day:
            command += ["--on", self.day.isoformat()]
        if self.engine != "local":
            command += ["--engine", self.engine]
        return shlex.join([*command, "--resume"])


@click.command()
@click.argument("path")
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
    help=f"Folder for {RESULT} and the report. Default: the folder you stand in.",
)
@click.option(
    "--workers", type=click.IntRange(1, 256), help="Files read at a time. Default: one a core."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="This machine, or the Ray cluster that RAY_ADDRESS names.",
)
@click.option("--resume", is_flag=True, help="Go on with the latest batch from PATH.")
@click.option(
    "--progress",
    type=click.Choice(list(PROGRESS)),
    default="bar",
    help="How to tell how far it is.",
)
@click.option("--quiet", is_flag=True, help="As --progress none.")
@click.option("--as", "email", metavar="EMAIL", help="Who takes it in. Default: an administrator.")
def inventory(
    path: str,
    moment: datetime | None,
    out: Path | None,
    workers: int | None,
    engine: str,
    resume: bool,
    progress: str,
    quiet: bool,
    email: str | None,
) -> None:
    """Take in PATH and read it: a file, a folder with all that is in it, a zip archive, a web
    site's saved copy, a list of documents (CSV or Excel), or s3://bucket/prefix.

    The claims come into the database, for people to confirm at the desk, and as one JSON object
    a file into inventory.jsonl. Nothing comes into the register. A job that was cut short goes
    on with --resume: nothing is read twice and nothing lost.
    """
    asked = Asked(
        path=path,
        day=moment.date() if moment else None,
        folder=out or Path.cwd(),
        workers=workers or os.cpu_count() or 1,
        engine=engine,
        resume=resume,
    )
    set_up()
    from django.utils import translation

    by = _person(email)
    shown = PROGRESS["none" if quiet else progress]()
    with translation.override("sv"), _one_sentence(asked):
        _check_writable(asked.folder)
        with shown:
            batch = _work(asked, by, shown)
        _write(batch, asked.folder / RESULT)
        _report(batch, asked)
    _print_counts(batch, asked.folder / RESULT)


def _work(asked: Asked, by: "Person", shown: Quiet) -> "Batch":
    """Take in and read; return the batch when all of it is finished."""
    from django.utils import timezone

    from vagvisare.inventory.actions.group_versions import group_versions
    from vagvisare.inventory.actions.read_files import read_files
    from vagvisare.inventory.actions.take_in import take_in_source
    from vagvisare.inventory.engine import engine
    from vagvisare.inventory.sources import files_in

    engine(asked.engine)  # what it lacks is told before the files are taken in
    source = _source(asked.path)
    batch = _batch_to_go_on_with(source, asked)
    day = asked.day or (batch and batch.judged_on) or timezone.localdate()
    batch = take_in_source(
        files=files_in(asked.path),
        by=by,
        at=timezone.now(),
        name=Path(source).name or source,
        source=source,
        judged_on=day,
        batch=batch,
        on_taken=shown.taken,
    )
    shown.begin(batch.files.to_be_read().count())
    read_files(
        batch=batch,
        on=day,
        by=by,
        workers=asked.workers,
        engine_name=asked.engine,
        on_read=shown.read,
    )
    group_versions(batch=batch, by=by)
    return batch


def _source(path: str) -> str:
    return path if "://" in path else str(Path(path).resolve())


def _batch_to_go_on_with(source: str, asked: Asked) -> "Batch | None":
    """The latest batch from there, when it is to be gone on with; else say so of one cut short."""
    from vagvisare.inventory.models import Batch

    batch = Batch.objects.filter(source=source, undone_at__isnull=True).order_by("-pk").first()
    if batch is None or asked.resume:
        return batch
    if batch.files.to_be_read().exists():
        click.echo(
            f"An earlier job from here is not finished (batch {batch.pk}). This is a new one; "
            f"to go on with the earlier instead: {asked.to_go_on()}",
            err=True,
        )
    return None


@contextmanager
def _one_sentence(asked: Asked) -> Iterator[None]:
    """Turn what ends the work into one sentence that says how to go on, and an exit code."""
    from django.db import OperationalError

    from vagvisare.kernel.errors import Refusal

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        click.echo(f"\nStopped. What was read is kept. To go on: {asked.to_go_on()}", err=True)
        _end(INTERRUPTED)
    except Refusal as refusal:
        raise click.ClickException(str(refusal)) from refusal
    except OperationalError as fault:
        raise click.ClickException(_of_database(fault, asked)) from fault
    except OSError as fault:
        raise click.ClickException(_of_disk(fault, asked)) from fault


def _end(code: int) -> None:
    """End at once. A thread that waits inside the engine would hold an ordinary end up."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _of_database(fault: Exception, asked: Asked) -> str:
    if "locked" in str(fault):
        reason = "The database is held by somebody else"
    elif "full" in str(fault):
        reason = "The disk of the database is full"
    else:
        reason = f"The database cannot be written: {fault}"
    return f"{reason}. What was read is kept. To go on: {asked.to_go_on()}"


def _of_disk(fault: OSError, asked: Asked) -> str:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        reason = "The disk is full"
    else:
        reason = f"{fault.strerror or fault}"
    place = f" ({fault.filename})" if fault.filename else ""
    return f"{reason}{place}. What was read is kept. To go on: {asked.to_go_on()}"


def _check_writable(folder: Path) -> None:
    """Find out before the work, not after it, that the result cannot be written.

    :raises OSError: when it cannot
    """
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f".{RESULT}.half"
    probe.touch()
    probe.unlink()


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


def _write(batch: "Batch", target: Path) -> None:
    """One line a file: its path, what was claimed, and whose double it is.

    A file that is half written never has the name of a whole one.
    """
    files = batch.files.select_related("duplicate_of").defer("pages", "duplicate_of__pages")
    half = target.with_name(f".{target.name}.half")
    try:
        with half.open("w", encoding="utf-8") as lines:
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
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _report(batch: "Batch", asked: Asked) -> None:
    from django.utils import timezone

    from vagvisare.inventory.report.write import write_report

    write_report(batch, asked.folder, day=batch.judged_on or timezone.localdate())


def _print_counts(batch: "Batch", target: Path) -> None:
    from vagvisare.inventory.models import Claim
    from vagvisare.inventory.queries import counts_of
    from vagvisare.inventory.states import ClaimState, FileState

    counts = counts_of([batch])[batch.pk]
    claims = Claim.objects.filter(candidate__batch=batch)
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
