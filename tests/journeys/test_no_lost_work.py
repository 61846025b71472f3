"""Two people edit one document, and a sign-in ends while somebody types: nothing is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import PASSWORD, Site, served, sign_in
from tests.journeys.test_texts_and_owners import document, seen

pytestmark = pytest.mark.browser

PLAN = "Biblioteksplan 2023-2026"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    with served(tmp_path_factory.mktemp("nolost"), ["demo"]) as site:
        yield site


@pytest.fixture
def colleague(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE")
    context.set_default_timeout(15_000)
    page = context.new_page()
    sign_in(page, site)
    yield page
    context.close()


def test_two_people_edit_one_document(page: Page, colleague: Page, site: Site):
    sign_in(page, site)
    address = document(page, site, PLAN)
    page.goto(f"{address}edit/")
    colleague.goto(f"{address}edit/")
    colleague.get_by_label("Sammanfattning").fill("Kollegans ord om biblioteken.")
    colleague.get_by_label("Ansvarig roll").fill("Bibliotekschef")
    colleague.get_by_role("button", name="Spara").click()
    colleague.wait_for_url(address)

    page.get_by_label("Sammanfattning").fill("Mina ord om biblioteken.")
    page.get_by_label("Populärnamn").fill("Biblioteksplanen")
    page.get_by_role("button", name="Spara").click()

    summary = page.get_by_role("group", name="Sammanfattning")
    expect(summary).to_contain_text("Mina ord om biblioteken.")
    expect(summary).to_contain_text("Kollegans ord om biblioteken.")
    seen(page, "meanwhile")
    summary.get_by_label("Min", exact=False).first.focus()
    page.keyboard.press("ArrowDown")
    expect(summary.get_by_role("radio").last).to_be_checked()
    page.set_viewport_size({"width": 320, "height": 640})
    page.look = "phone"
    seen(page, "meanwhile")
    page.get_by_role("button", name="Skriv vidare på det jag valt").click()
    expect(page.get_by_label("Ansvarig roll")).to_have_value("Bibliotekschef")
    page.get_by_label("Sammanfattning").fill("Kollegans ord, och mina.")
    page.get_by_role("button", name="Spara").click()

    page.wait_for_url(address)
    page.goto(f"{address}edit/")
    expect(page.get_by_label("Sammanfattning")).to_have_value("Kollegans ord, och mina.")
    expect(page.get_by_label("Ansvarig roll")).to_have_value("Bibliotekschef")
    expect(page.get_by_label("Populärnamn")).to_have_value("Biblioteksplanen")


@pytest.mark.parametrize("lost", ["all cookies", "the session", "the form's age"])
def test_a_sign_in_ends_while_somebody_types(page: Page, site: Site, lost: str):
    sign_in(page, site)
    address = document(page, site, PLAN)
    page.goto(f"{address}edit/")
    words = f"Ord som inte får gå förlorade, {lost}.\n\n<b>Andra</b> stycket & mer."
    page.get_by_label("Sammanfattning").fill(words)
    name = {"the session": "sessionid", "the form's age": "csrftoken"}.get(lost)
    page.context.clear_cookies(**({"name": name} if name else {}))
    page.get_by_role("button", name="Spara").click()

    if name != "csrftoken":
        expect(page.get_by_text("Det du skrev är bevarat")).to_be_visible()
        seen(page, "sign-in-again")
        page.get_by_label("E-post").fill("registrator@demo.example")
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Logga in").click()

    expect(page.get_by_text("Inget av det är sparat än.")).to_be_visible()
    assert page.url == f"{address}edit/"
    expect(page.get_by_label("Sammanfattning")).to_have_value(words)
    seen(page, "typed-again")
    page.get_by_role("button", name="Spara").click()
    page.wait_for_url(address)
    page.goto(f"{address}edit/")
    expect(page.get_by_label("Sammanfattning")).to_have_value(words)
