import io

import pikepdf
import pytest
from PIL import Image

from tests.factories.inventory import batch_of
from tests.inventory import papers
from vagvisare.inventory.models import SourceFile
from vagvisare.inventory.picture import FOCUS, MARK, WIDTH, Mark, draw
from vagvisare.inventory.pictures import has_pictures, picture_of

LINE = "Antagen av kommunfullmäktige 2018-11-29, § 120"


def pixels_of(colour: tuple[int, int, int], png: bytes) -> list[tuple[int, int]]:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return [
        (x, y)
        for y in range(0, picture.height, 2)
        for x in range(0, picture.width, 2)
        if picture.getpixel((x, y)) == colour
    ]


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan"
    path.write_bytes(papers.pdf())
    return path


def test_the_words_are_marked_where_they_stand(plan):
    marked = pixels_of(FOCUS, draw(plan, "application/pdf", 1, [Mark(LINE, "", focus=True)]))
    above = pixels_of(
        MARK, draw(plan, "application/pdf", 1, [Mark("Biblioteksplan för Tyresö kommun", "")])
    )

    assert marked
    assert above
    assert max(y for _x, y in above) < min(y for _x, y in marked)
    assert max(y for _x, y in marked) - min(y for _x, y in marked) < 60


def test_the_second_of_two_is_marked_when_the_second_is_meant(plan):
    text = "\n".join(papers.PLAN_LINES)
    second = text.index("Tyresö kommun", 20)

    first_mark = draw(plan, "application/pdf", 1, [Mark("Tyresö kommun", "")])
    second_mark = draw(plan, "application/pdf", 1, [Mark("Tyresö kommun", text[:second])])

    assert pixels_of(MARK, first_mark)[0][1] < pixels_of(MARK, second_mark)[0][1]


def test_words_that_are_not_there_mark_nothing(plan):
    png = draw(plan, "application/pdf", 1, [Mark("Rymdplan", ""), Mark("§§", "")])

    assert not pixels_of(MARK, png)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_marked_on_its_words(plan, tmp_path, degrees):
    turned = tmp_path / "turned"
    with pikepdf.open(plan) as document:
        document.pages[0].rotate(degrees, relative=False)
        document.save(turned)

    png = draw(turned, "application/pdf", 1, [Mark(LINE, "")])

    upright = Image.open(io.BytesIO(png)).convert("RGB").rotate(degrees, expand=True)
    dark = sum(upright.getpixel((x, y)) < (90, 90, 90) for x, y in _inside(upright, MARK))
    assert dark > 50


def _inside(picture: Image.Image, colour: tuple[int, int, int]) -> list[tuple[int, int]]:
    found = [
        (x, y)
        for y in range(picture.height)
        for x in range(picture.width)
        if picture.getpixel((x, y)) == colour
    ]
    left, right = min(x for x, _y in found), max(x for x, _y in found)
    top, bottom = min(y for _x, y in found), max(y for _x, y in found)
    return [(x, y) for y in range(top, bottom) for x in range(left, right)]


def test_a_page_that_is_not_there(plan):
    with pytest.raises(LookupError):
        draw(plan, "application/pdf", 2, [])


def test_a_file_nobody_can_draw_gives_nothing(registrar):
    file = batch_of(("plan.pdf", b"%PDF-1.7 and nothing more"), by=registrar).files.get()
    file.media_type = "application/pdf"

    assert picture_of(file, 1, []) is None


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(papers.pdf, "application/pdf"), (papers.scanned, "application/pdf")],
)
def test_drawn_in_a_process_of_its_own(registrar, content, media_type):
    file = batch_of(("plan", content()), by=registrar).files.get()
    file.media_type = media_type

    png = picture_of(file, 1, [Mark(LINE, "")])

    assert abs(Image.open(io.BytesIO(png)).width - WIDTH) <= 1


def test_text_files_have_no_picture():
    assert not has_pictures(SourceFile(media_type="text/plain"))
