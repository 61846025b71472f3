"""The first journey: a folder of real documents becomes a repeal that a resident can read about."""

import io
import re
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site, sign_in
from tests.journeys.folder import fill
from vagvisare.register.rules import years_and_days

pytestmark = pytest.mark.browser

PLAN = "Ett Tyresö för alla"
ENERGY_PLAN = "Energiplan 2014-2020"
COUNCIL = "Kommunfullmäktige"
READING_SECONDS = 120


def test_from_a_folder_to_a_repeal(page: Page, empty_site: Site, tmp_path: Path):
    sign_in(page, empty_site)
    batch = take_in(page, empty_site, fill(tmp_path))
    confirm_the_plan(page, batch)
    enter_the_energy_plan(page, batch)
    see_that_it_is_over_but_stands(page)
    memo = draft_the_memo(page)
    open_the_word_file(page)
    open_the_pdf(page)
    assert "KS 2014/52" in memo
    record_the_decision(page)
    read_about_it_as_a_resident(page, empty_site)


def take_in(page: Page, site: Site, files: list[Path]) -> str:
    """Thirteen files at most: text, HTML, Word, OpenDocument, PDF and a scanned PDF."""
    page.goto(f"{site.address}/desk/inventory/take-in/")
    page.get_by_label("Omgångens namn").fill("Pärmen från kansliet")
    page.locator("input[type=file]").first.set_input_files([str(path) for path in files])
    page.get_by_role("button", name="Ta in och läs").click()
    page.wait_for_url(re.compile(r"/desk/inventory/\d+/"))
    for _second in range(READING_SECONDS):
        if page.get_by_role("link", name="Uppdatera").count() == 0:
            break
        page.wait_for_timeout(1000)
        page.reload()
    expect(page.get_by_role("link", name="Uppdatera")).to_have_count(0)
    table = page.get_by_role("table")
    for path in files:
        expect(table).to_contain_text(path.name)
    expect(table).not_to_contain_text("Kunde inte läsas")
    return page.url


def confirm_the_plan(page: Page, batch: str) -> None:
    """The memo speaks of a plan: its claims are confirmed one by one and it enters the register."""
    page.goto(batch)
    memo_row = page.get_by_role("row").filter(has_text="tjansteskrivelse-integrationsplan")
    memo_row.get_by_role("link", name=PLAN).click()
    expect(page.locator("mark").filter(has_text="12 december 2007").first).to_be_visible()
    for button in range(40):
        confirm = page.get_by_role("button", name=re.compile("^Bekräfta"))
        if confirm.count() == 0:
            break
        confirm.first.click()
        page.wait_for_load_state()
        assert button < 39
    page.get_by_role("button", name="För in i registret").click()
    page.get_by_role("link", name=PLAN).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PLAN)
    page.get_by_role("button", name="Visa på öppna webben").click()


def enter_the_energy_plan(page: Page, batch: str) -> None:
    """A PDF: label without value is told, the sure claims are confirmed together."""
    page.goto(batch)
    row = page.get_by_role("row").filter(has_text="energiplan.pdf")
    row.get_by_role("link", name=ENERGY_PLAN, exact=True).click()
    expect(page.get_by_text("Etikett utan värde").first).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("^Sida 1 som den ser ut"))).to_be_visible()
    while (confirm := page.get_by_role("button", name=re.compile("^Bekräfta"))).count():
        confirm.first.click()
        page.wait_for_load_state()
    page.get_by_role("button", name="För in i registret").click()


def see_that_it_is_over_but_stands(page: Page) -> None:
    years, days = years_and_days(date(2011, 1, 1), date.today())
    page.get_by_role("link", name="Att göra").click()
    section = page.get_by_role("region", name="Utgånget men inte upphävt").first
    row = section.get_by_role("row").filter(has_text=PLAN)
    expect(row).to_contain_text("2010-12-31")
    expect(row).to_contain_text(f"{years} år" + (f" och {days} dag" if days else ""))
    row.get_by_role("link").click()


def draft_the_memo(page: Page) -> str:
    page.get_by_role("link", name="Skriv en tjänsteskrivelse").click()
    page.get_by_role("checkbox", name=re.compile(f"^{ENERGY_PLAN}")).check()
    page.get_by_label("Skrivelsen går till").select_option(
        label="Gymnasie- och arbetsmarknadsnämnden"
    )
    page.get_by_label("Diarienummer").fill("KS 2014/52")
    page.get_by_label("Ärendets rubrik").fill("Översyn av kommunens styrdokument")
    page.get_by_role("button", name="Skriv utkastet").click()
    page.wait_for_url(re.compile(r"/desk/memos/\d+/"))
    return page.locator("article").first.inner_text()


def proposal_in(text: str) -> None:
    """The proposal names title, body, date and section, and says where a section is unknown."""
    words = " ".join(text.split())
    assert "Gymnasie- och arbetsmarknadsnämnden föreslår kommunfullmäktige besluta" in words
    adopted = "antagen av kommunfullmäktige"
    assert f"{PLAN}, {adopted} 2007-12-12, [saknas: paragraf], upphör att gälla." in words
    assert f"{ENERGY_PLAN}, {adopted} 2014-06-12, § 77, upphör att gälla." in words


def open_the_word_file(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta Word").click()
    document = Document(str(download.value.path()))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert "Förslag till beslut" in headings
    proposal_in("\n".join(p.text for p in document.paragraphs))


def open_the_pdf(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta PDF").click()
    content = Path(download.value.path()).read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang).startswith("sv")
        assert pdf.Root.MarkInfo.Marked
    pages = pypdfium2.PdfDocument(content)
    proposal_in("\n".join(page.get_textpage().get_text_range() for page in pages))


def record_the_decision(page: Page) -> None:
    page.get_by_role("link", name="Register", exact=True).click()
    page.get_by_role("link", name=PLAN).click()
    page.get_by_role("link", name="Registrera att det upphävs").click()
    expect(page.get_by_label("Organ", exact=True)).to_have_value(re.compile(r"\d+"))
    page.get_by_label("Sammanträdesdag").fill("2014-03-27")
    page.get_by_label("Paragraf", exact=True).fill("41")
    page.get_by_text("Ärendet", exact=True).click()
    page.get_by_label("Diarienummer").fill("KS 2014/52")
    page.get_by_label("Varför, i ord för invånare").fill("Planens tid gick ut 2010.")
    page.get_by_role("button", name="Registrera beslutet").click()
    expect(page.locator(".verdict")).to_contain_text("Upphävt")


def read_about_it_as_a_resident(page: Page, site: Site) -> None:
    page.context.clear_cookies()
    page.goto(f"{site.address}/?show=all&q=Tyresö")
    page.get_by_role("link", name=PLAN).click()
    verdict = page.locator(".verdict")
    for words in (
        "Nej, det gäller inte",
        "Upphävt",
        "27 mars 2014",
        COUNCIL,
        "§ 41",
        "Planens tid gick ut 2010.",
    ):
        expect(verdict).to_contain_text(words)
    page.goto(f"{page.url.split('?')[0]}?on=2009-06-01")
    expect(page.locator(".verdict")).to_contain_text("Ja, det gäller")
    page.goto(f"{page.url.split('?')[0]}?on=2012-01-01")
    expect(page.locator(".verdict")).to_contain_text("Tiden har gått ut")
