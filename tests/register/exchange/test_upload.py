"""Whatever an uploaded list does to the one who parses it, it costs only its own import."""

import io
import socket
import time
from pathlib import Path

import pytest

from tests.register.exchange import misreading
from vagvisare.reading.jail.limits import Limits
from vagvisare.register.exchange.upload import LARGEST, CannotReadList, rows_of
from vagvisare.writing.sheet_reading import Row, SheetLimits
from vagvisare.writing.sheets import Column, Sheet, write_workbook

REPOSITORY = Path(__file__).parents[3]
LIMITS = Limits(seconds=8, cpu_seconds=3, output_bytes=2**20)


@pytest.fixture(params=[True, False], ids=["with bubblewrap where it works", "without it"])
def parsed(request, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", f"{REPOSITORY}:{REPOSITORY / 'src'}")

    def parsed(deed: str, limits: Limits = LIMITS) -> list[Row]:
        by = "tests.register.exchange.misreading:read_rows"
        return rows_of([deed.encode()], limits=limits, by=by, walls=request.param)

    return parsed


def test_a_good_file_is_read(parsed):
    assert parsed("read") == [Row(1, ("Titel",))]


@pytest.mark.parametrize("deed", ["die", "eat", "flood", "spin"])
def test_a_bad_file_is_refused(parsed, deed):
    with pytest.raises(CannotReadList):
        parsed(deed)


def test_a_hanging_file_is_stopped(parsed):
    began = time.monotonic()

    with pytest.raises(CannotReadList):
        parsed("hang", Limits(seconds=3))
    assert time.monotonic() - began < 30


def test_without_walls_the_deeds_would_be_done(tmp_path):
    deed, outside = tmp_path / "deed", tmp_path / "outside"
    with socket.create_server(("127.0.0.1", 0)) as server:
        for done in (f"write {outside}", f"peek {outside}", f"call {server.getsockname()[1]}"):
            deed.write_text(done, encoding="utf-8")
            assert list(misreading.read_rows(deed, SheetLimits()))
        server.accept()[0].close()

    assert outside.read_text("utf-8") == "outside"


def test_nothing_is_written_and_nothing_else_read(parsed, tmp_path):
    outside = tmp_path / "outside"

    with pytest.raises(CannotReadList):
        parsed(f"write {outside}")
    assert not outside.exists()
    outside.write_text("secret", "utf-8")
    with pytest.raises(CannotReadList):
        parsed(f"peek {outside}")


def test_nobody_is_called(parsed):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.5)

        with pytest.raises(CannotReadList):
            parsed(f"call {server.getsockname()[1]}")
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_workbook_comes_through_the_real_parser():
    target = io.BytesIO()
    write_workbook(target, [Sheet("Lista", [Column("Titel")], [["Översyn"], ["=1+1"]])])

    rows = rows_of([target.getvalue()])

    assert [row.cells for row in rows] == [("Titel",), ("Översyn",), ("=1+1",)]


def test_what_is_too_large_is_not_even_saved():
    with pytest.raises(CannotReadList, match=r"larger|större"):
        rows_of(b"x" * 2**20 for _number in range(LARGEST // 2**20 + 1))


def test_what_is_no_list_is_refused_with_the_reason():
    with pytest.raises(CannotReadList, match=r"old format|gamla format"):
        rows_of([b"\xd0\xcf\x11\xe0" + b"\x00" * 100])
