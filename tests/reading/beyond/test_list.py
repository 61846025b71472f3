"""The list of facts beyond the header says what there is, and all of it has evidence."""

from pathlib import Path

from tests.reading.beyond import test_commitments, test_goals, test_laws, test_promises
from tests.reading.beyond.found import DAY
from vagvisare.reading import beyond
from vagvisare.reading.read import read_pages, read_text
from vagvisare.reading.reading import Page

CASES = [
    case
    for cases in (test_commitments, test_goals, test_laws, test_promises)
    for case in cases.FINDS
]


def test_every_module_with_a_fact_is_in_the_list():
    folder = Path(beyond.__file__).parent
    stated = {path.stem for path in folder.glob("*.py") if "\nFACT = " in path.read_text("utf-8")}

    assert stated == set(beyond.BEYOND)


def test_the_evidence_is_the_words_at_its_place():
    for text, _ in CASES:
        for findings in read_text("Försättsblad\n\f" + text, on=DAY).beyond.values():
            for finding in findings:
                evidence = finding.evidence
                assert evidence.page == 2
                assert text[evidence.start : evidence.end] == evidence.text != ""


def test_what_comes_from_ocr_is_less_sure():
    for text, _ in CASES:
        reading = read_pages([Page(text, "ocr")], file="", on=DAY)
        assert all(f.evidence.confidence <= 0.85 for fs in reading.beyond.values() for f in fs)


def test_nothing_found_adds_no_key():
    told = read_text("Öppettider\nBadhuset har öppet alla dagar.", on=DAY).as_dict()

    assert not set(beyond.BEYOND) & set(told)
