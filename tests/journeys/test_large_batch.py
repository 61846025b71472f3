"""A large batch in a real browser: followed while it is read, narrowed, confirmed, undone."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site, served, sign_in
from tests.journeys.test_accessible import LOOKS, faults_of

pytestmark = pytest.mark.browser
PASSWORD = "visa-vägen-i-demon"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    invite = ["invite", "registrator@demo.example", "--name", "Registratorn"]
    with served(tmp_path_factory.mktemp("large"), [*invite, "--password", PASSWORD]) as site:
        yield site


@pytest.fixture
def batch(site: Site) -> str:
    """The address of a batch of its own."""
    return f"{site.address}/desk/inventory/{python(site, '-m', 'tests.journeys.large_batch')}/"


def python(site: Site, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], env=site.environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def finish(site: Site, batch: str, most: int) -> None:
    """Let so many of the files that wait be read."""
    key = batch.rstrip("/").rpartition("/")[2]
    code = (
        "import django; django.setup()\n"
        "from vagvisare.inventory.models import SourceFile\n"
        f"waiting = SourceFile.objects.originals().filter(batch={key}, state='received')\n"
        f"keys = list(waiting.values_list('pk', flat=True)[:{most}])\n"
        "SourceFile.objects.filter(pk__in=keys).update(state='read')"
    )
    python(site, "-c", code)


def test_the_progress_moves_by_itself_and_stops(page: Page, site: Site, batch: str):
    sign_in(page, site)
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(batch)
    expect(page.locator("#progress")).to_contain_text("5 filer är kvar att läsa.")
    finish(site, batch, 3)
    expect(page.locator("#progress")).to_contain_text("2 filer är kvar att läsa.")
    expect(page.locator("#progress")).to_contain_text("filer i minuten")
    expect(page.locator("#said")).to_have_text(re.compile("9 tiondelar"))
    finish(site, batch, 9)
    expect(page.locator("#progress")).to_have_count(0)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(4_000)
    assert asked == []
    assert errors == []


def test_without_javascript_it_is_followed_by_reload(browser: Browser, site: Site, batch: str):
    context = browser.new_context(locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, site)
    page.goto(batch)
    finish(site, batch, 4)
    page.wait_for_timeout(1_100)
    page.get_by_role("link", name="Uppdatera").click()
    expect(page.locator("#progress")).to_contain_text("1 fil är kvar att läsa.")
    expect(page.locator("#progress")).to_contain_text("filer i minuten")
    page.get_by_label("Ord i titeln").fill("bibliotek")
    page.get_by_label("Typ", exact=True).select_option("plan")
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.locator("#hits")).to_have_text("12 av 60 dokument")
    context.close()


def test_narrow_confirm_take_back_and_undo(page: Page, site: Site, batch: str):
    finish(site, batch, 9)
    sign_in(page, site)
    page.goto(batch)
    expect(page.locator("#hits")).to_have_text("60 dokument")
    page.get_by_role("link", name="Nästa").click()
    expect(page.get_by_role("listitem").filter(has_text="Sida 2")).to_be_visible()

    page.goto(batch)
    page.get_by_label("Typ", exact=True).select_option("policy")
    page.get_by_role("button", name="Visa", exact=True).press("Enter")
    expect(page.locator("#hits")).to_have_text("12 av 60 dokument")
    page.get_by_role("link", name="Bekräfta dessa med en regel").press("Enter")
    expect(page.get_by_text("48 uppgifter bekräftas, i 12 dokument.")).to_be_visible()
    page.get_by_label("Beslutsdatum").uncheck()
    page.get_by_role("button", name="Visa vad som ändras").press("Enter")
    page.get_by_role("button", name="Bekräfta 36 uppgifter").press("Enter")
    done = page.get_by_role("status").filter(has_text="36 uppgifter i 12 dokument är bekräftade.")
    expect(done.first).to_be_visible()

    page.get_by_role("link", name="För in alla som är klara").click()
    expect(page.get_by_role("heading", name="Inte klara")).to_be_visible()
    page.goto(batch)
    page.get_by_role("button", name="Ta tillbaka").press("Enter")
    expect(page.get_by_text("Det har sedan tagits tillbaka.")).to_be_visible()

    page.get_by_role("link", name="Ångra hela omgången").press("Enter")
    page.get_by_role("button", name="Ångra omgången").press("Enter")
    expect(page.get_by_text("Skriv varför omgången ångras")).to_be_visible()
    page.get_by_label("Varför omgången ångras").fill("Fel mapp")
    page.get_by_role("button", name="Ångra omgången").press("Enter")
    expect(page.get_by_text("Omgången är ångrad.")).to_be_visible()
    page.get_by_role("button", name="Återuppta omgången").press("Enter")
    expect(page.get_by_text("Omgången är ångrad.")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS)
def test_no_fault_and_no_overflow(browser: Browser, site: Site, batch: str, look: str):
    context = browser.new_context(locale="sv-SE", **LOOKS[look])
    page = context.new_page()
    sign_in(page, site)
    parts = ["", "?page=2", "?q=finns+inte", "files/?show=failed", "files/?show=doubles",
             "by-rule/", "by-rule/?at_least=likely&fields_chosen=title&type=plan", "enter/",
             "undo/"]  # fmt: skip
    faults = []
    for part in parts:
        answer = page.goto(batch + part)
        assert answer is not None and answer.status == 200, part
        faults += [(part, fault) for fault in faults_of(page)]
    assert faults == []
    context.close()
