"""A Word file in bytes that are the same each time it is written."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

_DATES = (qn("dcterms:created"), qn("dcterms:modified"))


def sealed(word: WordDocument) -> bytes:
    """Return `word` as a file without the moment of writing in it."""
    properties = word.core_properties._element
    for date in [child for child in properties if child.tag in _DATES]:
        properties.remove(date)
    written, plain = BytesIO(), BytesIO()
    word.save(written)
    with ZipFile(written) as parts, ZipFile(plain, "w", ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            # ZipInfo without a date means 1980-01-01.
            copy.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return plain.getvalue()
