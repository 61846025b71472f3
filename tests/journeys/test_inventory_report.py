"""The report of an inventory, opened as the file it is."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.inventory.report.archive import read_archive
from vagvisare.inventory.report.write import write_report

pytestmark = pytest.mark.browser

DAY = date(2026, 11, 24)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def address(registrar, tmp_path) -> str:
    return write_report(read_archive(registrar), tmp_path, day=DAY).page.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_fault_against_wcag_and_fits_a_phone(address, browser: Browser, scheme):
    page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.goto(address)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()
