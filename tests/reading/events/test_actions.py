"""Every wording of every action finds its example, and what only looks like it is refused."""

from datetime import date
from pathlib import Path

import pytest

from vagvisare.reading.events import actions
from vagvisare.reading.events.actions import ACTIONS
from vagvisare.reading.read import read_text
from vagvisare.reading.reading import MeetingContext

MEETING = MeetingContext("Exempelby", "kommunfullmäktige", date(2024, 5, 27), "protokoll")
FOUND = [(a.name, w.example, w.title) for a in ACTIONS.values() for w in a.wordings]
REFUSED = [(a.name, words) for a in ACTIONS.values() for words in a.refused]


def events(words):
    text = f"§ 42 Dnr KS-2024-00123\nEtt ärende\n\nBeslut\n{words}\n\nSammanfattning av ärendet\nText.\n"
    found = read_text(text, on=date(2026, 1, 1), context=MEETING).as_dict()["events"]
    return [(event["action"], event["document_title"]) for event in found]


@pytest.mark.parametrize(("action", "words", "title"), FOUND)
def test_each_wording_of_an_action_finds_its_example(action, words, title):
    assert events(words) == [(action, title)]


@pytest.mark.parametrize(("action", "words"), REFUSED)
def test_what_only_looks_like_an_action_is_none(action, words):
    assert action not in [name for name, _ in events(words)]


def test_every_file_of_actions_is_registered_under_its_name():
    files = {p.stem for p in Path(actions.__file__).parent.glob("*.py")} - {"__init__"}

    assert set(ACTIONS) == files
    assert all(action.wordings and action.refused for action in ACTIONS.values())


def test_each_wording_stands_behind_a_stem_of_its_action():
    for action in ACTIONS.values():
        for wording in action.wordings:
            assert action.fits(wording.example.lower()), wording.example
