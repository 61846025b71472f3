"""The same plan in every format gives the same facts, whatever the file is called."""

from datetime import date

import pytest

from tests.reading.readers import files
from vagvisare.reading import content
from vagvisare.reading.read import read_file
from vagvisare.reading.readers import READERS

DAY = date(2026, 11, 22)
FACTS = {
    "title": files.TITLE,
    "document_type": "plan",
    "municipality": "Habo",
    "deciding_body": "kommunfullmäktige",
    "decision_date": "2023-02-13",
    "paragraph": "12",
    "registry_number": "KS-2022-00812",
    "valid_from": "2023",
    "valid_until": "2026",
    "responsible": "Miljöchef, samhällsbyggnadsförvaltningen",
    "validity": "in_force",
}
FORMATS = {
    "txt": (lambda: files.text().encode(), content.TEXT),
    "txt, Windows": (lambda: files.text().replace("–", "-").encode("cp1252"), content.TEXT),
    "txt, MS-DOS": (
        lambda: files.text().replace("–", "-").replace("§", "§").encode("cp850"),
        content.TEXT,
    ),
    "txt, UTF-16": (lambda: files.text().encode("utf-16"), content.TEXT),
    "html": (files.html, content.HTML),
    "docx": (files.word, content.DOCX),
    "docx, labels above": (lambda: files.word(labels_above=True), content.DOCX),
    "odt": (files.opendocument, content.ODT),
    "rtf": (files.rich_text, content.RTF),
    "pdf": (files.pdf, content.PDF),
    "pdf, labels above": (lambda: files.pdf(labels_above=True), content.PDF),
}


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_gives_the_same_facts(tmp_path, form):
    make, media_type = FORMATS[form]
    reading = read_file(files.saved(tmp_path, make()), on=DAY)
    found = reading.as_dict()

    assert reading.error is None
    assert reading.media_type == media_type
    assert {name: found[name] for name in FACTS} == FACTS


@pytest.mark.skipif(not files.installed("tesseract"), reason="tesseract is not installed")
@pytest.mark.parametrize("make", [files.scanned_pdf, files.image])
def test_a_scan_is_read_and_never_quite_sure(tmp_path, make):
    reading = read_file(files.saved(tmp_path, make()), on=DAY)
    found = reading.as_dict()

    assert {page.read_by for page in reading.pages} == {"ocr"}
    assert (found["municipality"], found["decision_date"]) == ("Habo", "2023-02-13")
    assert found["registry_number"] == "KS-2022-00812"
    assert all(evidence["confidence"] < 0.9 for evidence in found["evidence"].values())


def test_evidence_is_cut_from_its_page(tmp_path):
    reading = read_file(files.saved(tmp_path, files.pdf()), on=DAY)

    for evidence in reading.as_dict()["evidence"].values():
        page = reading.pages[evidence["page"] - 1].text
        assert page[evidence["start"] : evidence["end"]] == evidence["text"] != ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"   \n  ", "no_text"),
        (b"%PDF-1.7\nnot really", "unreadable"),
        (b"PK\x03\x04 cut off", "unreadable"),
        (bytes(range(256)) * 8, "unsupported"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "unreadable"),
        (b"<?xml version='1.0'?><bok/>", "unsupported"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_code(tmp_path, data, code):
    assert read_file(files.saved(tmp_path, data), on=DAY).error.code == code


def test_a_missing_file_and_a_folder_get_a_code(tmp_path):
    for path in (tmp_path / "finns-inte", tmp_path):
        assert read_file(path, on=DAY).error.code == "unreadable"


def test_every_media_type_has_a_reader():
    stated = {
        value for name, value in vars(content).items() if name.isupper() and isinstance(value, str)
    }

    assert stated | set(content.IMAGES) == set(READERS)
