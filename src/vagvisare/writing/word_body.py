"""The blocks of a paper as Word paragraphs and tables, in the styles of the template."""

import re
from collections.abc import Callable

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run
from lxml import etree

from vagvisare.writing.blocks import (
    Block,
    Bullets,
    Gap,
    Heading,
    NumberedList,
    Paper,
    Paragraph,
    Sentence,
    SignatureLines,
    Source,
    Table,
)
from vagvisare.writing.characters import carried
from vagvisare.writing.columns import column_weights
from vagvisare.writing.sources import has_own_words, numbered_sources
from vagvisare.writing.words import WORDS

# docxtpl takes "{_{" and its likes for escaped template marks, and would change the text.
_BETWEEN_MARKS = re.compile(r"(?<=[{}%])(?=_[{}%])")
_SIGNATURE_LINE = "_" * 32


def pieces(text: str) -> list[str]:
    """Return `text` cut so that no piece means anything to the template engine."""
    return _BETWEEN_MARKS.split(carried(text))


class WordBody:
    """Writes the parts of one paper; `word` is the template that gives styles and numbering."""

    def __init__(self, paper: Paper, word: WordDocument) -> None:
        self.paper = paper
        self.words = WORDS[paper.language]
        self.numbers = numbered_sources(paper)
        self.word = word
        self.style_ids = {style.name: style.style_id for style in word.styles}
        self.mentioned: set[Source] = set()
        self.bookmarks = 0

    def meta_xml(self) -> str:
        """Return the rows under the title."""
        container = self._container()
        for label, value in self.paper.meta:
            paragraph = container.add_paragraph(style="Metadata")
            _add(paragraph, label, "Metadata Label")
            paragraph.add_run("\t")
            self._add_or_gap(paragraph, value)
        return _xml(container)

    def body_xml(self) -> str:
        """Return the blocks, and the numbered sources after them."""
        container = self._container()
        for block in self.paper.blocks:
            _WRITERS[type(block)](self, container, block)
        if self.numbers:
            self._write_sources(container)
        return _xml(container)

    def heading(self, container: BlockItemContainer, block: Heading) -> None:
        _add(container.add_paragraph(style=f"Heading {block.level}"), block.text)

    def paragraph(self, container: BlockItemContainer, block: Paragraph) -> None:
        paragraph = container.add_paragraph()
        for index, sentence in enumerate(block.sentences):
            if index:
                paragraph.add_run(" ")
            self._add_sentence(paragraph, sentence)

    def numbered_list(self, container: BlockItemContainer, block: NumberedList) -> None:
        number = self._new_numbering()
        for item in block.items:
            paragraph = container.add_paragraph(style="List Number")
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
            self._add_sentence(paragraph, item)

    def bullets(self, container: BlockItemContainer, block: Bullets) -> None:
        for item in block.items:
            self._add_sentence(container.add_paragraph(style="List Bullet"), item)

    def table(self, container: BlockItemContainer, block: Table) -> None:
        caption = container.add_paragraph(style="Caption")
        _add(caption, block.caption)
        self._add_reference(caption, block.source)
        table = container.add_table(len(block.rows) + 1, len(block.header), self._text_width())
        table.style = "Table Grid"
        _describe(table, block.caption)
        self._set_widths(table, column_weights(block))
        header, *rows = list(table.rows)
        _mark(header, "w:tblHeader")
        self._fill(header, block.header, "Table Heading")
        for row, cells in zip(rows, block.rows, strict=True):
            self._fill(row, cells, "Table Text")
        container.add_paragraph(style="Table Text")

    def gap(self, container: BlockItemContainer, block: Gap) -> None:
        _add(container.add_paragraph(), self.words.gap(block.missing), "Missing")

    def signature_lines(self, container: BlockItemContainer, block: SignatureLines) -> None:
        for role in block.roles:
            paragraph = container.add_paragraph(style="Signature")
            paragraph.add_run(_SIGNATURE_LINE).add_break()
            _add(paragraph, role)

    def _container(self) -> BlockItemContainer:
        # The parent lends its part, so that styles and numbering are the template's own.
        return BlockItemContainer(OxmlElement("w:body"), self.word)

    def _text_width(self) -> Length:
        section = self.word.sections[0]
        widths = (section.page_width, section.left_margin, section.right_margin)
        page, left, right = (width or Length(0) for width in widths)
        return Length(page - left - right)

    def _new_numbering(self) -> int:
        """Return a numbering that looks as the style "List Number" and starts over at 1."""
        numbering = self.word.part.numbering_part.element
        style = self.word.styles["List Number"].element
        (used,) = style.xpath("./w:pPr/w:numPr/w:numId/@w:val")
        (abstract,) = numbering.xpath(f'./w:num[@w:numId="{used}"]/w:abstractNumId/@w:val')
        number = numbering.add_num(int(abstract))
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def _set_widths(self, table: WordTable, weights: tuple[int, ...]) -> None:
        unit = self._text_width() / sum(weights)
        widths = [Length(int(unit * weight)) for weight in weights]
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        for row in table._tbl.tr_lst:
            for cell, width in zip(row.tc_lst, widths, strict=True):
                cell.width = width

    def _fill(self, row: _Row, cells: tuple[str | None, ...], style: str) -> None:
        _mark(row, "w:cantSplit")
        # row.cells and paragraph.style search the whole table and all styles for each cell.
        for cell, text in zip(row._tr.tc_lst, cells, strict=True):
            paragraph = WordParagraph(cell.p_lst[0], self.word._body)
            paragraph._p.style = self.style_ids[style]
            self._add_or_gap(paragraph, text)

    def _add_or_gap(self, paragraph: WordParagraph, text: str | None) -> None:
        if text is None:
            _add(paragraph, self.words.gap(), "Missing")
        else:
            _add(paragraph, text)

    def _add_sentence(self, paragraph: WordParagraph, sentence: Sentence) -> None:
        _add(paragraph, sentence.text)
        self._add_reference(paragraph, sentence.source)

    def _add_reference(self, paragraph: WordParagraph, source: Source | None) -> None:
        """Add the number of `source`, raised, linked to its place in the list."""
        if source is None:
            return
        number = self.numbers[source]
        link = _link(paragraph, str(number), f"source_{number}", "endnote reference")
        if source not in self.mentioned:
            self.mentioned.add(source)
            self._bookmark(link, f"mention_{number}")

    def _write_sources(self, container: BlockItemContainer) -> None:
        _add(container.add_paragraph(style="Heading 1"), self.words.sources)
        for source, number in self.numbers.items():
            paragraph = container.add_paragraph(style="endnote text")
            link = _link(paragraph, str(number), f"mention_{number}", None)
            self._bookmark(link, f"source_{number}")
            paragraph.add_run("\t")
            _add(paragraph, source.label)
        if has_own_words(self.paper):
            _add(container.add_paragraph(style="endnote text"), self.words.own)

    def _bookmark(self, link: etree._Element, name: str) -> None:
        self.bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self.bookmarks))
        start.set(qn("w:name"), name)
        link.addprevious(start)
        link.addnext(end)


_WRITERS: dict[type[Block], Callable[..., None]] = {
    Heading: WordBody.heading,
    Paragraph: WordBody.paragraph,
    NumberedList: WordBody.numbered_list,
    Bullets: WordBody.bullets,
    Table: WordBody.table,
    Gap: WordBody.gap,
    SignatureLines: WordBody.signature_lines,
}


def _add(paragraph: WordParagraph, text: str, style: str | None = None) -> Run:
    run = paragraph.add_run(style=style)
    for piece in pieces(text):
        run.add_text(piece)
    return run


def _link(paragraph: WordParagraph, text: str, anchor: str, style: str | None) -> etree._Element:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    link.append(_add(paragraph, text, style)._r)
    paragraph._p.append(link)
    return link


def _describe(table: WordTable, caption: str) -> None:
    """Give the table the name that a screen reader says."""
    name = OxmlElement("w:tblCaption")
    name.set(qn("w:val"), " ".join(carried(caption).split()))
    table._tbl.tblPr.append(name)


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _xml(container: BlockItemContainer) -> str:
    return "".join(etree.tostring(child, encoding="unicode") for child in container._element)
