"""Minutes taken in by hand in a browser: seen, foreseen, accepted, and the register follows."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site, sign_in
from tests.journeys.minutes.invented import LIBRARY, TEXTS
from tests.journeys.test_accessible import faults_of

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("VAGVISARE_PICTURES", "")


def test_minutes_become_decisions(page: Page, empty_site: Site):
    sign_in(page, empty_site)
    page.get_by_role("navigation").get_by_role("link", name="Protokoll").first.click()
    checked(page, "empty")
    page.get_by_role("link", name="Ta in protokoll").first.click()
    page.locator("#id_documents").set_input_files(TEXTS / "2019-02-14-kf-protokoll.txt")
    page.get_by_label("Vems sammanträde").select_option("Kommunfullmäktige")
    page.locator("#id_meeting_day").fill("2019-02-14")
    checked(page, "take-in")
    page.get_by_role("button", name="Ta in och läs").click()

    paper = page.get_by_role("link", name="2019-02-14-kf-protokoll.txt")
    expect(paper).to_be_visible()
    for _attempt in range(60):
        if page.get_by_role("cell", name="2", exact=True).count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    checked(page, "list")
    paper.click()
    checked(page, "paper")
    page.get_by_role("button", name="Visa vad de valda ändrar").press("Enter")
    expect(page.get_by_text("Inte i registret").first).to_be_visible()
    checked(page, "foreseen")
    page.get_by_role("button", name="För in 2 beslutade händelser").press("Enter")
    page.get_by_role("link", name=LIBRARY).first.click()
    expect(page.get_by_role("heading", name=LIBRARY)).to_be_visible()


def checked(page: Page, name: str) -> None:
    """No fault on a wide window, nor on a narrow phone."""
    for width in (1200, 320):
        page.set_viewport_size({"width": width, "height": 800})
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
        assert faults_of(page) == [], name
    page.set_viewport_size({"width": 1200, "height": 800})
