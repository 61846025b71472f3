from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.writing.papers import memo, memo_saying
from vagvisare.writing.blocks import NumberedList, Sentence, Table
from vagvisare.writing.characters import carried
from vagvisare.writing.default_template import TEMPLATE
from vagvisare.writing.docx import REQUIRED_STYLES, write_docx

HOSTILE = "<b> & \"citat\" 'x' {{ 7*7 }} {% raw %} {_{ a }_} %_} </w:t> 😀 שלום مرحبا"


def _opened(paper, template=None):
    return Document(BytesIO(write_docx(paper, template)))


def _texts(word, style):
    return [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == style]


def test_headings_lists_and_title_have_their_styles():
    word = _opened(memo())

    assert _texts(word, "Title") == ["Integrationsplanen: upphävande"]
    assert _texts(word, "Subtitle") == ["Tjänsteskrivelse"]
    assert _texts(word, "Heading 2") == ["Det som framkom i utvärderingen"]
    assert _texts(word, "Heading 1") == [
        "Förslag till beslut i kommunfullmäktige",
        "Sammanfattning",
        "Bakgrund",
        "Källor",
    ]
    assert _texts(word, "List Number")[0] == "Integrationsplanen ”Ett Tyresö för alla” upphävs.1"
    assert len(_texts(word, "List Bullet")) == 2
    assert [text.split("\n")[1] for text in _texts(word, "Signature")] == [
        "Förvaltningschef",
        "Utredare",
    ]


def test_what_is_missing_stands_as_missing():
    word = _opened(memo())

    assert "Diarienummer\t[saknas]" in _texts(word, "Metadata")
    assert "[saknas: protokoll från uppföljningen 2010]" in _texts(word, "Normal")
    assert word.tables[0].cell(2, 2).text == "[saknas]"


def test_each_numbered_list_starts_over():
    word = _opened(memo(NumberedList((Sentence("Ännu en punkt.", own=True),))))
    first, _, again = (p for p in word.paragraphs if p.style.name == "List Number")
    numbering = word.part.numbering_part.element

    used = [p._p.pPr.numPr.numId.val for p in (first, again)]
    assert len(set(used)) == 2
    for number in used:
        (start,) = numbering.xpath(f'./w:num[@w:numId="{number}"]//w:startOverride/@w:val')
        assert start == "1"


def test_a_table_repeats_its_header_and_keeps_its_rows_whole():
    rows = tuple((str(number), f"Riktlinje {number}") for number in range(200))
    table = _opened(memo(Table(("Nr", "Titel"), rows, "Alla dokument"))).tables[1]

    assert table.style.name == "Table Grid"
    assert [tuple(cell.text for cell in row.cells) for row in table.rows[1:]] == list(rows)
    repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert repeated == [True] + [False] * 200
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Alla dokument"


def test_numbers_lead_to_the_sources_and_back():
    word = _opened(memo())
    body = word.element.body
    marks = body.xpath(".//w:bookmarkStart/@w:name")
    anchors = body.xpath(".//w:hyperlink/@w:anchor")

    assert sorted(marks) == sorted({f"{m}_{n}" for m in ("source", "mention") for n in (1, 2, 3)})
    assert set(anchors) == set(marks)
    assert _texts(word, "endnote text") == [
        "1\tKommunfullmäktige 2007-12-12 § 120",
        "2\tSlutlig utvärdering, nämnden 2011-05-26 § 41",
        "3\tStyrdokumentsregistret 2013-11-14",
        "Meningar utan siffra är skribentens egna.",
    ]


def test_the_file_says_its_title_and_language_and_nothing_of_who():
    word = _opened(memo())
    properties = word.core_properties

    assert properties.title == "Integrationsplanen: upphävande"
    assert properties.language == "sv-SE"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.created, properties.modified) == (None, None)
    languages = word.styles.element.xpath(".//w:lang/@w:val")
    assert set(languages) == {"sv-SE"}


def test_a_long_title_is_cut_only_where_the_file_cannot_hold_it():
    word = _opened(memo(title="Ord " * 100))

    assert len(word.core_properties.title) == 255
    assert _texts(word, "Title") == ["Ord " * 100]


def test_head_and_foot_stand_on_every_page():
    section = _opened(memo()).sections[0]

    assert section.header.paragraphs[0].text.startswith("Tyresö kommun\t")
    assert section.header._element.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text == "Utvecklingsförvaltningen"


def _everything(word):
    section = word.sections[0]
    paragraphs = [*word.paragraphs, *section.header.paragraphs, *section.footer.paragraphs]
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    return [part.text for part in (*paragraphs, *cells)]


def _check_all_places_say(text):
    said = "\n".join(_everything(_opened(memo_saying(text))))
    for place in (
        *("titel", "slag", "avsändare", "sidfot", "fält", "värde", "rubrik", "mening", "lucka"),
        *("kolumn", "cell", "tabell", "roll", "källa"),
    ):
        assert f"{place} {carried(text)}" in said, place


def test_hostile_characters_are_only_text():
    _check_all_places_say(HOSTILE)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_is_found_again(text):
    _check_all_places_say(text)


def test_the_same_paper_gives_the_same_bytes():
    assert write_docx(memo()) == write_docx(memo())


def _without_style(tmp_path, name):
    word = Document(TEMPLATE)
    word.styles[name].delete()
    word.save(tmp_path / "mall.docx")
    return tmp_path / "mall.docx"


def test_a_template_of_the_municipality_is_used(tmp_path):
    word = Document(TEMPLATE)
    word.sections[0].footer.paragraphs[0].add_run(" – Kommunens egen mall")
    word.save(tmp_path / "mall.docx")

    footer = _opened(memo(), tmp_path / "mall.docx").sections[0].footer
    assert footer.paragraphs[0].text == "Utvecklingsförvaltningen – Kommunens egen mall"


@pytest.mark.parametrize("name", REQUIRED_STYLES)
def test_a_template_without_a_style_is_refused(tmp_path, name):
    with pytest.raises(ValueError, match=f"lacks the styles {name}"):
        write_docx(memo(), _without_style(tmp_path, name))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{ titel }}", "cannot be filled in: 'titel' is undefined"),
        ("{{ title.__class__.__mro__ }}", "cannot be filled in"),
        ("{% for %}", "cannot be filled in"),
    ],
)
def test_a_template_that_asks_for_something_else_is_refused(tmp_path, written, said):
    word = Document(TEMPLATE)
    word.add_paragraph(written)
    word.save(tmp_path / "mall.docx")

    with pytest.raises(ValueError, match=said):
        write_docx(memo(), tmp_path / "mall.docx")


def test_a_template_without_a_body_is_refused(tmp_path):
    word = Document(TEMPLATE)
    for paragraph in word.paragraphs:
        paragraph.clear()
    word.save(tmp_path / "mall.docx")

    with pytest.raises(ValueError, match=r"no paragraph with \{\{p body \}\}"):
        write_docx(memo(), tmp_path / "mall.docx")


def test_a_file_that_is_not_word_is_refused(tmp_path):
    (tmp_path / "mall.docx").write_bytes(b"PK not really")

    with pytest.raises(ValueError, match=r"mall\.docx is not a Word file"):
        write_docx(memo(), tmp_path / "mall.docx")


def test_the_file_is_whole():
    with ZipFile(BytesIO(write_docx(memo()))) as parts:
        assert parts.testzip() is None
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
