"""How fast and how evenly an archive is read, beside bare text extraction in as many processes.

python bench/inventory.py [--quick] [--json]
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

from inventory_pages import pages
from measure import Figure, Options, at_most, options, report, told
from papers import made_in

from reading import bare_text

WORKERS = 2
PAGES = (1, 1, 2, 2, 3, 5, 8, 12, 20, 40)
DIFFERENT = 200  # papers that are set anew; the rest differ from them in their last bytes only
COMMAND = [sys.executable, "-c", "from vagvisare.cli.main import main; main()"]
SOURCES = str(Path(__file__).resolve().parents[1] / "src")


def main() -> int:
    """Print the figures; return 0 when each is as it should be."""
    asked = options("Measure the inventory of an archive.")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        even, start = memory(place, asked)
        return report([*speed(place, asked, start), *even, *pages(asked)], asked)


def speed(place: Path, asked: Options, start: float) -> list[Figure]:
    """Return how an inventory compares with getting the text alone, both by the clock.

    start  seconds that an inventory takes besides its files; a small archive is read before its
           processes have started, so that --quick leaves them out
    """
    count, different, turns = (250, len(PAGES), 1) if asked.quick else (5000, DIFFERENT, 3)
    papers = archive(place / "papers", count, different)
    pairs = []
    for turn in range(turns):
        data = installed(place / f"data-{turn}")
        bare = seconds(lambda: bare_texts(papers))
        ours = seconds(lambda data=data: inventory(data, place / "papers"))  # type: ignore[misc]
        pairs.append((ours - start if asked.quick else ours, bare))
        shutil.rmtree(data)
    ratio = statistics.median(ours / bare for ours, bare in pairs)
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    return [
        told("born-digital PDF", count, "files"),
        told("inventory, everything included", count / ours, "files a second"),
        told("bare pypdfium2 text, as many processes", count / bare, "files a second"),
        at_most("born-digital PDF: inventory / bare text", ratio, 1.5),
    ]


def memory(place: Path, asked: Options) -> tuple[list[Figure], float]:
    """Return how the peak of all processes grows with the number of small files.

    And the seconds that the same two runs would take without a file: processes that start, and a
    report.
    """
    sizes = (100, 1000) if asked.quick else (5000, 50_000)
    peaks, times = [], []
    for count in sizes:
        folder = place / f"texts-{count}"
        texts(folder, count)
        data = installed(place / f"texts-data-{count}")
        times.append(seconds(lambda: peaks.append(inventory(data, folder))))  # noqa: B023
        shutil.rmtree(data)
        shutil.rmtree(folder)
    each = (times[1] - times[0]) / (sizes[1] - sizes[0])
    start = max(times[0] - sizes[0] * each, 0.0)
    figures = [
        told("small files, each", each * 1000, "ms"),
        told(f"peak memory at {sizes[0]} small files", peaks[0] / 2**20, "MiB"),
        told(f"peak memory at {sizes[1]} small files", peaks[1] / 2**20, "MiB"),
        at_most(f"peak memory: {sizes[1]} files / {sizes[0]}", peaks[1] / peaks[0], 1.3),
    ]
    return figures, start


def archive(folder: Path, count: int, different: int) -> list[Path]:
    """Return so many PDF files, no two of the same bytes."""
    folder.mkdir()
    made = made_in(folder, (PAGES * (different // len(PAGES) + 1))[:different])
    contents = [path.read_bytes() for path in made]
    for number in range(different, count):
        made.append(folder / f"copy-{number:05}.pdf")
        made[-1].write_bytes(contents[number % different] + b"%% %d\n" % number)
    return made


def texts(folder: Path, count: int) -> None:
    """Write so many small files of text, no two alike, a hundred a folder."""
    for number in range(count):
        path = folder / str(number // 100) / f"plan-{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"Exempelby kommun\nBiblioteksplan nummer {number}\nDokumenttyp: Plan\n"
            f"Antagen av kommunfullmäktige {2000 + number % 25}-11-29, § {number % 300 + 1}\n"
            "Giltighetstid: 2019-01-01 till 2022-12-31\n",
            encoding="utf-8",
        )


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds on the clock that the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bare_texts(papers: list[Path]) -> None:
    with get_context("fork").Pool(WORKERS) as pool:
        for _pages in pool.imap_unordered(bare_text, papers, chunksize=4):
            pass


def installed(data: Path) -> Path:
    """Return a new installation with an administrator: a copy of one that is made once."""
    first = data.parent / "first"
    if not first.exists():
        (first / "files").mkdir(parents=True)
        run(first, [sys.executable, "-m", "django", "migrate", "--verbosity", "0"])
        invite = ["invite", "a@example.se", "--name", "A", "--role", "administrator"]
        run(first, [*COMMAND, *invite, "--password", "visa-vagen-i-demon"])
    shutil.copytree(first, data)
    return data


def inventory(data: Path, folder: Path) -> int:
    """Take the folder in and read it; return the peak of memory of all processes, in bytes."""
    asked = ["inventory", str(folder), "--out", str(data / "out"), "--quiet"]
    return run(data, [*COMMAND, *asked, "--on", "2024-01-01", "--workers", str(WORKERS)])


def run(data: Path, command: list[str]) -> int:
    environment = os.environ | {
        "VAGVISARE_DATA": str(data),
        "VAGVISARE_SECRET_KEY": "x" * 60,
        "DATABASE_URL": f"sqlite:///{data / 'vagvisare.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "vagvisare.config.settings",
        "PYTHONPATH": SOURCES,
    }
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    peak, ended = 0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.2):
            peak = max(peak, memory_of(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    ended.set()
    watcher.join()
    if code:
        raise SystemExit(f"{' '.join(command[-6:])} ended with {code}")
    return peak


def memory_of(pid: int) -> int:
    """Return the bytes that a process and those it started have of their own, shared parts apart."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
        children = [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:  # it has just ended
        return 0
    return own + sum(memory_of(child) for child in children)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    raise SystemExit(main())
