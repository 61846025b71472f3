"""PDF by pdfium; OCR only for pages that have no text a person could use."""

import re
from typing import Any

import pypdfium2

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.readers import ocr
from vagvisare.reading.readers.pdf_layout import text_in_cells
from vagvisare.reading.readers.tables import has_table
from vagvisare.reading.reading import Page

_OCR_DPI = 300
_MOST_OCR_PAGES = 12
_MOST_PAGES = 2_000
_MOST_SIDE = 6_000  # pixels of a page picture; a larger page is drawn smaller

_LETTER = re.compile(r"[A-Za-zÅÄÖåäöéü]")
_ENOUGH = re.compile(r"(?:[^A-Za-zÅÄÖåäöéü]*+[A-Za-zÅÄÖåäöéü]){15}")
_STRANGE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08]")


def read(data: bytes) -> list[Page]:
    """Return the pages of a PDF.

    :raises Unreadable: when it is damaged or needs a password
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise Unreadable("encrypted", "The document is protected by a password.") from error
        raise Unreadable("unreadable", "The PDF is damaged.") from error
    try:
        return _pages(document)
    finally:
        document.close()


def _pages(document: Any) -> list[Page]:
    pages: list[Page] = []
    by_ocr, until = 0, ocr.deadline()
    for number in range(min(len(document), _MOST_PAGES)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            pages.append(Page(""))  # a damaged page keeps its number
            continue
        text = _text(page)
        if not is_usable(text) and by_ocr < _MOST_OCR_PAGES and _has_content(page):
            scanned = _scanned(page, until)
            by_ocr += 1
            pages.append(Page(scanned, "ocr") if scanned.strip() else Page(text))
        else:
            pages.append(Page(text))
        page.close()
    return pages


def _text(page: Any) -> str:
    try:
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ""
    try:
        text: str = textpage.get_text_range()
        if has_table(text) and (cells := text_in_cells(textpage)) is not None:
            return cells
    except (pypdfium2.PdfiumError, RecursionError, AssertionError):
        return ""  # a damaged page is read as a picture
    finally:
        textpage.close()
    # pdfium marks a hyphen at a line's end as U+FFFE (or U+0002) and joins the lines itself.
    return (
        text.replace("\r\n", "\n").replace("\ufffe", "-\n").replace("\x02", "-\n").replace("\0", "")
    )


def is_usable(text: str) -> bool:
    """Tell whether `text` is words a person could read: enough letters, few strangers."""
    if _ENOUGH.match(text) is None:
        return False
    strange = len(_STRANGE.findall(text))
    return not strange or strange * 5 < len(_LETTER.findall(text))


def _has_content(page: Any) -> bool:
    return any(True for _ in page.get_objects(max_depth=1))


def _scanned(page: Any, until: float) -> str:
    if not ocr.is_available():
        return ""  # drawing the page would be for nothing
    try:
        return ocr.text_of(_picture(page), until)
    except (pypdfium2.PdfiumError, ValueError):  # a page that cannot be drawn
        return ""


def _picture(page: Any) -> Any:
    longest = max(page.get_size()) or 1
    scale = min(_OCR_DPI / 72, _MOST_SIDE / longest)
    # Grey straight from pdfium takes half as long again; the OCR makes it grey.
    return page.render(scale=scale, prefer_bgrx=True).to_pil()
