import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from docx import Document

from tests.memos.examples import (
    ASSEMBLY,
    BOARD,
    COMMITTEE,
    LAYOUT,
    OFFICE,
    OTHER_COMMITTEE,
    OWN,
    assignment,
    decision,
    facts,
    plan,
)
from vagvisare.memos.checks import check_text
from vagvisare.memos.kinds.review.compose import compose, own_fields
from vagvisare.memos.parsing import text_of
from vagvisare.writing.blocks import Gap, Heading, NumberedList, Paper, Paragraph
from vagvisare.writing.docx import write_docx
from vagvisare.writing.pdf import write_pdf
from vagvisare.writing.sources import sentences_of

HOSTILE = [
    "<script>alert(1)</script> & </w:t>",
    '#panic("x") $a$ *b* _c_ @ref `kod` \\u{41}',
    "{{ 7 * 7 }} {title} {% raw %}",
    "En mycket lång titel " * 24,
]


def sentences(paper: Paper):
    return [sentence for block in paper.blocks for sentence in sentences_of(block)]


def points(paper: Paper):
    """(words above, point) of the proposal, in order."""
    found, lead = [], ""
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            lead = block.sentences[0].text
        if isinstance(block, NumberedList):
            found += [(lead, point.text) for point in block.items]
    return found


def gaps(paper: Paper):
    return [block.missing for block in paper.blocks if isinstance(block, Gap)]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_proposal_names_the_document_the_body_the_day_and_the_section():
    paper = compose(facts(addressed=ASSEMBLY), {})

    assert points(paper) == [
        (
            "Kommunfullmäktige beslutar:",
            "Plan för parker, antagen av kommunfullmäktige 2007-12-12, § 120, upphör att gälla.",
        )
    ]


@pytest.mark.parametrize(
    ("addressed", "adopter", "lead"),
    [
        (COMMITTEE, ASSEMBLY, "Gymnasie- och arbetsmarknadsnämnden föreslår kommunfullmäktige besluta:"),
        (BOARD, ASSEMBLY, "Kommunstyrelsen föreslår kommunfullmäktige besluta:"),
        (COMMITTEE, OTHER_COMMITTEE, "Gymnasie- och arbetsmarknadsnämnden föreslår kultur- och fritidsnämnden besluta:"),
        (COMMITTEE, COMMITTEE, "Gymnasie- och arbetsmarknadsnämnden beslutar:"),
        (BOARD, COMMITTEE, "Kommunstyrelsen beslutar:"),
        (COMMITTEE, None, "Gymnasie- och arbetsmarknadsnämnden föreslår [saknas: beslutande organ] besluta:"),
    ],
)  # fmt: skip
def test_the_proposal_goes_to_the_body_that_can_decide_it(addressed, adopter, lead):
    document = plan(ends_by=adopter, adoption=decision(adopter))

    assert points(compose(facts(document, addressed=addressed), {}))[0][0] == lead


def test_a_committee_proposes_to_the_council_and_decides_its_own_assignment():
    paper = compose(facts(assignment=assignment()), {})

    assert [lead.split()[-1] for lead, point in points(paper)] == ["besluta:", "beslutar:"]
    assert points(paper)[1][1] == (
        "Uppdraget ”Kartlägga arbetet med planen”, som gymnasie- och arbetsmarknadsnämnden gav"
        " 2013-10-24, § 71, förklaras avslutat."
    )


def test_a_review_of_all_documents_is_proposed_only_when_the_officer_wants_it():
    assert not [p for _, p in points(compose(facts(), {})) if "ses över" in p]
    lead, _ = next(p for p in points(compose(facts(propose_review=True), {})) if "ses över" in p[1])
    assert "kommunfullmäktige besluta" in lead


def test_clauses_begin_with_att_where_the_municipality_writes_so():
    layout = replace(LAYOUT, proposal_style="att")
    paper = compose(facts(layout=layout, assignment=assignment(), propose_review=True), {})

    texts = [point for _, point in points(paper)]
    assert texts[0].startswith("att Plan för parker, antagen av")
    assert texts[1].startswith("att kommunens samtliga")
    assert texts[2].startswith("att uppdraget ”")
    assert points(paper)[0][0].endswith("föreslår kommunfullmäktige besluta")


@pytest.mark.parametrize(
    ("title", "document_type", "form"),
    [
        ("Biblioteksplan 2019-2022", "plan", "antagen"),
        ("Kulturprogram för barn", "plan", "antaget"),
        ("Reglemente för socialnämnden", "reglemente", "antaget"),
        ("Riktlinjer för inköp", "riktlinje", "antagna"),
        ("Riktlinje för inköp", "riktlinje", "antagen"),
        ("Lokala ordningsföreskrifter", "foreskrift", "antagna"),
        ("Ett Tyresö för alla", "program", "antaget"),
        ("Policy om program", "policy", "antagen"),
    ],
)
def test_the_words_agree_with_the_document(title, document_type, form):
    document = plan(title=title, document_type=document_type)

    assert f"{title}, {form} av" in points(compose(facts(document), {}))[0][1]


@pytest.mark.parametrize(
    ("years", "days", "words"),
    [
        (2, 323, "2 år och 323 dagar"),
        (1, 0, "1 år"),
        (0, 1, "1 dag"),
        (3, 1, "3 år och 1 dag"),
    ],
)
def test_time_since_is_told_in_years_and_days(years, days, words):
    paper = compose(facts(plan(years=years, days=days)), {})

    over = f"Den 20 november 2013 har det gått {words} sedan giltighetstiden löpte ut."
    assert over in [sentence.text for sentence in sentences(paper)]


