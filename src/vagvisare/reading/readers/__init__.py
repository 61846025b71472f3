"""The readers: from the bytes of a file to its pages. One for each media type."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from vagvisare.reading import content
from vagvisare.reading.readers import doc, docx, html, image, odt, pdf, pptx, rtf, txt
from vagvisare.reading.reading import Page

Reader: TypeAlias = Callable[[bytes], list[Page]]

READERS: Mapping[str, Reader] = {
    content.TEXT: txt.read,
    content.PDF: pdf.read,
    content.DOCX: docx.read,
    content.ODT: odt.read,
    content.HTML: html.read,
    content.RTF: rtf.read,
    content.PPTX: pptx.read,
    content.DOC: doc.read,
} | dict.fromkeys(content.IMAGES, image.read)
