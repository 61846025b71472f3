"""`vagvisare read`: the facts and events of files, no database touched."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from vagvisare.reading.jail import Jail
from vagvisare.reading.reading import MeetingContext, Reading

# Data beside the documents, never documents themselves.
NOT_DOCUMENTS = {".jsonl", ".py"}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Judge validity on this day; today if left out.",
)
@click.option(
    "--context",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What is known of each file's meeting, as JSON lines.",
)
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "table"]), default="jsonl", show_default=True
)
def read(paths: tuple[Path, ...], on: datetime | None, context: Path | None, form: str) -> None:
    """Read the facts of each file in PATHS; folders are walked."""
    known = meetings_in(context) if context else {}
    # The clock of the person at the keyboard: the command runs where they sit.
    day = on.date() if on else date.today()
    with Jail() as jail:
        readings = (
            jail.read(path, on=day, context=known.get(path.name)) for path in files_in(paths)
        )
        show = _show_table if form == "table" else _show_lines
        show(readings)


def files_in(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the files of `paths`; a folder's are walked in the order of their names."""
    for path in paths:
        if path.is_file():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (
                Path(folder) / name
                for name in sorted(names)
                if Path(name).suffix not in NOT_DOCUMENTS
            )


def meetings_in(path: Path) -> Mapping[str, MeetingContext]:
    """Return the meeting of each file named in the JSON lines of `path`."""
    meetings = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                row = json.loads(line)
                meetings[Path(row["file"]).name] = _meeting(row.get("meeting") or {})
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise click.ClickException(
                    f"{path.name}, line {number}: not a file and its meeting."
                ) from error
    return meetings


def _meeting(row: dict[str, Any]) -> MeetingContext:
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    return MeetingContext(row.get("municipality"), row.get("body"), day, row.get("kind"))


def _show_lines(readings: Iterator[Reading]) -> None:
    for reading in readings:
        click.echo(json.dumps(reading.as_dict(), ensure_ascii=False))


def _show_table(readings: Iterator[Reading]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("file", "title", "type", "body", "decided", "until", "validity")
    for reading in readings:
        facts = reading.facts
        cells = [
            facts.text(name) or ""
            for name in ("title", "document_type", "deciding_body", "decision_date")
        ]
        until = "tills vidare" if facts.tills_vidare else facts.text("valid_until") or ""
        last = reading.error.code if reading.error else facts.validity
        table.add_row(reading.file, *cells, until, last)
    Console().print(table)
