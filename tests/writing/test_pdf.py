from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.writing.papers import memo, memo_saying
from vagvisare.writing.blocks import Gap, Paper, Table
from vagvisare.writing.characters import _drawn_by_our_fonts, drawable
from vagvisare.writing.pdf import TEMPLATES, _typeset, write_pdf

DAY = date(2013, 11, 14)
HOSTILE = '#read("/etc/passwd") #import "@preview/x:1.0.0" $x$ *fet* _k_ @a <b> \\ // \'x\' {{ a }}'


def _pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def _tags(node):
    """Yield the structure elements under `node`, as a screen reader walks them."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _tags(node.K)


@pytest.fixture(scope="module")
def opened():
    return pikepdf.open(BytesIO(write_pdf(memo(), day=DAY)))


def test_it_says_what_it_claims_to_be(opened):
    metadata = opened.open_metadata()

    assert metadata["pdfuaid:part"] == "1"
    assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
    assert metadata["dc:title"] == "Integrationsplanen: upphävande"
    assert metadata["xmp:CreateDate"].startswith("2013-11-14")
    assert "dc:creator" not in metadata


def test_it_is_tagged_with_language_and_title(opened):
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.Lang == "sv-SE"
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_its_parts_are_what_they_look_like(opened):
    tags = list(_tags(opened.Root.StructTreeRoot.K))
    kinds = [str(tag.S) for tag in tags]

    assert [kind for kind in kinds if kind in ("/Title", "/H1", "/H2")] == [
        *("/Title", "/H1", "/H1", "/H1", "/H2", "/H1"),
    ]
    assert kinds.count("/L") == 3
    assert (kinds.count("/Table"), kinds.count("/Caption")) == (1, 1)
    headers = [tag for tag in tags if tag.S == "/TH"]
    assert len(headers) == 3
    for header in headers:
        assert "/Column" in [str(entry.get("/Scope")) for entry in header.A]


def test_it_has_an_outline_of_its_headings(opened):
    with opened.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Förslag till beslut i kommunfullmäktige",
            "Sammanfattning",
            "Bakgrund",
            "Källor",
        ]
        assert outline.root[2].children[0].title == "Det som framkom i utvärderingen"


def test_numbers_are_links_to_the_sources(opened):
    links = [annotation for page in opened.pages for annotation in page.get("/Annots", [])]

    assert len(links) == 6
    assert all(link.Subtype == "/Link" and "/Contents" in link for link in links)


def test_all_its_words_are_there():
    (page,) = _pages(write_pdf(memo(), day=DAY))

    for words in (
        *("Tyresö kommun", "1 (1)", "Tjänsteskrivelse", "Integrationsplanen: upphävande"),
        *("2013-11-14", "[saknas]", "1. Integrationsplanen ”Ett Tyresö för alla” upphävs."),
        *("[saknas: protokoll från uppföljningen 2010]", "Dokument vars tid har gått ut"),
        *("Förvaltningschef", "Källor", "Kommunfullmäktige 2007-12-12 § 120"),
        *("Meningar utan siffra är skribentens egna.", "Utvecklingsförvaltningen"),
    ):
        assert words in page


def test_an_english_paper_has_english_words():
    pdf = write_pdf(Paper("Plan", "en", (("Date", None),), (Gap("the decision"),)), day=DAY)

    assert "[missing: the decision]" in _pages(pdf)[0]
    assert pikepdf.open(BytesIO(pdf)).Root.Lang == "en-GB"


def test_a_long_table_is_one_table_with_its_header_on_each_page():
    rows = tuple((f"Rad {number}", "Kommunfullmäktige") for number in range(200))
    pdf = write_pdf(memo(Table(("Dokumentets namn", "Beslutat av"), rows, "Alla")), day=DAY)
    pages = _pages(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        tags = [str(tag.S) for tag in _tags(opened.Root.StructTreeRoot.K)]

    with_rows = [page for page in pages if "Rad 1" in page]
    assert len(with_rows) > 2
    assert all("Dokumentets namn" in page for page in with_rows)
    assert all(f"{number} ({len(pages)})" in page for number, page in enumerate(pages, start=1))
    assert tags.count("/Table") == 2
    assert tags.count("/THead") == 2
    assert sum(page.count("Rad ") for page in pages) == 200


def test_only_our_fonts_are_in_it(opened):
    fonts = {
        str(font.BaseFont) for page in opened.pages for font in dict(page.Resources.Font).values()
    }

    assert fonts
    assert all("NotoSans" in font for font in fonts)


def test_the_same_paper_and_day_give_the_same_bytes():
    written = write_pdf(memo(), day=DAY)

    assert write_pdf(memo(), day=DAY) == written
    assert write_pdf(memo(), day=date(2013, 11, 15)) != written


def _letters(text):
    """Keep what a reader reads: lines are broken, and spaces folded, by the typesetter."""
    return "".join(character for character in text if character.isalnum() or character in "<>&[]#")


def _check_all_places_say(text):
    said = _letters("".join(_pages(write_pdf(memo_saying(text), day=DAY))))
    for place in (
        *("titel", "slag", "avsändare", "sidfot", "fält", "värde", "rubrik", "mening", "lucka"),
        *("kolumn", "cell", "tabell", "roll", "källa"),
    ):
        assert _letters(f"{place} {drawable(text)}") in said, place


def test_markup_is_only_text():
    _check_all_places_say(HOSTILE)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), max_size=40))
def test_any_latin_text_is_found_again(text):
    _check_all_places_say(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_at_all_gives_a_paper_that_keeps_its_claims(text):
    metadata = pikepdf.open(BytesIO(write_pdf(memo_saying(text), day=DAY))).open_metadata()

    assert metadata["pdfuaid:part"] == "1"


def test_each_character_of_our_fonts_can_be_set_beside_any_mark():
    known = "".join(map(chr, sorted(_drawn_by_our_fonts())))
    marks = "\u0301\u064b\u05b0\u200d\u2060\u202e"
    mixed = "".join(character + marks[index % len(marks)] for index, character in enumerate(known))

    assert write_pdf(memo_saying(mixed), day=DAY)


def test_a_cluster_that_needs_two_fonts_is_spelled_out():
    cluster = "\u0605\u05af\u06dd\u0314"
    alone = "[U+0605][U+05AF][U+06DD][U+0314]"

    with pytest.raises(typst.TypstError, match="could not be displayed"):
        _typeset(memo_saying(cluster), DAY, drawable)
    assert _letters(alone) in _letters("".join(_pages(write_pdf(memo_saying(cluster), day=DAY))))


def test_the_typesetter_reads_nothing_outside_its_folder(tmp_path):
    (tmp_path / "secret.txt").write_text("hemligt")

    with pytest.raises(typst.TypstError):
        typst.compile(b'#read("../pdf.py")', root=TEMPLATES)


def test_the_template_asks_for_no_file_and_no_package():
    template = (TEMPLATES / "paper.typ").read_text()

    for word in ("read(", "import", "include", "image(", "plugin(", "eval("):
        assert word not in template
