"""An installation of its own, and the command run there as a real process."""

import atexit
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

COMMAND = [sys.executable, "-c", "from vagvisare.cli.main import main; main(prog_name='vagvisare')"]
# What an undisturbed run must have given too: no keys, no moments.
ROWS = {
    "files": "SELECT path, sha256, size, media_type, state, error_code, pages, reading,"
    " duplicate_of_id IS NULL FROM inventory_sourcefile",
    "candidates": "SELECT f.sha256, c.about, c.position, c.title, c.validity, c.confidence, c.words"
    " FROM inventory_candidate c JOIN inventory_sourcefile f ON f.id = c.file_id",
    "claims": "SELECT f.sha256, c.about, c.position, l.field, l.position, l.value, l.page, l.start,"
    " l.evidence_text, l.state FROM inventory_claim l JOIN inventory_candidate c"
    " ON c.id = l.candidate_id JOIN inventory_sourcefile f ON f.id = c.file_id",
    "trail": "SELECT verb, subject_label, after FROM audit_auditline WHERE verb = 'read'",
    "batches": "SELECT name, source, judged_on FROM inventory_batch",
}


@dataclass(frozen=True)
class Installation:
    """Its folder, with database, originals and results."""

    folder: Path
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "VAGVISARE_DATA": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "vagvisare.config.settings",
            "DATABASE_URL": f"sqlite:///{self.folder / 'vagvisare.sqlite3'}",
            **dict(self.extra),
        }

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def start(
        self, source: Path, *options: str, before: Callable[[], None] | None = None
    ) -> subprocess.Popen[str]:
        """The command as it begins to work; its own session, so that it can be killed whole.

        before  done in the new process, before it becomes the command
        """
        given = [str(source), "--on", "2026-11-24", "--out", str(self.out), "--workers", "2"]
        return subprocess.Popen(
            [*COMMAND, "inventory", *given, *options],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=before,
        )

    def run(
        self, source: Path, *options: str, before: Callable[[], None] | None = None
    ) -> tuple[int, str, str]:
        """The command from beginning to end: exit code, stdout, stderr."""
        process = self.start(source, "--quiet", *options, before=before)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    def rows(self) -> dict[str, list[tuple]]:
        """All that was kept, in an order of its own."""
        with sqlite3.connect(self.folder / "vagvisare.sqlite3") as database:
            return {
                name: sorted(database.execute(query).fetchall(), key=repr)
                for name, query in ROWS.items()
            }

    def states(self) -> dict[str, str]:
        """Path -> error code, or "read"."""
        with sqlite3.connect(self.folder / "vagvisare.sqlite3") as database:
            found = database.execute("SELECT path, state, error_code FROM inventory_sourcefile")
            return {path: code or state for path, state, code in found}

    def lines(self) -> list[dict]:
        """The result as written."""
        text = (self.out / "inventory.jsonl").read_text(encoding="utf-8")
        return sorted(map(json.loads, text.splitlines()), key=lambda row: row["path"])

    def trail_holds(self) -> bool:
        """Whether the chain of the audit is whole."""
        code = (
            "import django; django.setup()\n"
            "from vagvisare.audit.queries import first_broken_line\n"
            "raise SystemExit(first_broken_line() is not None)"
        )
        return subprocess.run([sys.executable, "-c", code], env=self.environment).returncode == 0


def install(folder: Path, **extra: str) -> Installation:
    """A new installation with one administrator, copied from one that is made once."""
    shutil.copytree(_first(), folder)
    return Installation(folder, tuple(extra.items()))


@cache
def _first() -> Path:
    place = Path(tempfile.mkdtemp(prefix="vagvisare-installation-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    (place / "files").mkdir()
    invite = ["invite", "a@example.se", "--name", "A", "--role", "administrator"]
    for command in (
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
        [*COMMAND, *invite, "--password", "visa-vägen-i-demon"],
    ):
        environment = Installation(place).environment
        subprocess.run(command, env=environment, check=True, capture_output=True)
    return place


def fill(folder: Path, count: int) -> Path:
    """A folder of text files, all different, in three subfolders; one in ten a copy of another."""
    for number in range(count):
        place = folder / f"del {number % 3}"
        place.mkdir(parents=True, exist_ok=True)
        which = number - 1 if number % 10 == 9 else number
        text = (
            f"Exempelby kommun\nBiblioteksplan nummer {which}\nDokumenttyp: Plan\n"
            f"Antagen av kommunfullmäktige {2000 + which % 25}-11-29, § {which % 300 + 1}\n"
            "Diarienummer:\nGiltighetstid: 2019-01-01 till 2022-12-31\n"
        )
        (place / f"plan {number:05}.txt").write_text(text, encoding="utf-8")
    return folder
