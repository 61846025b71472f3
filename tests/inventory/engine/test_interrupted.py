"""Whatever ends the job, it goes on where it was: nothing lost, nothing doubled."""

import json
import os
import random
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.inventory.engine.installation import Installation, fill, install

COUNT = 700


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = fill(tmp_path_factory.mktemp("papers") / "Styrdokument", COUNT)
    (folder / "trasig.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "tom.txt").touch()
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder, tmp_path_factory) -> Installation:
    made = install(tmp_path_factory.mktemp("undisturbed") / "data")
    code, _out, err = made.run(folder)
    assert code == 0, err
    assert len(made.rows()["files"]) == COUNT + 2
    return made


def same(one: Installation, other: Installation) -> None:
    for name, rows in other.rows().items():
        assert one.rows()[name] == rows, name
    assert one.lines() == other.lines()
    assert one.trail_holds()


def at_work(process: subprocess.Popen[str], step: str = "reading", done: int = 1) -> None:
    """Wait until so much is done."""
    for line in process.stderr:
        told = json.loads(line) if line.startswith("{") else {"step": ""}
        if told["step"] == step and told["done"] >= done:
            return
    raise AssertionError("The job ended before it had done so much.")


def test_killed_at_twenty_moments_it_loses_and_doubles_nothing(folder, undisturbed, tmp_path):
    installation, chance = install(tmp_path / "data"), random.Random(20)
    cut_short = 0
    for turn in range(20):
        process = installation.start(folder, "--resume", "--progress", "json")
        if turn % 4 == 0:  # anywhere: while it starts, takes in, or reads
            time.sleep(chance.uniform(0.5, 2.0))
        else:
            for _line in process.stderr:
                time.sleep(chance.uniform(0, 0.25))
                break
        process.kill()
        process.communicate()
        cut_short += process.returncode == -signal.SIGKILL
    assert cut_short >= 10

    code, _out, err = installation.run(folder, "--resume")

    assert code == 0, err
    same(installation, undisturbed)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_says_how_to_go_on(folder, undisturbed, tmp_path, sent):
    installation = install(tmp_path / "data")
    process = installation.start(folder, "--progress", "json")
    at_work(process)

    process.send_signal(sent)
    _out, err = process.communicate(timeout=10)

    assert process.returncode == 130
    (said,) = [line for line in err.splitlines() if line and not line.startswith("{")]
    assert said.startswith("Stopped.")
    assert said.endswith(
        f"vagvisare inventory {folder} --out {installation.out} --on 2026-11-24 --resume"
    )
    assert 0 < list(installation.states().values()).count("read") < COUNT
    _code, _out, err = installation.run(folder)
    assert "is not finished" in err  # of the first batch; what it had begun, it keeps
    assert installation.run(folder, "--resume")[0] == 0


def test_a_result_that_cannot_be_written_is_told_before_the_work(folder, tmp_path):
    installation = install(tmp_path / "data")
    installation.out.write_text("a file where the folder should be")

    code, _out, err = installation.run(folder)

    assert code != 0
    assert "Traceback" not in err
    assert installation.states() == {}


def test_a_result_folder_that_may_not_be_written_is_told_before_the_work(folder, tmp_path):
    installation = install(tmp_path / "data")
    installation.out.mkdir()
    installation.out.chmod(0o555)

    code, _out, err = installation.run(folder, before=as_anybody)

    assert code == 1
    assert err.startswith("Error: Permission denied") and "Traceback" not in err, err
    assert installation.states() == {}


def as_anybody() -> None:
    """Give up what lets root write anywhere (CAP_DAC_OVERRIDE); others never had it."""
    import ctypes

    drop, write_anywhere = 24, 1
    ctypes.CDLL(None).prctl(drop, write_anywhere, 0, 0, 0)


def test_a_cluster_without_ray_is_told_before_the_work(folder, tmp_path):
    (tmp_path / "absent" / "ray").mkdir(parents=True)
    (tmp_path / "absent" / "ray" / "__init__.py").write_text("raise ImportError('No ray here')")
    places = [str(tmp_path / "absent"), *filter(None, [os.environ.get("PYTHONPATH")])]
    installation = install(tmp_path / "data", PYTHONPATH=os.pathsep.join(places))

    code, _out, err = installation.run(folder, "--engine", "ray")

    assert code == 1
    assert err == (
        'Error: Ray är inte installerat. Installera "vagvisare[cluster]" eller välj '
        "--engine local.\n"
    )
    assert installation.states() == {}


def test_a_store_that_is_full_is_told_and_gone_on_with(tmp_path):
    folder = fill(tmp_path / "Styrdokument", 20)
    (folder / "stor.txt").write_bytes(b"Plan. " * 1_000_000)
    installation = install(tmp_path / "data")
    most = (installation.folder / "vagvisare.sqlite3").stat().st_size * 2
    assert most < 6_000_000
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, limit[1]))
    try:
        code, _out, err = installation.run(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    assert code == 1
    assert err.startswith("Error: The disk is full"), err
    assert "--resume" in err and "Traceback" not in err
    incoming = installation.folder / "files" / "originals" / "incoming"
    assert list(incoming.iterdir()) == []
    code, _out, err = installation.run(folder, "--resume")
    assert code == 0, err
    assert set(installation.states().values()) == {"read", "received"}  # the rest are copies


@pytest.mark.skipif(os.geteuid() != 0, reason="SKIPPED: only root can make a small disk")
def test_a_disk_that_fills_while_it_reads_loses_nothing(folder, undisturbed, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("SKIPPED: this machine lets nobody mount a small disk")
    try:
        installation = install(disk / "data")
        ballast = disk / "ballast"
        process = installation.start(folder, "--progress", "json")
        at_work(process)
        with ballast.open("wb", buffering=0) as file, pytest.raises(OSError):
            while True:
                file.write(b"x" * 1024)
        _out, err = process.communicate(timeout=60)
        assert process.returncode == 1, err
        said = [line for line in err.splitlines() if not line.startswith("{")]
        assert len(said) == 1 and said[0].startswith("Error: ") and "--resume" in said[0], err

        ballast.unlink()
        code, _out, err = installation.run(folder, "--resume")
        assert code == 0, err
        same(installation, undisturbed)
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_database_that_is_held_is_told(folder, tmp_path):
    import sqlite3

    installation = install(tmp_path / "data")
    with sqlite3.connect(installation.folder / "vagvisare.sqlite3") as holder:
        holder.execute("BEGIN IMMEDIATE")
        code, _out, err = installation.run(folder)

    assert code == 1
    assert err.startswith("Error: The database is held by somebody else."), err
