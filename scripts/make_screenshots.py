"""Make the README's pictures from the running demo.

make run                                          in one terminal
.venv/bin/python scripts/make_screenshots.py      in another; an address may follow
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs/images"
WIDTH = 1200  # pixels

# name of the picture -> the page and how much of it is shown, in pixels from its top;
# the day asked about is that on which the committee asked what had become of the plan
PAGES = {
    "start": ("/", 800),
    "document": ("/documents/ett-tyreso-for-alla/?on=2013-10-24", 1250),
}


def main(address: str) -> None:
    """Write one PNG for each of PAGES, in Swedish and in light colours.

    :raises RuntimeError: when a page does not answer 200
    """
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(locale="sv-SE", color_scheme="light")
        for name, (path, height) in PAGES.items():
            page.set_viewport_size({"width": WIDTH, "height": height})
            answer = page.goto(address + path, wait_until="networkidle")
            if answer is None or not answer.ok:
                raise RuntimeError(f"{path} did not answer: {answer and answer.status}")
            page.screenshot(path=IMAGES / f"{name}.png")
            print(f"docs/images/{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
