"""`vagvisare read` as a person calls it: folders, context, formats, and no Django."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from vagvisare.cli.main import main

PLAN = "Energiplan för Kumla kommun 2020-2024\nAntagen av kommunfullmäktige 2019-11-25, § 91\n"
ITEM = "§ 4 Dnr KS-2024-00001\nPolicy för resor\n\nBeslut\nPolicy för resor antas.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b" / "c.txt").write_text(ITEM, encoding="utf-8")
    (tmp_path / "b" / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "gold.jsonl").write_text("{}\n", encoding="utf-8")
    return tmp_path


def lines(*arguments):
    done = CliRunner().invoke(main, ["read", *map(str, arguments)])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.output.splitlines()]


def test_a_folder_is_walked_in_order_and_a_bad_file_stops_nothing(folder):
    rows = lines(folder, "--on", "2026-11-22")

    assert [row["file"] for row in rows] == ["a.txt", "bad.pdf", "c.txt"]
    assert [row["error"] and row["error"]["code"] for row in rows] == [None, "unreadable", None]
    assert (rows[0]["paragraph"], rows[0]["validity"]) == ("91", "expired")


def test_the_context_tells_whose_meeting_it_was(folder):
    known = folder / "known.jsonl"
    meeting = {
        "municipality": "Kumla",
        "body": "kommunfullmäktige",
        "date": "2024-05-27",
        "kind": "protokoll",
    }
    known.write_text(
        json.dumps({"file": "texts/c.txt", "meeting": meeting}) + "\n", encoding="utf-8"
    )
    (row,) = lines(folder / "b" / "c.txt", "--context", known)

    (event,) = row["events"]
    assert (event["action"], event["deciding_body"], event["decision_date"]) == (
        "adopt",
        "kommunfullmäktige",
        "2024-05-27",
    )


def test_a_context_that_is_no_context_is_refused(folder):
    (folder / "known.jsonl").write_text("[]\n", encoding="utf-8")
    done = CliRunner().invoke(
        main, ["read", str(folder / "a.txt"), "--context", str(folder / "known.jsonl")]
    )

    assert done.exit_code == 1
    assert "line 1" in done.output


def test_the_table_shows_what_a_person_looks_for(folder):
    done = CliRunner().invoke(
        main, ["read", str(folder / "a.txt"), "--format", "table", "--on", "2021-01-01"]
    )

    assert done.exit_code == 0
    assert "in_force" in done.output


def test_reading_never_loads_django():
    program = "import sys, vagvisare.cli.read, vagvisare.reading.read, vagvisare.reading.readers; print('django' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
