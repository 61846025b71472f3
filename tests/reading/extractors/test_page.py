"""The page of the docs and the list of extractors say what there is."""

from pathlib import Path

from tests.reading.extractors.page import PAGE, page
from vagvisare.reading import extractors
from vagvisare.reading.reading import FIELDS


def test_the_page_is_current():
    assert PAGE.read_text("utf-8") == page(), "run python -m tests.reading.extractors.page"


def test_there_is_one_extractor_for_each_field_of_the_contract():
    assert sorted(extractors.EXTRACTORS) == sorted(FIELDS)


def test_every_module_with_a_field_is_in_the_list():
    folder = Path(extractors.__file__).parent
    stated = {path.stem for path in folder.glob("*.py") if "\nFIELD = " in path.read_text("utf-8")}

    assert stated == set(extractors.EXTRACTORS)
