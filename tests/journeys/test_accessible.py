"""Every kind of page, in light, dark and on a narrow phone: no WCAG 2.2 A or AA fault, no overflow."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site, sign_in

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1200, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1200, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
}
OPEN_PAGES = [
    "/",
    "/?show=all&on=2012-01-01",
    "/?q=finns-inte",
    "/?on=igår",
    "/documents/ett-tyreso-for-alla/",
    "/documents/ett-tyreso-for-alla/?on=2012-01-01",
    "/documents/kvalitetspolicy/",
    "/documents/alkohol-och-drogpolicy/?on=2012-06-01",
    "/finns-inte/",
    "/account/login/",
    "/account/password/reset/",
]
DESK_PAGES = [
    "/desk/",
    "/desk/register/",
    "/desk/register/?standing=over_but_standing",
    "/desk/register/?q=finns-inte",
    "/desk/register/1/",
    "/desk/register/1/?on=2012-01-01",
    "/desk/register/1/edit/",
    "/desk/register/new/",
    "/desk/decisions/",
    "/desk/decisions/meetings/1/",
    "/desk/decisions/matters/1/",
    "/desk/gallery/",
    "/desk/decisions/assignments/",
    "/desk/decisions/record/?document=2&kind=repeal",
    "/desk/inventory/",
    "/desk/inventory/take-in/",
    "/desk/inventory/1/",
    "/desk/inventory/candidates/1/",
    "/desk/inventory/candidates/2/",
    "/desk/inventory/candidates/4/",
    "/desk/memos/",
    "/desk/memos/new/",
    "/desk/memos/check/",
    "/account/logout/",
    "/account/password/change/",
]


@pytest.fixture(params=LOOKS)
def viewed(request, browser: Browser, demo_site: Site) -> Page:
    context = browser.new_context(locale="sv-SE", **LOOKS[request.param])
    page = context.new_page()
    page.foreign = []
    host = urlsplit(demo_site.address).netloc
    page.on(
        "request",
        lambda asked: (
            page.foreign.append(asked.url)
            if urlsplit(asked.url).scheme != "data" and urlsplit(asked.url).netloc != host
            else None
        ),
    )
    yield page
    context.close()


def test_the_open_web(viewed: Page, demo_site: Site):
    check_all(viewed, demo_site, OPEN_PAGES)


def test_the_desk(viewed: Page, demo_site: Site):
    sign_in(viewed, demo_site)
    check_all(viewed, demo_site, DESK_PAGES)


def test_a_form_sent_empty(viewed: Page, demo_site: Site):
    sign_in(viewed, demo_site)
    viewed.goto(f"{demo_site.address}/desk/register/new/")
    viewed.get_by_role("button", name="Spara").click()
    assert faults_of(viewed) == []


def test_a_memo_and_its_remarks(viewed: Page, demo_site: Site):
    sign_in(viewed, demo_site)
    viewed.goto(f"{demo_site.address}/desk/memos/new/?document=5")
    viewed.get_by_label("Ärendets rubrik").fill("Översyn av styrdokument")
    viewed.get_by_role("button", name="Skriv utkastet").click()
    expect(viewed.get_by_role("heading", name="anmärkning")).to_be_visible()
    assert faults_of(viewed) == []


def check_all(page: Page, site: Site, addresses: list[str]) -> None:
    faults = []
    for address in addresses:
        answer = page.goto(site.address + address)
        assert answer is not None and answer.status < 500, address
        faults += [(address, fault) for fault in faults_of(page)]
    assert faults == []
    assert page.foreign == []


def faults_of(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    faults = [
        f"{violation['id']}: {node['target']} {node['html'][:120]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
    width = page.viewport_size["width"]
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        faults.append(f"wider than the window: {wide} > {width}")
    return faults
