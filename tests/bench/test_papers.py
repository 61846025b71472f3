"""The papers that are read for measuring: the same every time, and worth reading."""

import random
import sys
from datetime import date
from pathlib import Path

import pypdfium2

from vagvisare.reading.read import read_file

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
import papers


def test_the_same_seed_gives_the_same_paper():
    first, second = (papers.paper(random.Random(5), 3) for _ in range(2))

    assert first == second
    assert first != papers.paper(random.Random(6), 3)


def test_a_paper_has_about_the_pages_wanted_and_facts_in_its_header(tmp_path):
    (path,) = papers.made_in(tmp_path, (5,))
    facts = read_file(path, on=date(2024, 1, 1)).facts

    assert 3 <= len(pypdfium2.PdfDocument(path)) <= 7
    assert facts.text("deciding_body")
    assert facts.text("decision_date")
    assert facts.text("valid_until")


def test_a_scan_has_no_text_of_its_own(tmp_path):
    (path,) = papers.scanned(tmp_path, 1, fullness=1)
    document = pypdfium2.PdfDocument(path)

    assert len(document) == 1
    assert document[0].get_textpage().get_text_range() == ""
