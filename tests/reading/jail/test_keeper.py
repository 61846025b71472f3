"""Whatever a file does to its reader, it costs only its own answer."""

from datetime import date
from pathlib import Path

import pytest

from vagvisare.reading.jail import Jail
from vagvisare.reading.jail.limits import Limits
from vagvisare.reading.reading import MeetingContext

DAY = date(2026, 11, 22)
REPOSITORY = Path(__file__).parents[3]
LIMITS = Limits(seconds=3, cpu_seconds=2, output_bytes=2**20)


@pytest.fixture
def jail(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))
    with Jail(LIMITS, reader="tests.reading.jail.misbehaving:read") as jail:
        yield jail


def read(jail, folder, deed):
    path = folder / f"{deed}.txt"
    path.write_text(deed, encoding="utf-8")
    return jail.read(path, on=DAY)


@pytest.mark.parametrize(
    ("deed", "codes"),
    [
        ("hang", {"timeout"}),
        ("spin", {"timeout"}),
        ("die", {"crash"}),
        ("eat", {"memory"}),
        ("flood", {"too_large"}),
        ("raise", {"crash"}),
        ("call", {"crash"}),
    ],
)
def test_a_bad_file_gets_a_code_and_the_next_one_is_read(jail, tmp_path, deed, codes):
    assert read(jail, tmp_path, deed).error.code in codes
    good = read(jail, tmp_path, "work")

    assert good.error is None
    assert good.pages[0].text.startswith("work by ")


def test_one_worker_reads_many_files(jail, tmp_path):
    pages = {read(jail, tmp_path, "work").pages[0].text for _ in range(5)}

    assert len(pages) == 1


def test_what_a_library_prints_is_no_answer(jail, tmp_path):
    assert read(jail, tmp_path, "print").pages[0].text.startswith("print by ")


def test_a_reading_comes_through_whole(tmp_path):
    path = tmp_path / "protokoll.txt"
    path.write_text(
        "§ 4 Dnr KS-2024-00001\nPolicy för resor\n\nBeslut\n"
        "Policy för resor antas. Policy för bilar, antagen av kommunfullmäktige 2010-02-01, § 7, upphör att gälla.\n",
        encoding="utf-8",
    )
    context = MeetingContext("Exempelby", "kommunfullmäktige", date(2024, 5, 27), "protokoll")
    with Jail() as jail:
        reading = jail.read(path, on=DAY, context=context)

    (event,) = reading.events
    assert event.ends[0].adopted_on == "2010-02-01"
    assert reading.facts.text("decision_date") == "2024-05-27"
    assert reading.media_type == "text/plain"


def test_a_missing_file_is_told(jail, tmp_path):
    assert jail.read(tmp_path / "gone.txt", on=DAY).error.code == "unreadable"
