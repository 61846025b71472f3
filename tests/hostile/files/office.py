"""Word, OpenDocument and PowerPoint whose XML is the trouble."""

from tests.hostile.files.case import READS, Case, case
from tests.hostile.files.zips import SENTENCE, docx, odt, pptx, slide, word_xml, zipped

DEEP = 1_000_000


def laughs() -> str:
    """Entities that swell to a thousand million words."""
    lines = ['<!ENTITY a0 "ha ">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return f"<!DOCTYPE d [{''.join(lines)}]>"


def quadratic() -> str:
    return f'<!DOCTYPE d [<!ENTITY a "{"a" * 100_000}">]>'


def outside(address: str) -> str:
    return f'<!DOCTYPE d [<!ENTITY a SYSTEM "{address}">]>'


def outside_declarations(address: str) -> str:
    return f'<!DOCTYPE d SYSTEM "{address}">'


def parameter(address: str) -> str:
    return f'<!DOCTYPE d [<!ENTITY % a SYSTEM "{address}"> %a;]>'


def entity_docx(before: str) -> bytes:
    body = f"<w:p><w:r><w:t>{SENTENCE} &a;</w:t></w:r></w:p>"
    return zipped({"word/document.xml": word_xml(body, before)})


def laughing_docx() -> bytes:
    return zipped(
        {"word/document.xml": word_xml("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", laughs())}
    )


def declared_docx(before: str) -> bytes:
    """A document type and nothing that uses it."""
    return zipped({"word/document.xml": word_xml(f"<w:p><w:t>{SENTENCE}</w:t></w:p>", before)})


def deep_docx(count: int = DEEP) -> bytes:
    return docx("<w:p>" * count + f"<w:t>{SENTENCE}</w:t>" + "</w:p>" * count)


def tables_docx(depth: int) -> bytes:
    start, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return docx(start * depth + f"<w:p><w:t>{SENTENCE}</w:t></w:p>" + end * depth)


def tables_odt(depth: int) -> bytes:
    start = "<table:table><table:table-row><table:table-cell>"
    end = "</table:table-cell></table:table-row></table:table>"
    return odt(start * depth + f"<text:p>{SENTENCE}</text:p>" + end * depth)


def huge_attribute() -> bytes:
    return docx(f'<w:p w:rsid="{"a" * 20_000_000}"><w:t>{SENTENCE}</w:t></w:p>')


def many_paragraphs(count: int = 60_000) -> bytes:
    return docx("<w:p><w:t>ska</w:t></w:p>" * count)


def wide_table(cells: int = 30_000) -> bytes:
    row = f"<w:tr>{'<w:tc><w:p><w:t>1</w:t></w:p></w:tc>' * cells}</w:tr>"
    return docx(f"<w:tbl>{row}</w:tbl>")


def encrypted_odt() -> bytes:
    manifest = b'<manifest:file-entry full-path="content.xml"><manifest:encryption-data/>'
    return zipped({"META-INF/manifest.xml": manifest, "content.xml": bytes(range(256)) * 9})


def spaces(count: str) -> bytes:
    return odt(f'<text:p>{SENTENCE}<text:s text:c="{count}"/></text:p>')


def far_slide() -> bytes:
    names = {"ppt/presentation.xml": b"<p/>", f"ppt/slides/slide{'9' * 5000}.xml": slide()}
    return zipped(names)


def with_programs() -> bytes:
    return docx(word__vbaProject_bin=b"\xd0\xcf\x11\xe0" * 999, word__activeX__a_bin=b"MZ" * 999)


PASSWORDS = "file:///etc/passwd"
LISTENER = "http://127.0.0.1:9/hostile"
CASES: dict[str, Case] = {
    "laughs.docx": case(laughing_docx, "unreadable"),
    "laughs.odt": case(lambda: odt("<text:p>&a9;</text:p>", laughs()), "unreadable"),
    "laughs.pptx": case(lambda: pptx(slide("&a9;", laughs())), "unreadable"),
    "quadratic-entities.docx": case(
        lambda: zipped({"word/document.xml": word_xml("&a;" * 100_000, quadratic())}), "unreadable"
    ),
    "entity-of-file.docx": case(lambda: entity_docx(outside(PASSWORDS)), "unreadable"),
    "entity-of-file.odt": case(
        lambda: odt("<text:p>&a;</text:p>", outside(PASSWORDS)), "unreadable"
    ),
    "entity-of-file.pptx": case(lambda: pptx(slide("&a;", outside(PASSWORDS))), "unreadable"),
    "entity-of-network.docx": case(lambda: entity_docx(outside(LISTENER)), "unreadable"),
    "declarations-of-network.docx": case(
        lambda: declared_docx(outside_declarations(LISTENER)), "unreadable"
    ),
    "parameter-entity.docx": case(lambda: declared_docx(parameter(PASSWORDS)), "unreadable"),
    "deep.docx": case(deep_docx, "unreadable"),
    "deep.odt": case(lambda: odt("<text:span>" * DEEP + "</text:span>" * DEEP), "unreadable"),
    "deep-within-limits.docx": case(deep_docx, READS, "unreadable", count=250),
    "nested-tables.docx": case(tables_docx, READS, depth=80),
    "nested-tables.odt": case(tables_odt, READS, depth=80),
    "huge-attribute.docx": case(huge_attribute, "unreadable"),
    "many-paragraphs.docx": case(many_paragraphs, READS, "timeout"),
    "wide-table.docx": case(wide_table, READS),
    "encrypted.odt": case(encrypted_odt, "encrypted"),
    "many-spaces.odt": case(spaces, READS, count="9" * 18),
    "no-number-of-spaces.odt": case(spaces, READS, count="9" * 5000),
    "superscript-spaces.odt": case(spaces, READS, count="²"),
    "far-slide.pptx": case(far_slide, "no_text"),
    "with-programs.docx": case(with_programs, READS),
    "not-xml.docx": case(lambda: zipped({"word/document.xml": b"\0\1<"}), "unreadable"),
    "empty-part.docx": case(lambda: zipped({"word/document.xml": b""}), "unreadable"),
    "no-words.odt": case(lambda: odt(""), "no_text"),
    "unknown-encoding.docx": case(
        lambda: zipped({"word/document.xml": b'<?xml version="1.0" encoding="hjk"?><a/>'}),
        "unreadable",
    ),
}
