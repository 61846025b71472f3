"""Every part of the look, shown to a real browser: no WCAG 2.2 A or AA fault, nothing cut off."""

from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.finders import find
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.journeys.conftest import CHROMIUM, FLAGS
from vagvisare.look.gallery import STANDINGS, gallery

ADDRESS = "http://look.invalid/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
LOOKS = {
    "light": {"viewport": WIDE},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "phone": {"viewport": PHONE},
    "phone, dark": {"viewport": PHONE, "color_scheme": "dark"},
}


@pytest.fixture(scope="module")
def browser() -> Browser:
    if CHROMIUM is None:
        pytest.skip("SKIPPED: no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=["sv", "ar"])
def html(request, rf, settings) -> str:
    """The gallery in Swedish, and read from right to left."""
    settings.LANGUAGES = [("sv", "Swedish"), ("ar", "Arabic")]
    with translation.override(request.param):
        return render_to_string("look/gallery.html", gallery(), rf.get("/"))


def opened(browser: Browser, html: str, **look) -> Page:
    """Return a page that shows `html`; its static files come from the package, without a server."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/":
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
            return
        file = find(path.removeprefix("/static/"))
        assert file is not None, path
        route.fulfill(
            body=Path(file).read_bytes(), content_type=guess_type(path)[0] or "font/woff2"
        )

    page = browser.new_context(locale="sv-SE", **look).new_page()
    page.route("**/*", answer)
    page.goto(ADDRESS)
    return page


def test_the_gallery_shows_every_standing(html):
    assert [name for name in STANDINGS if f"badge--{name}" not in html] == []


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_no_part_breaks_wcag(browser, html, look):
    page = opened(browser, html, **look)

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    faults = [
        f"{fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]

    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth") <= look["viewport"]["width"]
    page.context.close()


@pytest.mark.browser
def test_a_form_with_faults_takes_the_focus_to_them(browser, html):
    page = opened(browser, html, viewport=WIDE)

    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.context.close()


@pytest.mark.browser
def test_the_first_tab_offers_to_skip_the_menu(browser, html):
    page = opened(browser, html.replace(" autofocus", ""), viewport=WIDE)
    page.keyboard.press("Tab")
    link = page.locator(":focus")

    assert link.get_attribute("href") == "#content"
    assert link.bounding_box()["height"] >= 24
    page.context.close()
