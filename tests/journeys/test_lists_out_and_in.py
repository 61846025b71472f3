"""A registrar takes the register out, changes it in a spreadsheet, sends it in and thinks again."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site, served, sign_in
from tests.journeys.test_accessible import LOOKS, faults_of

pytestmark = pytest.mark.browser

PLAN, POLICY, WRONG = "Ett Tyresö för alla", "Alkohol- och drogpolicy", "Kvalitetspolicy"
NEW_NAME = "Integrationsplanen för alla"
PICTURES = os.environ.get("VAGVISARE_PICTURES")  # a folder to keep what the pages looked like


@pytest.fixture(scope="module")
def own_site(tmp_path_factory) -> Iterator[Site]:
    """A demo municipality of its own, as this story changes the register."""
    with served(tmp_path_factory.mktemp("lists"), ["demo"]) as site:
        yield site


@pytest.fixture(params=LOOKS)
def look(request, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE", accept_downloads=True, **LOOKS[request.param])
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.look = request.param
    yield page
    context.close()


def test_out_changed_in_and_undone(look: Page, own_site: Site, tmp_path: Path):
    sign_in(look, own_site)
    path = changed(taken_out(look, own_site, tmp_path))
    preview(look, own_site, path)
    import_one(look)
    undo(look)


def taken_out(page: Page, site: Site, folder: Path) -> Path:
    page.goto(f"{site.address}/desk/register/")
    checked(page, "register")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Excel").click()
    path = folder / taken.value.suggested_filename
    taken.value.save_as(path)
    return path


def changed(path: Path) -> Path:
    """Two good rows and one wrong, as somebody types them."""
    book = load_workbook(path)
    sheet = book.active
    headings = [cell.value for cell in sheet[1]]
    column = {name: headings.index(name) + 1 for name in ("Titel", "Populärnamn", "Sista dag")}
    rows = {sheet.cell(row, column["Titel"]).value: row for row in range(2, sheet.max_row + 1)}
    sheet.cell(rows[PLAN], column["Populärnamn"]).value = NEW_NAME
    sheet.cell(rows[POLICY], column["Populärnamn"]).value = "=Drogpolicyn"
    sheet.cell(rows[WRONG], column["Sista dag"]).value = "nästa vår"
    book.save(path)
    return path


def preview(page: Page, site: Site, path: Path) -> None:
    page.goto(f"{site.address}/desk/lists/")
    checked(page, "lists")
    page.get_by_role("link", name=re.compile("^Skicka in listan ?: Dokument")).click()
    checked(page, "send-in")
    page.get_by_role("button", name="Se vad som skulle ändras").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Listan").set_input_files(path)
    page.get_by_role("button", name="Se vad som skulle ändras").click()
    page.wait_for_url(re.compile(r"/desk/lists/runs/\d+/"))
    row = page.get_by_role("row").filter(has_text=PLAN)
    expect(row.locator("ins")).to_have_text(NEW_NAME)
    wrong = page.get_by_role("row").filter(has_text=WRONG)
    expect(wrong).to_contain_text("”nästa vår” är ingen dag. Skriv som 2007-12-12.")
    expect(wrong.get_by_role("checkbox")).to_have_count(0)
    checked(page, "preview")


def import_one(page: Page) -> None:
    page.get_by_role("checkbox", name=re.compile(re.escape(POLICY))).uncheck()
    page.get_by_role("button", name="Importera de valda raderna").click()
    expect(page.get_by_role("status")).to_contain_text("De valda raderna är importerade.")
    expect(page.get_by_role("row").filter(has_text=PLAN)).to_contain_text("Importerad")
    expect(page.get_by_role("row").filter(has_text=POLICY)).to_contain_text("Inte vald")
    checked(page, "result")
    result = page.url
    page.get_by_role("row").filter(has_text=PLAN).get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text(NEW_NAME)
    page.goto(result)


def undo(page: Page) -> None:
    page.get_by_role("button", name="Ångra importen").click()
    expect(page.get_by_role("status")).to_contain_text("Importen är ångrad.")
    row = page.get_by_role("row").filter(has_text=PLAN)
    expect(row).to_contain_text("Ångrad")
    checked(page, "undone")
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PLAN)
    expect(page.locator("dl.facts").first).not_to_contain_text(NEW_NAME)


def checked(page: Page, name: str) -> None:
    """No fault that axe finds, nothing wider than the window; a picture for who asks for one."""
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}-{page.look}.png", full_page=True)
    assert faults_of(page) == []
