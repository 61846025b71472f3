"""The keeper of the jail gets an answer whatever its worker does, and the next one is right."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from tests.hostile.watching import DAY
from vagvisare.reading.jail import Jail
from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.jail.walls import bubblewrap_works

REPOSITORY = Path(__file__).parents[2]
LIMITS = Limits(seconds=2.5, cpu_seconds=1)
DEEDS = {
    "abort": {"crash"},
    "exit": {"crash"},
    "sleep": {"timeout"},
    "spin": {"timeout"},
    "swell": {"memory"},
    "fill": {"crash"},
    "shout": {"too_large"},
    "raise": {"crash"},
    "leave-process": {"timeout"},
}


@pytest.fixture(params=["bubblewrap", "alone"])
def jail(request, monkeypatch):
    if request.param == "bubblewrap" and not bubblewrap_works():
        pytest.skip("bubblewrap is not installed, or may not make namespaces here")
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    walls = request.param == "bubblewrap"
    with Jail(LIMITS, reader="tests.hostile.probes:misbehave", walls=walls) as jail:
        yield jail


@pytest.fixture
def do(jail, tmp_path):
    def do(deed: str):
        path = tmp_path / deed
        path.write_text(deed)
        return jail.read(path, on=DAY)

    return do


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_has_its_code_and_the_next_file_is_read(do, deed):
    assert do(deed).error.code in DEEDS[deed]
    assert do("behave").pages[0].text == "well"


def test_what_a_library_prints_is_no_answer(do):
    assert do("print").pages[0].text == "printed"
    assert do("behave").pages[0].text == "well"


def test_a_file_finds_nothing_of_the_one_before_it(do):
    first = do("leave-files").pages[0].text

    assert do("leave-files").pages[0].text == first
    assert first.split() == ["folder0", "folder1", "folder2", "leave-files", "link"]


def test_no_process_outlives_its_file(do):
    do("leave-process")
    time.sleep(0.5)

    commands = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            commands.append(process.read_bytes())
        except OSError:
            continue
    assert not [command for command in commands if b"47113" in command]


def test_the_folder_of_a_closed_jail_is_gone(monkeypatch, tmp_path):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    paper = tmp_path / "paper.txt"
    paper.write_text("Plan för kost")
    with Jail() as jail:
        jail.read(paper, on=DAY)

        assert len(list((tmp_path / "temporary").iterdir())) == 1

    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_module_lying_in_the_folder_is_not_imported(monkeypatch, tmp_path):
    (tmp_path / "puremagic.py").write_text("raise SystemExit")
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Jail() as jail:
        assert jail.read(tmp_path / "json.py", on=DAY).error is None


def special(kind: str, place: Path) -> Path:
    path = place / kind
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "ring":
        path.symlink_to(path)
    elif kind == "endless":
        path.symlink_to("/dev/zero")
    elif kind == "sparse":
        with path.open("wb") as file:
            file.truncate(2**40)
    return path


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("missing", "unreadable"),
        ("pipe", "unreadable"),
        ("folder", "unreadable"),
        ("ring", "unreadable"),
        ("endless", "unreadable"),
        ("sparse", "too_large"),
    ],
)
def test_what_is_no_ordinary_file_is_refused(kind, code, tmp_path):
    with Jail() as jail:
        assert jail.read(special(kind, tmp_path), on=DAY).error.code == code


def test_a_name_that_is_no_utf_8_is_read(tmp_path):
    path = Path(os.fsdecode(bytes(tmp_path) + b"/plan-\xe5\xe4\xf6.txt"))
    path.write_text("Plan för kost")
    with Jail() as jail:
        assert jail.read(path, on=DAY).error is None
