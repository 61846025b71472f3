"""Decisions at the desk, in a real browser: what is refused, and a matter's way through three bodies."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site, served, sign_in
from tests.journeys.test_accessible import LOOKS, faults_of

pytestmark = pytest.mark.browser

COMMITTEE = "Gymnasie- och arbetsmarknadsnämnden"
BOARD, COUNCIL = "Kommunstyrelsen", "Kommunfullmäktige"


@pytest.fixture(scope="session")
def story_site(tmp_path_factory):
    """The demo municipality of this file alone: its decisions change what others look at."""
    with served(tmp_path_factory.mktemp("decisions"), ["demo"]) as site:
        yield site


@pytest.fixture(autouse=True)
def signed_in(page: Page, story_site: Site) -> None:
    sign_in(page, story_site)


def enter(page: Page, site: Site, title: str, section: str) -> str:
    """A plan that the council adopted for 2020 through 2023; returns its number: "#17"."""
    page.goto(f"{site.address}/desk/register/new/")
    page.get_by_label("Titel", exact=True).fill(title)
    page.get_by_label("Typ", exact=True).select_option(label="plan")
    page.get_by_role("button", name="Spara").click()
    page.wait_for_url(re.compile(r"/desk/register/\d+/"))
    number = re.search(r"/register/(\d+)/", page.url)
    assert number is not None
    fill_head(page, site, COUNCIL, "2019-12-12", section)
    page.get_by_label("Vad som beslutades").select_option(label="Anta")
    page.get_by_label("Dokument", exact=False).first.fill(f"#{number[1]}")
    page.get_by_text("Vilka dagar det gäller", exact=True).click()
    page.get_by_label("Gäller till och med").fill("2023-12-31")
    page.get_by_role("button", name="Registrera beslutet").click()
    expect(page.locator(".verdict")).to_contain_text("Utgånget")
    return f"#{number[1]}"


def fill_head(page: Page, site: Site, body: str, day: str, section: str) -> None:
    page.goto(f"{site.address}/desk/decisions/record/")
    page.get_by_label("Organ", exact=True).select_option(label=body)
    page.get_by_label("Sammanträdesdag").fill(day)
    page.get_by_label("Paragraf", exact=True).fill(section)


def test_an_extension_is_refused_without_the_decision_of_who_may(page: Page, story_site: Site):
    number = enter(page, story_site, "Plan för lekplatser", "100")
    address = f"{story_site.address}/desk/register/{number.removeprefix('#')}/"
    page.goto(address)
    page.get_by_role("link", name="Registrera att det förlängs").click()
    expect(page.get_by_role("region", name="Får organet besluta det?")).to_contain_text(COUNCIL)

    # Without a decision that can be found again there is nothing to record.
    page.get_by_role("button", name="Registrera beslutet").click()
    expect(page.get_by_role("alert")).to_contain_text("Paragraf")

    # A committee cannot: the rule is said before anything is saved, and again on saving.
    page.get_by_label("Organ", exact=True).select_option(label=COMMITTEE)
    page.get_by_label("Sammanträdesdag").fill("2024-02-15")
    page.get_by_label("Paragraf", exact=True).fill("9")
    page.get_by_label("Gäller till och med").fill("2027-12-31")
    page.get_by_role("button", name="Kontrollera vem som får besluta").click()
    warned = page.get_by_role("region", name="Får organet besluta det?")
    expect(warned).to_contain_text(f"som {COUNCIL} beslutar om")
    assert faults_of(page) == []
    page.get_by_role("button", name="Registrera beslutet").click()
    expect(page.get_by_role("alert")).to_contain_text(f"som {COUNCIL} beslutar om")
    expect(page.get_by_label("Gäller till och med")).to_have_value("2027-12-31")
    page.goto(address)
    expect(page.locator(".verdict")).to_contain_text("Utgånget")

    # The council can.
    fill_head(page, story_site, COUNCIL, "2024-03-14", "21")
    page.get_by_label("Vad som beslutades").select_option(label="Förlänga")
    page.get_by_label("Dokument", exact=False).first.fill(number)
    page.get_by_text("Vilka dagar det gäller", exact=True).click()
    page.get_by_label("Gäller till och med").fill("2030-12-31")
    page.get_by_role("button", name="Registrera beslutet").click()
    expect(page.locator(".verdict")).to_contain_text("31 december 2030")


def propose(page: Page, site: Site, body: str, to: str, day: str, number: str) -> None:
    fill_head(page, site, body, day, "5")
    page.get_by_label("Beslutat eller föreslaget").select_option(label="Föreslaget")
    page.get_by_label("Föreslås för").select_option(label=to)
    page.get_by_label("Vad som beslutades").select_option(label="Upphäva")
    page.get_by_label("Dokument", exact=False).first.fill(number)
    page.get_by_text("Ärendet", exact=True).click()
    page.get_by_label("Diarienummer").fill("KS 2024/88")
    page.get_by_role("button", name="Registrera beslutet").click()
    expect(page.locator(".verdict")).to_contain_text("Utgånget")


def test_a_matter_through_three_bodies(page: Page, story_site: Site):
    number = enter(page, story_site, "Plan för badplatser", "101")
    propose(page, story_site, COMMITTEE, BOARD, "2024-01-18", number)
    propose(page, story_site, BOARD, COUNCIL, "2024-02-06", number)
    waiting = page.get_by_role("region", name="Föreslaget, inte beslutat")
    expect(waiting.get_by_role("row")).to_have_count(2)  # the heading, and the board's

    page.goto(f"{story_site.address}/desk/decisions/pending/")
    row = page.get_by_role("row").filter(has_text="Plan för badplatser")
    row.get_by_role("link", name="Registrera vad det ledde till").click()
    expect(page.get_by_label("Organ", exact=True).locator("option:checked")).to_have_text(COUNCIL)
    page.get_by_label("Sammanträdesdag").fill("2024-03-14")
    page.get_by_label("Paragraf", exact=True).fill("22")
    page.get_by_text("Vilka dagar det gäller", exact=True).click()
    page.get_by_label("Gäller från").fill("2024-04-01")
    page.get_by_role("button", name="Registrera beslutet").click()
    expect(page.locator(".verdict")).to_contain_text("Upphävt")

    page.goto(f"{story_site.address}/desk/decisions/")
    page.get_by_role("link", name=f"{COUNCIL} 2024-03-14").click()
    page.get_by_role("link", name="KS 2024/88").first.click()
    steps = page.get_by_role("region", name="Ärendets gång").locator(".timeline__entry")
    expect(steps).to_have_count(3)
    for step, words in zip(
        steps.all(),
        (f"{COMMITTEE} föreslår {BOARD}", f"{BOARD} föreslår {COUNCIL}", f"{COUNCIL} beslutar"),
        strict=True,
    ):
        expect(step).to_contain_text(words)
    expect(steps.nth(2)).to_contain_text("2024-04-01")
    assert faults_of(page) == []
    steps.nth(2).get_by_role("link", name=re.compile("§ 22")).click()
    expect(page.get_by_role("heading", name="Oklart om laga kraft")).to_be_visible()
    minutes(page)


def minutes(page: Page) -> None:
    """The notice of the approved minutes, and the three weeks it must stay up."""
    page.get_by_role("link", name=f"{COUNCIL} 2024-03-14").first.click()
    page.get_by_role("link", name="Skriv dagarna").click()
    page.get_by_label("Protokollet justerat").fill("2024-03-21")
    page.get_by_label("Anslaget uppsatt").fill("2024-03-22")
    page.get_by_label("Anslaget nedtaget").fill("2024-04-13")
    page.get_by_role("button", name="Spara dagarna").click()
    # Another story may have decided at the same meeting: each of its decisions says so.
    decided = page.get_by_role("listitem").filter(has_text="§ 22")
    expect(decided.get_by_text("Det vann laga kraft den 13 april 2024.")).to_be_visible()


PAGES = [
    "",
    "pending/",
    "record/?document=2&kind=repeal",
    "record-section/",
    "assignments/",
    "assignments/?state=no_day",
    "assignments/1/",
    "bodies/",
    "bodies/kommunfullmaktige/",
    "bodies/kommunfullmaktige/?show=decisions",
    "bodies/kommunfullmaktige/?show=meetings",
    "bodies/socialnamnden/",
    "meetings/1/",
    "meetings/1/minutes/",
    "matters/1/",
    "1/",
]


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_are_accessible(browser, story_site: Site, look: str):
    context = browser.new_context(locale="sv-SE", **LOOKS[look])
    seen = context.new_page()
    sign_in(seen, story_site)
    faults = []
    for path in PAGES:
        answer = seen.goto(f"{story_site.address}/desk/decisions/{path}")
        assert answer is not None and answer.status == 200, path
        faults += [(path, fault) for fault in faults_of(seen)]
    context.close()
    assert faults == []


def test_a_section_is_written_with_the_keyboard_alone(page: Page, story_site: Site):
    page.goto(f"{story_site.address}/desk/decisions/record-section/")
    page.get_by_label("Organ", exact=True).focus()
    page.keyboard.type("Socialn")
    page.get_by_label("Sammanträdesdag").fill("2024-05-02")
    page.get_by_label("Paragraf", exact=True).focus()
    page.keyboard.type("31")
    for number, words in ((0, "Rapporten godkänns."), (1, "Protokollet justeras omedelbart.")):
        kind = page.locator(f"#id_points-{number}-kind")
        kind.select_option("other")
        text = page.locator(f"#id_points-{number}-text")
        summary = page.locator("summary").filter(has_text="Ordalydelse").nth(number)
        summary.focus()
        page.keyboard.press("Enter")
        text.focus()
        page.keyboard.type(words)
    page.get_by_role("button", name="Registrera paragrafen").focus()
    page.keyboard.press("Enter")
    points = page.get_by_role("region", name="Vad som beslutades").locator(".timeline__entry")
    expect(points).to_have_count(2)
    expect(points.nth(1)).to_contain_text("punkt 2")
