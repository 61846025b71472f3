"""Every hostile file ends in time and in its memory, as it should, and harms no other."""

import hashlib
import tempfile
from pathlib import Path

import pytest

from tests.hostile.files import CASES, make_files
from tests.hostile.files.pdf_parts import ordinary, written
from tests.hostile.watching import DAY, Note, notes_on
from vagvisare.reading.jail import Jail
from vagvisare.reading.jail.limits import Limits

SLACK = 15.0  # seconds for a busy machine to start a process and to end one
MOST_MEMORY = 2**30


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def good(place) -> Path:
    """A file that nothing is wrong with."""
    path = place / "good.pdf"
    path.write_bytes(written(ordinary()))
    return path


@pytest.fixture(scope="module")
def alone(good):
    """The good file's reading in a jail of its own."""
    with Jail() as jail:
        return jail.read(good, on=DAY)


@pytest.fixture(scope="module")
def as_made(place) -> dict[str, str]:
    """The digests of the hostile files before they are read."""
    (place / "files").mkdir()
    make_files(place / "files")
    return digests(place / "files")


@pytest.fixture(scope="module")
def notes(place, good, as_made) -> dict[str, Note]:
    """A note on each hostile file. Read once; what is left behind is seen by the last test."""
    (place / "temporary").mkdir()
    paths = [place / "files" / name for name in CASES]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(place / "temporary"))
        return notes_on(paths, good)


def test_there_are_enough_files():
    assert len(CASES) >= 60


def test_the_limits_are_a_minute_and_a_gib():
    assert Limits() == Limits(
        seconds=60.0, cpu_seconds=60, memory_bytes=2**30, output_bytes=64 * 2**20
    )


@pytest.mark.parametrize("name", CASES)
def test_it_ends_as_it_should(name, notes):
    note = notes[name]

    assert note.ended_in in CASES[name].ends_in, note.message
    assert note.seconds <= note.allowed_seconds + SLACK
    assert note.peak_bytes <= MOST_MEMORY


@pytest.mark.parametrize("name", CASES)
def test_a_good_file_after_it_is_read_as_if_alone(name, notes, alone):
    assert alone.error is None
    assert notes[name].neighbour == alone


def test_nothing_is_left_behind_and_no_file_is_changed(notes, place, as_made):
    assert list((place / "temporary").iterdir()) == []
    assert digests(place / "files") == as_made
