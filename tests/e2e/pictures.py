"""`make pictures`: every page of the app at two widths, to look at it all in a minute."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import find_browser, launch_arguments
from tests.e2e.conftest import serve
from tests.pages import EVALUATIONS, PAGES, address

FOLDER = Path(__file__).resolve().parents[2] / "pictures"
WIDTHS = {1280: 800, 390: 844}


def main() -> None:
    """Write pictures/<evaluation>-<page>-<width>.png, each the whole page."""
    FOLDER.mkdir(exist_ok=True)
    path = str(find_browser())  # starts a driver of its own, so it goes first
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=path, args=launch_arguments())
        with serve(Path(folder)) as app:
            for width, height in WIDTHS.items():
                page = browser.new_page(viewport={"width": width, "height": height}, locale="sv-SE")
                for evaluation in EVALUATIONS:
                    for file, _, url in PAGES:
                        page.goto(f"{app.url}/{address(url)}?utvardering={evaluation}")
                        taken = FOLDER / f"{evaluation}-{file}-{width}.png"
                        _whole_page(page, width, height, taken)
                        print(taken.relative_to(FOLDER.parent))
                page.close()
        browser.close()


def _whole_page(page: Page, width: int, height: int, taken: Path) -> None:
    """Streamlit scrolls inside the page, so the window is made as high as what is in it."""
    page.wait_for_selector("h1")
    page.wait_for_timeout(2000)
    inside = "document.querySelector('[data-testid=stMain]').scrollHeight"
    page.set_viewport_size({"width": width, "height": min(int(page.evaluate(inside)), 12_000)})
    page.wait_for_timeout(500)
    page.screenshot(path=taken)
    page.set_viewport_size({"width": width, "height": height})


if __name__ == "__main__":
    main()
