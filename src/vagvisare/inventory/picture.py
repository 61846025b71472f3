"""A page as a picture, with the words a claim was read from marked. Knows nothing of Django.

Run as a process of its own, behind the walls of the jail: `python -P -m vagvisare.inventory.picture`
and the function that draws. The folder it starts in is the only one it may change. The request comes
as JSON on stdin, the PNG goes to stdout.
"""

import importlib
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageSequence

from vagvisare.reading.jail.landlock import confine
from vagvisare.reading.jail.limits import Limits, bind_file, bind_process
from vagvisare.reading.jail.walls import DEVICES, readable

WIDTH = 1000  # pixels; a page is drawn this wide, or narrower if it would get too tall
TALLEST = 3000
MARK, FOCUS, EDGE = (255, 244, 178), (255, 214, 51), (150, 90, 0)
LIMITS = Limits(seconds=30, cpu_seconds=20)
DRAW = "vagvisare.inventory.picture:draw"

Box = tuple[float, float, float, float]  # left, top, right, bottom, in pixels


@dataclass(frozen=True)
class Mark:
    """Words to mark. `before` is the page's text up to them: it tells which of several."""

    text: str
    before: str
    focus: bool = False


def draw(path: Path, media_type: str, page: int, marks: Sequence[Mark]) -> bytes:
    """Return page number `page` (from 1) as PNG. Words that are not found are not marked.

    :raises LookupError: when there is no such page
    """
    if media_type == "application/pdf":
        picture, boxes = _pdf_page(path, page, marks)
    else:
        picture, boxes = _image_page(path, page), []
    for focus, box in boxes:
        picture = _marked(picture, box, focus)
    answer = io.BytesIO()
    picture.save(answer, format="PNG")
    return answer.getvalue()


def _pdf_page(
    path: Path, number: int, marks: Sequence[Mark]
) -> tuple[Image.Image, list[tuple[bool, Box]]]:
    document = pypdfium2.PdfDocument(path)
    try:
        if not 1 <= number <= len(document):
            raise LookupError(number)
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(WIDTH / width, TALLEST / height)
        picture = page.render(scale=scale).to_pil().convert("RGB")
        convert = _converter(page, picture)
        boxes = [(mark.focus, convert(box)) for mark in marks for box in _line_boxes(page, mark)]
        return picture, boxes
    finally:
        document.close()


def _converter(page: Any, picture: Image.Image) -> Any:
    """From PDF points (origin below) to pixels (origin above), with crop and rotation in it."""
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation()

    def convert(box: Box) -> Box:
        corners = [
            _turned((x - left) / (right - left), (top - y) / (top - bottom), turned)
            for x, y in ((box[0], box[1]), (box[2], box[3]))
        ]
        across = sorted(x * picture.width for x, _y in corners)
        down = sorted(y * picture.height for _x, y in corners)
        return (across[0], down[0], across[1], down[1])

    return convert


def _turned(x: float, y: float, degrees: int) -> tuple[float, float]:
    return {90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}.get(degrees, (x, y))


def _line_boxes(page: Any, mark: Mark) -> list[Box]:
    """The boxes of the mark's characters, one for each line, in PDF points."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        found = _place(text, mark)
        if found is None or len(text) != text_page.count_chars():
            return []
        return _joined([text_page.get_charbox(i) for i in range(*found) if text[i].strip()])
    finally:
        text_page.close()


def _place(text: str, mark: Mark) -> tuple[int, int] | None:
    """Where the words stand in pdfium's text, spaces and hyphens at line ends aside."""
    places = [i for i, sign in enumerate(text) if sign.isalnum()]
    squeezed = "".join(text[i] for i in places)
    wanted = _squeeze(mark.text)
    if not wanted:
        return None
    start = squeezed.find(wanted, len(_squeeze(mark.before)))
    start = start if start >= 0 else squeezed.find(wanted)
    if start < 0:
        return None
    return places[start], places[start + len(wanted) - 1] + 1


def _squeeze(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """Neighbouring characters of one line as one box."""
    lines: list[Box] = []
    for left, bottom, right, top in boxes:
        if lines and bottom < lines[-1][3] and top > lines[-1][1] and left >= lines[-1][0]:
            last = lines[-1]
            lines[-1] = (last[0], min(last[1], bottom), max(last[2], right), max(last[3], top))
        else:
            lines.append((left, bottom, right, top))
    return lines


def _image_page(path: Path, number: int) -> Image.Image:
    with Image.open(path) as source:
        for frame_number, frame in enumerate(ImageSequence.Iterator(source), start=1):
            if frame_number == number:
                picture = frame.convert("RGB")
                picture.thumbnail((WIDTH, TALLEST))
                return picture
    raise LookupError(number)


def _marked(picture: Image.Image, box: Box, focus: bool) -> Image.Image:
    """The picture as if a highlighter had gone over the box: the letters stay dark."""
    left, top, right, bottom = box
    around = (left - 3, top - 3, right + 3, bottom + 3)
    layer = Image.new("RGB", picture.size, "white")
    ImageDraw.Draw(layer).rectangle(around, fill=FOCUS if focus else MARK)
    marked = ImageChops.multiply(picture, layer)
    if focus:  # seen without colour too
        ImageDraw.Draw(marked).rectangle(around, outline=EDGE, width=2)
    return marked


def main() -> None:
    """Answer the one request on stdin."""
    request = json.loads(sys.stdin.read())
    limits = Limits(**request["limits"])
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get into the picture
    drawn = _imported(sys.argv[1])
    Image.init()  # with all kinds, before the walls go up
    bind_process(limits)
    confine(readable(), [Path.cwd(), *DEVICES])
    bind_file(limits)
    marks = [Mark(**mark) for mark in request["marks"]]
    answer.write(drawn(Path(request["path"]), request["media_type"], request["page"], marks))
    answer.flush()


def _imported(name: str) -> Callable[..., bytes]:
    """Return the function that draws, named "module:function"; tests name one that misbehaves."""
    module, _, function = name.partition(":")
    drawn: Callable[..., bytes] = getattr(importlib.import_module(module), function)
    return drawn


if __name__ == "__main__":
    main()
