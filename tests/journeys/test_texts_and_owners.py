"""A part of a text is amended, a department ends, and the ties and duties of documents are seen."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.conftest import Site, served, sign_in
from tests.journeys.test_accessible import LOOKS, faults_of

pytestmark = pytest.mark.browser

RULES = "Reglemente för socialnämnden"
TEXT = """Reglemente för socialnämnden

Nämndens uppgifter

1 § Nämnden har nio ledamöter och fem ersättare.

2 § Nämnden sammanträder varje månad.

3 § Ordföranden kallar till sammanträde.
"""
# A folder to look at the pictures in, when a person wants to.
PICTURES = os.environ.get("VAGVISARE_PICTURES", "")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    """A demo municipality of its own: its departments are going to change."""
    with served(tmp_path_factory.mktemp("owners"), ["demo"]) as site:
        yield site


@pytest.fixture(params=LOOKS)
def viewed(request, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE", **LOOKS[request.param])
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.look = request.param
    yield page
    context.close()


def seen(page: Page, name: str) -> None:
    """No fault of accessibility on the page as it is now; its picture kept where asked for."""
    if PICTURES:
        look = getattr(page, "look", "light")
        page.screenshot(path=Path(PICTURES) / f"{name}-{look}.png", full_page=True)
    assert faults_of(page) == [], name


def document(page: Page, site: Site, title: str) -> str:
    """Go to the document's page and return its address."""
    page.goto(f"{site.address}/desk/register/?q={title}")
    page.get_by_role("main").get_by_role("link", name=title, exact=True).first.click()
    page.wait_for_url(re.compile(r"/desk/register/\d+/"))
    return page.url.split("?")[0]


def test_a_part_of_a_text_is_amended(page: Page, site: Site, context: BrowserContext):
    sign_in(page, site)
    address = document(page, site, RULES)
    page.get_by_role("link", name="Lägg till en text").click()
    page.get_by_label("Texten (valfritt)", exact=False).last.fill(TEXT)
    page.get_by_role("button", name="Spara texten").click()
    expect(page.get_by_text("Texten finns i registret.")).to_be_visible()

    page.get_by_role("link", name="Registrera en ändring av en del").click()
    seen(page, "amend")
    change(page, 0, "Ändrad lydelse", "9 §", "Nämnden sammanträder varje vecka.")
    page.get_by_label("Sammanträdesdag").fill("2026-03-02")
    page.get_by_label("Paragraf", exact=True).fill("12")
    page.get_by_role("button", name="Se texten som den kommer att lyda").click()
    expect(page.get_by_text("Närmast är").first).to_be_visible()
    seen(page, "amend-refused")

    change(page, 0, "Ändrad lydelse", "2 §", "Nämnden sammanträder varje vecka.")
    page.locator("details", has_text="Ställe 2").locator("summary").first.click()
    change(page, 1, "Struket", "3 §", "")
    page.get_by_role("button", name="Se texten som den kommer att lyda").click()
    expect(page.get_by_role("heading", name="Texten som den kommer att lyda")).to_be_visible()
    expect(page.locator("ins")).to_contain_text("vecka.")
    expect(page.locator("del").first).to_contain_text("månad.")
    seen(page, "amend-preview")
    assert "Version 2" not in context.request.get(address).text()
    page.get_by_role("button", name="Registrera ändringen").click()

    expect(page.get_by_text("Ändringen är registrerad")).to_be_visible()
    seen(page, "amended")
    page.get_by_role("link", name="Jämför två versioner").click()
    expect(page.get_by_text("1 stycke har ny lydelse, 1 utgår.")).to_be_visible()
    seen(page, "compare")
    page.set_viewport_size({"width": 320, "height": 640})
    page.look = "phone"
    seen(page, "compare")


def change(page: Page, number: int, kind: str, place: str, wording: str) -> None:
    """Fill in one row of the amendment."""
    kinds = {"Ändrad lydelse": "reworded", "Struket": "struck"}
    page.locator(f"[name=changes-{number}-change]").select_option(kinds[kind])
    page.locator(f"[name=changes-{number}-place]").fill(place)
    page.locator(f"[name=changes-{number}-wording]").fill(wording)


def test_a_department_ends(page: Page, site: Site):
    sign_in(page, site)
    page.goto(f"{site.address}/desk/register/owners/")
    seen(page, "owners")
    page.get_by_role("link", name="En förvaltning upphör").click()
    ending = page.get_by_label("Förvaltningen som upphör")
    ending.select_option(index=1)
    page.get_by_label("Förvaltningen som tar över").select_option(index=2)
    page.get_by_label("Sista dag").fill("2026-11-01")
    page.get_by_label("Varför").fill("Ny organisation från november")
    seen(page, "reorganize")
    page.get_by_role("button", name="Låt den upphöra").click()

    expect(page.get_by_text(re.compile(r"Flyttat: \d+ dokument"))).to_be_visible()
    past = page.get_by_role("region", name="Tidigare överlämningar")
    expect(past).to_contain_text("Ny organisation från november")
    past.get_by_role("button", name="Ångra").first.click()
    expect(page.get_by_text("Förvaltningen har upphört").first).to_be_visible()
    seen(page, "orphans")

    page.get_by_role("checkbox").first.check()
    page.get_by_label("Till förvaltningen").select_option(index=1)
    page.get_by_label("Varför").fill("Det hör hemma där")
    page.get_by_role("button", name="Se vad som ändras").click()
    seen(page, "hand-over")
    expect(page.get_by_text("Inget är sparat än.")).to_be_visible()
    page.get_by_role("button", name="Lämna över").click()
    expect(page.get_by_text("Dokumenten är överlämnade.")).to_be_visible()


def test_ties_laws_and_duties_in_every_look(viewed: Page, site: Site):
    sign_in(viewed, site)
    address = document(viewed, site, "Biblioteksplan 2023-2026")
    viewed.goto(f"{address}relations/")
    for kind, other in (("implements", "Vision Tyresö 2040"), ("refers_to", "Folkhälsoplan")):
        viewed.get_by_label("Det här dokumentet").select_option(kind)
        viewed.get_by_label("Det andra dokumentet").fill(other)
        viewed.get_by_role("button", name="Lägg till sambandet").click()
    viewed.get_by_label("SFS-nummer").fill("1996:1596")
    viewed.get_by_role("button", name="Lägg till bestämmelsen").click()
    expect(viewed.get_by_text("upphävdes 2014-01-01")).to_be_visible()
    expect(viewed.locator("svg[role=img]")).to_be_visible()
    seen(viewed, "relations")
    viewed.goto(address)
    seen(viewed, "document")
    viewed.goto(f"{address}edit/")
    seen(viewed, "edit")
    viewed.goto(f"{site.address}/desk/register/duties/")
    expect(viewed.get_by_text("Av titeln att döma kan det vara:").first).to_be_visible()
    seen(viewed, "duties")
    viewed.goto(f"{site.address}/desk/register/owners/leave/")
    seen(viewed, "leave")