@pytest.mark.parametrize(
    "case",
    [
        facts(),
        facts(assignment=assignment(), propose_review=True),
        facts(plan(), plan(key=8, title="Policy för klotter", follow_ups=())),
        facts(plan(adoption=None, ends_by=None, department="", first_day=None)),
        facts(plan(adoption=decision(None, "", section="", diary_no=""), ends_by=None)),
        facts(plan(adoption=decision(OFFICE, "2007-12", section=""), ends_by=OFFICE)),
        facts(
            plan(
                changes=(
                    decision(key="act:9", kind="prolonged", last_day=date(2012, 12, 31)),
                    decision(key="act:10", kind="revised", last_day=date(2012, 12, 31)),
                    decision(key="act:11", kind="revised"),
                    decision(None, "2010", key="act:12", kind="amended", section=""),
                )
            )
        ),
    ],
)
def test_every_sentence_has_its_source_or_is_the_writers_own(case):
    paper = compose(case, OWN)

    own = [sentence.text for sentence in sentences(paper) if sentence.own]
    assert own == [
        "Planen har inte fått genomslag.",
        "Lärdomarna bör tas med i nästa plan.",
        "De gäller främst förankringen.",
        "Det är hela skälet.",
        "Förslaget har inga ekonomiska konsekvenser.",
        "Förslaget påverkar inte barn och unga.",
    ]
    generated = [sentence for sentence in sentences(paper) if not sentence.own]
    assert len(generated) > 8
    assert all(sentence.source and sentence.source.key for sentence in generated)
    assert not [
        sentence.text for sentence in generated if re.search(r"[{}]| [.,]|  ", sentence.text)
    ]


def test_what_the_register_lacks_is_a_gap_and_never_filled():
    paper = compose(facts(plan(adoption=decision(section="", diary_no="")), diary_no=""), {})

    assert dict(paper.meta)["Diarienummer"] is None
    assert "paragraf för beslutet att anta ”Plan för parker”" in gaps(paper)
    assert "diarienummer för beslutet att anta ”Plan för parker”" in gaps(paper)
    assert "kommunfullmäktige 2007-12-12, [saknas: paragraf], upphör" in points(paper)[0][1]


def test_consequences_are_a_gap_until_the_writer_has_judged_them():
    assert gaps(compose(facts(), {})) == ["bedömning: ekonomi", "bedömning: barn och unga"]
    assert gaps(compose(facts(), OWN)) == []


def test_the_headings_are_the_municipalitys_in_its_order():
    headings = {"summary": "I korthet", "proposal": "Beslutsförslag", "basis": "Underlag"}
    paper = compose(facts(layout=replace(LAYOUT, headings=headings)), {})

    found = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert found == ["I korthet", "Beslutsförslag", "Underlag"]


def test_the_writer_adds_words_at_places_the_profile_names():
    assert own_fields(LAYOUT) == {
        "summary": "Sammanfattning",
        "background": "Bakgrund",
        "assessment": "Förvaltningens bedömning",
        "consequences:Ekonomi": "Ekonomi",
        "consequences:Barn och unga": "Barn och unga",
    }


@pytest.mark.parametrize(
    "case",
    [
        facts(),
        facts(addressed=ASSEMBLY),
        facts(assignment=assignment(), propose_review=True),
        facts(plan(), plan(key=8, title="Riktlinjer för klotter")),
        facts(plan(ends_by=OTHER_COMMITTEE, adoption=decision(OTHER_COMMITTEE))),
        facts(plan(ends_by=OFFICE, adoption=decision(OFFICE, section="")), addressed=BOARD),
        facts(layout=replace(LAYOUT, proposal_style="att"), assignment=assignment()),
    ],
)
def test_the_check_has_nothing_to_say_about_a_whole_memo(case):
    assert check_text(text_of(compose(case, OWN))) == []


def test_a_memo_with_gaps_gets_remarks_at_their_places():
    paper = compose(facts(plan(adoption=decision(section=""))), {})

    remarks = {(remark.rule, remark.place) for remark in check_text(text_of(paper))}
    assert ("memo.repeal-unidentified", "Förslag till beslut, punkt 1") in remarks
    assert ("memo.placeholder", "Konsekvenser, Ekonomi") in remarks


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stands_as_it_is_in_word_and_pdf(title):
    title = " ".join(title.split())
    paper = compose(facts(plan(title=title)), OWN)

    word = Document(BytesIO(write_docx(paper)))
    assert any(f"{title}, antagen av" in paragraph.text for paragraph in word.paragraphs)
    pdf = pypdfium2.PdfDocument(write_pdf(paper, day=date(2013, 11, 20)))
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert squeezed(title).replace("-", "") in squeezed(text).replace("-", "").replace("\ufffe", "")
    pdf.close()


def test_word_and_pdf_hold_the_repeal_and_the_pdf_says_it_is_accessible():
    paper = compose(facts(assignment=assignment()), OWN)
    clause = "Plan för parker, antagen av kommunfullmäktige 2007-12-12, § 120, upphör att gälla."

    word = Document(BytesIO(write_docx(paper)))
    assert any(clause in paragraph.text for paragraph in word.paragraphs)
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert headings[:2] == ["Förslag till beslut", "Sammanfattning"]
    content = write_pdf(paper, day=date(2013, 11, 20))
    pdf = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    assert squeezed(clause) in squeezed(text)
    with pikepdf.open(BytesIO(content)) as opened:
        assert str(opened.Root.Lang) == "sv-SE"
        assert bool(opened.Root.MarkInfo.Marked)
