"""From a paper to a Word file, through a template that a municipality can replace."""

import re
from pathlib import Path

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from vagvisare.writing.blocks import Paper
from vagvisare.writing.characters import carried
from vagvisare.writing.default_template import TEMPLATE
from vagvisare.writing.word_body import WordBody, pieces
from vagvisare.writing.word_file import sealed
from vagvisare.writing.words import WORDS

REQUIRED_STYLES = (
    *("Heading 1", "Heading 2", "Heading 3", "List Number", "List Bullet", "Caption"),
    *("Table Grid", "Table Heading", "Table Text", "Metadata", "Metadata Label", "Missing"),
    *("Signature", "endnote text", "endnote reference"),
)

# The core properties of a Word file hold no more.
_LONGEST_PROPERTY = 255


def write_docx(paper: Paper, template: Path | None = None) -> bytes:
    """Return `paper` as a Word file; the same paper and template give the same bytes.

    template  the municipality's own; None is the default. README.md tells what it must hold

    :raises ValueError: when the template cannot be used, saying why
    """
    filled = _opened(template or TEMPLATE)
    word = filled.get_docx()
    _check_template(word)
    body = WordBody(paper, word)
    context = {
        **{name: _inline(getattr(paper, name)) for name in ("kind", "title", "sender", "footer")},
        "meta": Markup(body.meta_xml()),  # noqa: S704
        "body": Markup(body.body_xml()),  # noqa: S704
    }
    try:
        # A template may come from outside: the sandbox keeps its expressions from Python.
        engine = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
        filled.render(context, engine, autoescape=True)
    except TemplateError as error:
        raise ValueError(f"The Word template cannot be filled in: {error}.") from error
    _set_properties(filled.docx, paper)
    return sealed(filled.docx)


def _opened(template: Path) -> DocxTemplate:
    try:
        filled = DocxTemplate(template)
        filled.init_docx()
    except Exception as error:
        # python-docx and the parsers under it raise many kinds for a file that is not Word.
        raise ValueError(f"{template.name} is not a Word file that can be opened.") from error
    return filled


def _check_template(word: WordDocument) -> None:
    there = {style.name for style in word.styles}
    missing = [name for name in REQUIRED_STYLES if name not in there]
    if missing:
        raise ValueError(f"The Word template lacks the styles {', '.join(missing)}.")
    if not word.styles["List Number"].element.xpath("./w:pPr/w:numPr/w:numId"):
        raise ValueError('The style "List Number" of the Word template has no numbering.')
    written = "".join(node.text or "" for node in word.element.body.iter(qn("w:t")))
    if not re.search(r"{{p\s+body\s*}}", written):
        raise ValueError("The Word template has no paragraph with {{p body }}.")


def _inline(text: str) -> Markup:
    """Return `text` to stand inside a run of the template, with nothing for it to interpret."""
    return Markup('</w:t><w:t xml:space="preserve">').join(map(escape, pieces(text)))


def _set_properties(word: WordDocument, paper: Paper) -> None:
    locale = WORDS[paper.language].locale
    properties = word.core_properties
    properties.title = " ".join(carried(paper.title).split())[:_LONGEST_PROPERTY]
    properties.language = locale
    properties.author = properties.comments = properties.last_modified_by = ""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
