"""The generated pages of the docs are as a fresh making gives them."""

import importlib.util

import pytest

from tests.architecture.house import REPOSITORY

REFERENCE = REPOSITORY / "docs/reference"
# Made and compared by the room itself, from the cases of its tests.
MADE_ELSEWHERE = {"extractors.md"}


def loaded():
    """Return scripts/make_reference.py as a module."""
    spec = importlib.util.spec_from_file_location(
        "make_reference", REPOSITORY / "scripts/make_reference.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = loaded()


@pytest.mark.parametrize("name", MAKER.PAGES)
def test_the_page_is_current(name):
    kept = (REFERENCE / name).read_text("utf-8")

    assert kept == MAKER.PAGES[name](), "run `make reference`"


def test_every_page_has_a_maker():
    pages = {path.name for path in REFERENCE.glob("*.md")}

    assert pages - MADE_ELSEWHERE == set(MAKER.PAGES)


def test_every_refusal_has_a_code_of_its_own_that_begins_with_its_room():
    found = MAKER.refusals_found()
    codes = [refusal.code for refusal in found]

    assert len(set(codes)) == len(codes)
    assert [r.code for r in found if r.code.split(".")[0] != r.module.split(".")[0]] == []


def test_every_refusal_says_when_it_is_raised():
    assert [refusal.name for refusal in MAKER.refusals_found() if not refusal.when] == []
