"""The cells of a PDF page: pdfium gives a table's row as one line, here its columns are kept."""

import ctypes
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

from vagvisare.reading.readers.tables import table_lines

_MOST_RECTANGLES = 600
_MOST_LETTERS = 8_000  # of one piece
_LINE_END = re.compile(r"\r\n|(?<=[\x02\ufffe])(?=.)")  # pdfium joins the lines of a broken word
_MOST_STACKED = 12  # boxes that are asked for at once
_Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top, in points
_NOWHERE: _Box = (0.0, -math.inf, 0.0, -math.inf)


@dataclass
class _Line:
    """A line of cells: the text of each, where the last one begins, and the line's height."""

    cells: list[str]
    starts: list[float]
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


@dataclass
class _Page:
    lines: list[_Line] = field(default_factory=list)


def text_in_cells(textpage: Any) -> str | None:
    """Return the page's text with tabs between cells; None when the page has too many pieces."""
    count = textpage.count_rects()
    if not 0 < count <= _MOST_RECTANGLES:
        return None
    page = _Page()
    buffer = (ctypes.c_ushort * _MOST_LETTERS)()
    for boxes in _stacks(_hyphened([textpage.get_rect(number) for number in range(count)])):
        for box, piece in zip(boxes, _pieces(textpage, boxes, buffer), strict=True):
            words = piece.replace("\r\n", " ").replace("\ufffe", "-").replace("\x02", "-")
            if words.strip():
                _place(page, words, box)
    return _as_text(page.lines)


def _hyphened(boxes: Sequence[_Box]) -> list[_Box]:
    """Return the boxes, the hyphen that a line ends in as a part of the line's own box."""
    out: list[_Box] = []
    for box in boxes:
        left, bottom, right, top = box
        if out and top - bottom < 1 and right - left < 5:
            before = out[-1]
            if 0 <= left - before[2] < 1 and before[1] < bottom and top < before[3]:
                out[-1] = (before[0], before[1], right, before[3])
                continue
        out.append(box)
    return out


def _stacks(boxes: Sequence[_Box]) -> list[list[_Box]]:
    """Return the boxes in runs: each box of a run alone on its line, under the one before."""
    out: list[list[_Box]] = []
    last = _NOWHERE
    for box, following in zip(boxes, (*boxes[1:], _NOWHERE), strict=True):
        is_under = box[3] < last[1] and len(out[-1]) < _MOST_STACKED
        if is_under and abs(box[0] - last[0]) < 2 and following[3] < box[1]:
            out[-1].append(box)
        else:
            out.append([box])
        last = box if following[3] < box[1] else _NOWHERE
    return out


def _pieces(textpage: Any, boxes: Sequence[_Box], buffer: Any) -> list[str]:
    """Return the text of each box: asked for at once where pdfium gives a line for each."""
    if len(boxes) > 1:
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        words = _words_in(textpage, (left, boxes[-1][1], right, boxes[0][3]), buffer)
        lines = _LINE_END.split(words)
        if len(lines) == len(boxes):
            return lines
    return [_words_in(textpage, box, buffer) for box in boxes]


def _words_in(textpage: Any, box: _Box, buffer: Any) -> str:
    """Return the text in the box; pypdfium2's own way asks for its length first, at twice the cost."""
    left, bottom, right, top = box
    asked = (textpage, left, top, right, bottom, buffer, _MOST_LETTERS)
    count = pdfium.FPDFText_GetBoundedText(*asked)
    if count >= _MOST_LETTERS:
        return str(textpage.get_text_bounded(*box))
    return (
        bytes(memoryview(buffer)[: max(count, 0)]).decode("utf-16-le", errors="ignore").rstrip("\0")
    )


def _place(page: _Page, words: str, box: _Box) -> None:
    """Put a piece of text where it belongs: into the line at hand, its last cell, or a new line."""
    left, bottom, right, top = box
    line = page.lines[-1] if page.lines else None
    if line is not None and _on_line(line, bottom, top) and left >= line.right - 1:
        _append(line, words, left)
    elif line is not None and _continues_cell(line, left, top):
        line.cells[-1] = f"{line.cells[-1].rstrip()} {words}"
        line.bottom = bottom
    else:
        page.lines.append(_Line([words], [left], right, bottom, top))
        return
    line.right = right


def _on_line(line: _Line, bottom: float, top: float) -> bool:
    middle = (bottom + top) / 2
    return line.bottom - 1 <= middle <= line.top + 1


def _append(line: _Line, words: str, left: float) -> None:
    gap = left - line.right
    if gap > line.height * 1.2 or (gap > line.height * 0.45 and line.cells[-1].endswith(" ")):
        line.cells.append(words)
        line.starts.append(left)
    else:
        spaced = gap > line.height * 0.2 and not line.cells[-1].endswith(" ")
        line.cells[-1] += (" " if spaced else "") + words


def _continues_cell(line: _Line, left: float, top: float) -> bool:
    """Tell whether a piece is the next line of the last cell, under it and flush with it."""
    return (
        len(line.cells) > 1
        and abs(left - line.starts[-1]) < 2
        and 0 <= line.bottom - top < line.height * 1.1
    )


def _as_text(lines: list[_Line]) -> str:
    """Return the lines; tables of a row of labels over a row of values as label and value."""
    out: list[str] = []
    table: list[list[str]] = []
    for line in lines:
        cells = [cell.strip() for cell in line.cells]
        if len(cells) > 1:
            table.append(cells)
            continue
        out.extend(table_lines(table))
        table = []
        out.append(cells[0])
    out.extend(table_lines(table))
    return "\n".join(out)
