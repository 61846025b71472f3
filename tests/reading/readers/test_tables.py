"""Which pages of a PDF are read in cells, and what that gives."""

import pytest
import typst

from vagvisare.reading.readers import pdf, pdf_layout
from vagvisare.reading.readers.tables import has_table

ROWS = (
    ("Åtgärd", "Ansvarig", "Klart"),
    ("Ta fram en cykelplan", "Samhällsnämnden", "2025"),
    ("Bygga ut fjärrvärmen", "Kommunstyrelsen", "2027"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Beslutad av\r\nDokumenttyp",
        "Mål Aktivitet Indikator",
        "Insatser Ansvarig nämnd Tidplan",
        "Delmål Uppdrag Uppföljning",
        "Text före.\r\nÅtgärder Ansvar När\r\nRad",
    ],
)
def test_a_page_with_headings_is_read_in_cells(text):
    assert has_table(text)


@pytest.mark.parametrize(
    "text",
    [
        "Målet är att fler åtgärder ska bli klara.",
        "Mål\r\nÅtgärd\r\nIndikator",
        "Ansvarig nämnd följer upp arbetet.",
        "Åtgärd 4. När planen är klar får nämnden besked.",
        "Måltidsplan Statuskontroll",
    ],
)
def test_running_text_is_not(text):
    assert not has_table(text)


def test_a_page_asked_for_in_runs_of_lines_reads_as_piece_by_piece(monkeypatch):
    words = "Förvaltningen ansvarar för återkommande kartläggningar av tillgängligheten. " * 4
    source = (
        '#set page(columns: 2)\n#set text(lang: "sv")\n#set par(justify: true)\n= Plan\n'
        f"#table(columns: 2, [Dokumenttyp], [Plan], [Beslutad av], [KF])\n{words}\n- {words}\n"
    )
    data = typst.compile(source.encode())

    together = pdf.read(data)
    monkeypatch.setattr(pdf_layout, "_MOST_STACKED", 1)

    assert "-\n" in together[0].text
    assert together == pdf.read(data)


def test_a_plan_of_action_keeps_its_columns():
    cells = ", ".join(f"[{cell}]" for row in ROWS for cell in row)
    source = f'#set text(lang: "sv")\n= Klimatplan\n#table(columns: 3, inset: 12pt, {cells})\n'

    (page,) = pdf.read(typst.compile(source.encode()))

    assert ["\t".join(row) for row in ROWS] == page.text.splitlines()[-3:]
