"""Makes templates/paper.docx, the Word template a municipality starts from.

Run `python -m vagvisare.writing.default_template` after a change here; a test compares.
"""

from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from vagvisare.writing.word_file import sealed

TEMPLATE = Path(__file__).parent / "templates" / "paper.docx"

_INK = RGBColor(0x1A, 0x1A, 0x1A)
_QUIET = RGBColor(0x59, 0x59, 0x59)
_RULE = "BFBFBF"
_SHADE = "F0F0F0"
_TEXT_WIDTH = Cm(15.5)


def make_template() -> bytes:
    """Return the default template: page, styles, header, footer and the names to fill in."""
    word = Document()
    _set_page(word)
    _set_styles(word)
    _set_table_style(word)
    _set_header_and_footer(word)
    word.add_paragraph("{{ kind }}", style="Subtitle")
    word.add_paragraph("{{ title }}", style="Title")
    word.add_paragraph("{{p meta }}")
    word.add_paragraph("{{p body }}")
    properties = word.core_properties
    properties.author = properties.comments = properties.last_modified_by = ""
    return sealed(word)


def _set_page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.5)


def _set_styles(word: WordDocument) -> None:
    normal = _paragraph_style(word, "Normal", size=11, after=8)
    normal.paragraph_format.line_spacing = 1.2
    _paragraph_style(word, "Title", size=20, bold=True, after=14, heading=True)
    _paragraph_style(word, "Subtitle", size=11, color=_QUIET, after=2, heading=True)
    _paragraph_style(word, "Heading 1", size=14, bold=True, before=18, after=4, heading=True)
    _paragraph_style(word, "Heading 2", size=12, bold=True, before=14, after=3, heading=True)
    _paragraph_style(word, "Heading 3", size=11, bold=True, before=10, after=2, heading=True)
    _paragraph_style(word, "List Number", size=11, after=5)
    _paragraph_style(word, "List Bullet", size=11, after=5)
    _paragraph_style(word, "Caption", size=10, bold=True, before=10, after=4, heading=True)
    _paragraph_style(word, "Table Text", size=10, before=2, after=2)
    _paragraph_style(word, "Table Heading", size=10, bold=True, before=2, after=2)
    _paragraph_style(word, "Header", size=9, color=_QUIET, after=0)
    _paragraph_style(word, "Footer", size=9, color=_QUIET, after=0)
    _hanging(_paragraph_style(word, "Metadata", size=11, after=2), Cm(3.75))
    _hanging(_paragraph_style(word, "endnote text", size=9, color=_QUIET, after=2), Cm(0.75))
    signature = _paragraph_style(word, "Signature", size=11, before=36, after=0)
    signature.paragraph_format.keep_together = True
    _character_style(word, "Metadata Label", color=_QUIET)
    _character_style(word, "Missing", bold=True)
    _character_style(word, "endnote reference").font.superscript = True
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")


def _paragraph_style(
    word: WordDocument,
    name: str,
    *,
    size: float,
    bold: bool = False,
    color: RGBColor = _INK,
    before: float = 0,
    after: float = 0,
    heading: bool = False,
) -> ParagraphStyle:
    """Return the paragraph style `name`, made if it is not there; sizes in points."""
    style = _style(word, name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    _clear_look(style)
    style.font.name, style.font.size = "Calibri", Pt(size)
    style.font.bold, style.font.italic, style.font.color.rgb = bold, False, color
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = heading
    return style


def _character_style(
    word: WordDocument, name: str, *, bold: bool | None = None, color: RGBColor | None = None
) -> CharacterStyle:
    style = _style(word, name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    style.font.bold, style.font.color.rgb = bold, color
    return style


def _style(word: WordDocument, name: str, kind: WD_STYLE_TYPE) -> object:
    if name in word.styles:
        return word.styles[name]
    # Word knows the endnote styles by these names; they get its own words in each language.
    return word.styles.add_style(name, kind, builtin=name.startswith("endnote") or name in _BUILTIN)


_BUILTIN = ("Signature",)


def _clear_look(style: ParagraphStyle) -> None:
    """Take away theme fonts, colours and borders, which win over what is set here."""
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.get_or_add_pPr().remove(border)


def _hanging(style: ParagraphStyle, indent: Cm) -> None:
    style.paragraph_format.left_indent = indent
    style.paragraph_format.first_line_indent = Cm(-indent.cm)
    style.paragraph_format.tab_stops.add_tab_stop(indent)


def _set_table_style(word: WordDocument) -> None:
    """Give "Table Grid" thin lines between rows and none between columns."""
    properties = word.styles["Table Grid"].element.find(qn("w:tblPr"))
    properties.remove(properties.find(qn("w:tblBorders")))
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
        for side in ("top", "bottom", "insideH")
    )
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    properties.find(qn("w:tblInd")).addnext(borders)
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/></w:tcPr>'
    header = f'<w:tblStylePr {nsdecls("w")} w:type="firstRow">{shade}</w:tblStylePr>'
    properties.getparent().append(parse_xml(header))


def _set_header_and_footer(word: WordDocument) -> None:
    section = word.sections[0]
    header = section.header.paragraphs[0]
    stops = header.style.paragraph_format.tab_stops if header.style else None
    assert stops is not None
    stops.clear_all()
    stops.add_tab_stop(_TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    header.add_run("{{ sender }}\t")
    _add_field(header, "PAGE")
    header.add_run(" (")
    _add_field(header, "NUMPAGES")
    header.add_run(")")
    section.footer.paragraphs[0].add_run("{{ footer }}")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)


if __name__ == "__main__":
    TEMPLATE.write_bytes(make_template())
