"""Whatever a file does to the one who draws it, it costs only its own picture."""

import socket
import time
from pathlib import Path

import pytest

from tests.inventory import misdrawing
from vagvisare.inventory.pictures import drawn
from vagvisare.reading.jail.limits import Limits

REPOSITORY = Path(__file__).parents[2]
LIMITS = Limits(seconds=8, cpu_seconds=3, output_bytes=2**20)


@pytest.fixture(params=[True, False], ids=["with bubblewrap where it works", "without it"])
def drawing(request, monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))

    def drawing(deed: str, limits: Limits = LIMITS) -> bytes | None:
        path = tmp_path / "original.pdf"
        path.write_text(deed, encoding="utf-8")
        by = "tests.inventory.misdrawing:draw"
        return drawn(path, "application/pdf", 1, [], limits=limits, by=by, walls=request.param)

    return drawing


@pytest.mark.parametrize("deed", ["draw", "print", "own"])
def test_a_good_file_is_drawn(drawing, deed):
    assert drawing(deed).startswith(b"\x89PNG")


@pytest.mark.parametrize("deed", ["die", "eat", "flood", "spin"])
def test_a_bad_file_has_no_picture(drawing, deed):
    assert drawing(deed) is None


def test_a_hanging_file_is_stopped(drawing):
    began = time.monotonic()

    assert drawing("hang", Limits(seconds=3)) is None
    assert time.monotonic() - began < 30


@pytest.fixture
def outside(tmp_path):
    place = tmp_path / "outside.txt"
    place.write_text("\x89PNG of another", encoding="utf-8")
    return place


def test_without_walls_the_deeds_would_be_done(tmp_path, outside):
    deed = tmp_path / "deed"
    with socket.create_server(("127.0.0.1", 0)) as server:
        for done in (f"write {outside}", f"peek {outside}", f"call {server.getsockname()[1]}"):
            deed.write_text(done, encoding="utf-8")
            misdrawing.draw(deed, "application/pdf", 1, [])
        server.accept()[0].close()

    assert outside.read_bytes() == b"outside"


def test_nothing_is_written_outside_its_folder(drawing, outside):
    before = outside.read_bytes()

    assert drawing(f"write {outside}") is None
    assert drawing(f"write {outside.with_name('new.txt')}") is None
    assert outside.read_bytes() == before
    assert not outside.with_name("new.txt").exists()


def test_no_other_file_is_read(drawing, outside):
    outside.write_bytes(b"\x89PNG of another")

    assert drawing(f"peek {outside}") is None


def test_nobody_is_called(drawing):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)

        assert drawing(f"call {server.getsockname()[1]}") is None
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_file_that_is_gone_has_no_picture(tmp_path):
    assert drawn(tmp_path / "gone", "application/pdf", 1, []) is None
