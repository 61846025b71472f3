import copy
import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.writing.papers import memo, memo_saying
from vagvisare.writing.blocks import Block
from vagvisare.writing.json_form import _READERS, BLOCK_NAMES, from_json, to_json


@given(st.text())
def test_a_paper_comes_back_as_it_was(text):
    for paper in (memo(), memo_saying(text)):
        assert from_json(json.loads(json.dumps(to_json(paper)))) == paper


def test_every_block_has_a_name_and_a_reader():
    assert set(get_args(Block)) == set(BLOCK_NAMES) == set(_READERS)


def _changed(path, value):
    stored = copy.deepcopy(to_json(memo()))
    holder = stored
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return stored


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (["title"], 3, "'title' of the paper should be text, and is a number."),
        (["title"], None, "'title' of the paper should be text, and is null."),
        (["title"], " ", "A paper needs a title."),
        (["language"], "xx", "A paper is written in sv or en"),
        (["colour"], "red", "the paper has 'colour', which is not known."),
        (["meta"], {}, "'meta' of the paper should be a list, and is an object."),
        (["meta", 0], ["Datum"], "should be a label and a value, and has 1 parts."),
        (["meta", 0, 1], 7, "should be text, and is a number."),
        (["blocks", 0], "Rubrik", "number 1 in 'blocks' of the paper should be an object"),
        (["blocks", 0, "block"], "picture", "which is no kind of block"),
        (["blocks", 0, "block"], ["heading"], "which is no kind of block"),
        (["blocks", 0, "level"], "1", "should be a number, and is text."),
        (["blocks", 0, "level"], True, "should be a number, and is true or false."),
        (["blocks", 0, "level"], 9, "has level 9, not 1, 2 or 3."),
        (["blocks", 1, "items"], [], "at least one point"),
        (["blocks", 1, "items", 0, "own"], "yes", "should be true or false, and is text."),
        (["blocks", 1, "items", 0, "source"], {"kind": "decision"}, "lacks 'key'."),
        (["blocks", 1, "items", 0, "source"], None, "has no source"),
        (["blocks", 8, "rows", 0], ["en cell"], "has 1 cells"),
    ],
)
def test_what_is_malformed_is_refused_with_the_place(path, value, said):
    with pytest.raises(ValueError) as refusal:
        from_json(_changed(path, value))

    assert said in str(refusal.value)


_ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(_ANY_JSON, st.sampled_from([(), ("meta",), ("blocks",), ("blocks", 1), ("blocks", 8)]))
def test_any_other_json_is_refused_as_a_value_error(value, path):
    stored = _changed(path, value) if path else value
    try:
        paper = from_json(stored)
    except ValueError as refusal:
        assert str(refusal).endswith(".")
    else:
        assert to_json(paper) == stored
