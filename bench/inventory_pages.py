"""How a batch's pages answer when it is large, beside a small batch in the same database.

python bench/inventory_pages.py [--quick] [--json]

Once with SQLite and once with a PostgreSQL server that is started for it. Each page is asked for
in turns with that of the small batch, by CPU seconds, those of the server's process included. The
median of the turns' ratios is the figure.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from measure import Figure, Options, at_most, options, report, told

REPOSITORY = Path(__file__).parents[1]
LIMIT = 1.5
SMALL, LARGE = 1_000, 100_000
QUICK_LARGE = 8_000
WORKER = "--worker"  # this file run again, with one database
# Page -> what is asked of the large batch, and of the small one where the same would show fewer
# rows there: what is compared is finding fifty rows among many, not the drawing of them.
PAGES: dict[str, tuple[str, str]] = {
    "the batch page": ("", ""),
    "filtered: state": ("?state=open", "?state=open"),
    "filtered: one in 200": ("?validity=repealed", "?validity=expired"),
    "filtered: no end, older than 10 years": (
        "?validity=in_force_no_end&older=10",
        "?validity=in_force_no_end&older=10",
    ),
    "filtered: four choices": (
        "?state=open&validity=expired&type=plan&body=socialnämnden",
        "?state=open&validity=in_force_no_end",
    ),
    "filtered: a common word": ("?q=plan", "?q=plan"),
    "filtered: a rare word": ("?q=12345", "?q=12345"),
    "filtered: a rare word, two choices": (
        "?q=12345&state=open&type=plan",
        "?q=12345&state=open&type=plan",
    ),
    "sorted by date": ("?state=open&sort=newest", "?state=open&sort=newest"),
    "sorted by sureness": ("?type=policy&sort=unsure", "?type=policy&sort=unsure"),
    "page 100": ("?page=100", "?page=10"),
    "unreadable files": ("files/?show=failed", "files/?show=failed"),
    "duplicates": ("files/?show=doubles", "files/?show=doubles"),
    "progress": ("progress/", "progress/"),
}


def pages(asked: Options) -> list[Figure]:
    """Return how each page of a large batch compares with a small one's, on both databases."""
    measured = [_on_sqlite, _on_postgres]
    if not asked.quick:
        return [figure for measure in measured for figure in measure(asked)]
    # Side by side, to be done sooner: both sides of a ratio are disturbed alike.
    with ThreadPoolExecutor(len(measured)) as pool:
        return [
            f for figures in pool.map(lambda measure: measure(asked), measured) for f in figures
        ]


def _on_sqlite(asked: Options) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return _measured("SQLite", f"sqlite:///{folder}/bench.sqlite3", folder, asked)


def _on_postgres(asked: Options) -> list[Figure]:
    sys.path.insert(0, str(REPOSITORY / "scripts"))
    from run_tests import postgres, server_programs

    programs = server_programs()
    if programs is None:
        return [Figure("PostgreSQL is not installed: not measured", 0.0, "", "", True)]
    with postgres(programs) as address, tempfile.TemporaryDirectory() as folder:
        return _measured("PostgreSQL", address, folder, asked)


def _measured(name: str, database: str, folder: str, asked: Options) -> list[Figure]:
    environment = os.environ | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "vagvisare.config.settings",
        "VAGVISARE_DATA": folder,
        "VAGVISARE_SECRET_KEY": "only for measuring, with nothing in it to keep secret",
        "VAGVISARE_MUNICIPALITY": "tyreso-demo",
    }
    command = [sys.executable, str(Path(__file__).resolve()), WORKER, name]
    command += ["--quick"] if asked.quick else []
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return [Figure(**json.loads(line)) for line in done.stdout.splitlines() if line[:1] == "{"]


def work(name: str, quick: bool) -> list[Figure]:
    """Make both batches in the database of the environment, and ask for their pages."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from many import batch_with

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}  # nothing is collected here
    call_command("migrate", verbosity=0)
    sizes = (SMALL, QUICK_LARGE if quick else LARGE)
    small, large = (batch_with(size).pk for size in sizes)
    _settle()
    get = _asking()
    figures, ratios = [told(f"{name}: files in the large batch", sizes[1], "files")], []
    for page, (query, query_of_small) in PAGES.items():
        ratio, seconds = _compared(
            lambda query=query: get(f"/desk/inventory/{large}/{query}"),
            lambda query=query_of_small: get(f"/desk/inventory/{small}/{query}"),
            turns=3 if quick else 11,
        )
        ratios.append(ratio)
        figures.append(at_most(f"{name}: {page}", ratio, LIMIT))
        if not query:
            figures.append(told(f"{name}: {page}, large", seconds * 1000, "CPU ms"))
    return figures


def _compared(
    ours: Callable[[], object], reference: Callable[[], object], turns: int
) -> tuple[float, float]:
    """Return the median ratio of the turns and our median seconds; the first turn warms up."""
    ours(), reference()
    pairs = []
    for turn in range(turns):
        first, second = (ours, reference) if turn % 2 else (reference, ours)
        taken = {first: _seconds(first), second: _seconds(second)}
        pairs.append((taken[ours], taken[reference]))
    ratio = statistics.median(own / other for own, other in pairs)
    return ratio, statistics.median(own for own, _other in pairs)


def _seconds(what: Callable[[], object]) -> float:
    before = _spent()
    what()
    return _spent() - before


def _spent() -> float:
    """Return the CPU seconds of this process and of the database server's that works for it."""
    from django.db import connection

    spent = time.process_time()
    if connection.vendor == "postgresql":
        connection.ensure_connection()
        served = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
        spent += int(served.read_text().split()[0]) / 1e9
    return spent


def _settle() -> None:
    """What PostgreSQL does by itself within a minute of such a write."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
            # One process serves us then, and its work can be read.
            cursor.execute("SET max_parallel_workers_per_gather = 0")


def _asking() -> Callable[[str], object]:
    """Return what asks for a page as a signed-in registrar."""
    from django.test import Client

    from vagvisare.access.actions.grant_role import grant_role
    from vagvisare.access.roles import Role
    from vagvisare.organization.models import Person

    person = Person.objects.create_user(email="r@example.se", name="Registratorn", password="x")
    grant_role(person=person, role=Role.REGISTRAR)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")

    def get(path: str) -> object:
        answer = client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")
        return answer

    return get


def main() -> int:
    """Print the figures; return 0 when each is as it should be."""
    if sys.argv[1:2] == [WORKER]:
        for figure in work(sys.argv[2], "--quick" in sys.argv):
            print(json.dumps(asdict(figure), ensure_ascii=False))
        return 0
    asked = options("Measure the pages of a large batch.")
    return report(pages(asked), asked)


if __name__ == "__main__":
    raise SystemExit(main())
