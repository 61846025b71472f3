"""Programs that readers run: bound in memory and time, and given no more than they need."""

import subprocess
import time

import pytest

from vagvisare.reading.readers.programs import MEMORY_BYTES, output_of


def test_a_program_has_its_own_share_of_memory():
    assert output_of(["sh", "-c", "ulimit -v"], seconds=10) == (0, f"{MEMORY_BYTES // 1024}\n")


def test_a_program_that_hangs_is_ended():
    began = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        output_of(["sleep", "30"], seconds=0.3)

    assert time.monotonic() - began < 10


def test_a_program_knows_nothing_of_our_environment(monkeypatch):
    monkeypatch.setenv("VAGVISARE_SECRET_KEY", "hemligt")
    _, known = output_of(["env"], seconds=10, environment={"HOME": "/nowhere"})

    assert sorted(line.split("=")[0] for line in known.split()) == ["HOME", "LC_ALL", "PATH"]


def test_what_is_no_utf_8_is_taken_all_the_same():
    assert output_of(["cat"], seconds=10, data=b"a\xffb") == (0, "a\ufffdb")
