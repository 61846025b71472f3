"""Nothing a document names is opened: read here without a jail, so that only the reader says no."""

import pytest

from tests.hostile.files.office import outside, outside_declarations, parameter
from tests.hostile.files.zips import odt, pptx, slide, word_xml, zipped
from vagvisare.reading.content import media_type_of
from vagvisare.reading.errors import Unreadable
from vagvisare.reading.readers import READERS

CANARY = "kanariefagel"
FORMS = {
    "docx": lambda before: zipped(
        {"word/document.xml": word_xml("<w:p><w:t>&a;</w:t></w:p>", before)}
    ),
    "odt": lambda before: odt("<text:p>&a;</text:p>", before),
    "pptx": lambda before: pptx(slide("&a;", before)),
    "html": lambda before: f"{before}<html><body><p>Plan &a;</p></body></html>".encode(),
}


@pytest.mark.parametrize("kind", [outside, outside_declarations, parameter])
@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_named_is_not_opened(form, kind, tmp_path):
    canary = tmp_path / "canary.txt"
    canary.write_text(CANARY)
    data = FORMS[form](kind(canary.as_uri()).replace("<!DOCTYPE d", "<!DOCTYPE html"))

    try:
        pages = READERS[media_type_of(data)](data)
    except Unreadable:
        pages = []

    assert not [page for page in pages if CANARY in page.text]
