"""A real site for the journeys: its own database file, web server and worker, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.folder import fill

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "visa-vägen-i-demon"
START_SECONDS = 60


@dataclass(frozen=True)
class Site:
    """A running installation."""

    address: str
    environment: dict[str, str]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("SKIPPED: no Chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="sv-SE", accept_downloads=True)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory) -> Iterator[Site]:
    """The demo municipality with a folder taken in, served."""
    papers, out = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("out")
    fill(papers)
    with served(
        tmp_path_factory.mktemp("demo"), ["demo"], ["inventory", str(papers), "--out", str(out)]
    ) as site:
        yield site


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory) -> Iterator[Site]:
    """An installation with one registrar and nothing in the register, served."""
    invite = ["invite", "registrator@demo.example", "--name", "Registratorn"]
    with served(tmp_path_factory.mktemp("empty"), [*invite, "--password", PASSWORD]) as site:
        yield site


@contextmanager
def served(folder: Path, *first: list[str]) -> Iterator[Site]:
    """Yield a site whose data lies in `folder`, after the commands `first` have run."""
    environment = os.environ | {
        "VAGVISARE_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "vagvisare.config.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'vagvisare.sqlite3'}",
    }
    (folder / "files").mkdir()
    run(environment, "-m", "django", "migrate", "--verbosity", "0")
    run(environment, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0")
    for arguments in first:
        run(environment, "-c", "from vagvisare.cli.main import main; main()", *arguments)
    port = free_port()
    command = [sys.executable, "-c", "from vagvisare.cli.main import main; main()"]
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [*command, "serve", "--port", str(port)],
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    site = Site(f"http://127.0.0.1:{port}", environment)
    try:
        wait_until_ready(site, folder / "log")
        yield site
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
        log.close()


def run(environment: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(site: Site, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{site.address}/readyz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise AssertionError(f"The site did not become ready:\n{log.read_text()[-3000:]}")


def sign_in(page: Page, site: Site, email: str = "registrator@demo.example") -> None:
    page.goto(f"{site.address}/account/login/")
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Logga in").click()
    page.wait_for_url("**/desk/")
