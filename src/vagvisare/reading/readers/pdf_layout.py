"""The cells of a PDF page: pdfium gives a table's row as one line, here its columns are kept."""

import ctypes
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

from vagvisare.reading.readers.tables import table_lines

_MOST_RECTANGLES = 600
_MOST_LETTERS = 2_000  # of one piece
_Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top, in points


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
    for number in range(count):
        box = textpage.get_rect(number)
        words = _words_in(textpage, box, buffer)
        words = words.replace("\r\n", " ").replace("\ufffe", "-").replace("\x02", "-")
        if words.strip():
            _place(page, words, box)
    return _as_text(page.lines)


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
