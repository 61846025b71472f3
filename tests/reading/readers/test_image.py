"""Pictures of pages: each frame keeps its number."""

import io

import pytest
from PIL import Image

from tests.reading.readers import files
from vagvisare.reading.readers import image


@pytest.mark.skipif(not files.installed("tesseract"), reason="tesseract is not installed")
def test_a_page_without_text_keeps_its_number():
    page = files.picture()
    blank = Image.new("L", page.size, 255)
    data = io.BytesIO()
    blank.save(data, format="TIFF", save_all=True, append_images=[page, blank])

    first, second, third = image.read(data.getvalue())

    assert (first.text, third.text) == ("", "")
    assert files.TITLE in second.text
