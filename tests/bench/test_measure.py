"""The benches' shared measure: figures, ratios and the one way to print them."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
import measure


def spin(rounds: int):
    return lambda: sum(number * number for number in range(rounds))


def test_twice_the_work_is_about_twice_the_time():
    ratio = measure.compared(spin(600_000), spin(300_000), turns=7)

    assert 1.6 < ratio.value < 2.5
    assert ratio.ours > ratio.reference > 0


def test_work_in_another_process_is_counted():
    import subprocess

    work = "sum(number * number for number in range(3_000_000))"
    seconds = measure.cpu_seconds(lambda: subprocess.run([sys.executable, "-c", work], check=True))

    assert seconds > 0.05


@pytest.mark.parametrize(("value", "ok"), [(1.5, True), (1.6, True), (1.61, False)])
def test_a_goal_is_kept_up_to_its_limit(value, ok):
    assert measure.at_most("reading", value, 1.6).ok is ok


def test_a_missed_goal_fails_the_bench_and_is_told(capsys):
    figures = [measure.told("pages", 3, "pages"), measure.at_most("reading", 2, 1.6)]

    assert measure.report(figures, measure.Options(quick=True, json=True)) == 1
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert list(first) == ["figure", "value", "unit", "goal", "ok"]
    assert first["ok"]
    assert second == {
        "figure": "reading",
        "value": 2,
        "unit": "times",
        "goal": "<= 1.6",
        "ok": False,
    }


def test_without_json_a_missed_goal_is_seen(capsys):
    measure.report([measure.at_most("reading", 2, 1.6)], measure.Options(quick=True, json=False))

    assert "MISSED (goal <= 1.6)" in capsys.readouterr().out
