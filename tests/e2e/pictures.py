"""`make pictures`: every page at three widths, light and dark, to look at it all in a minute.

The shipped evaluations are there, and one that is empty and one that is final. Words after the
command choose: `make pictures ARGS="dark 390 outcome"`. `make pictures ARGS="README"` takes those
of the README again.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import ROOT
from tests.browser import find_browser, launch_arguments
from tests.e2e.conftest import ServedApp, serve
from tests.e2e.states import EMPTY, FINAL, make_states
from tests.e2e.walking import settle
from tests.pages import EVALUATIONS, PAGES, address

FOLDER = ROOT / "pictures"
HEIGHTS = {"1280": 800, "820": 1180, "390": 844}
THEMES = ("light", "dark")
SHOWN = ROOT / "docs" / "bilder"
README = {
    "resultat": ("resultat?utvardering=huddinge-2025", 900),
    "bedom": ("bedomning?utvardering=huddinge-2025&tema=fokus&visa=fraga", 1300),
    "namnd": ("?utvardering=huddinge-2025&vy=namnd", 900),
}


def main(asked: list[str]) -> None:
    """Write pictures/<evaluation>-<page>-<width>-<theme>.png, each the whole page."""
    FOLDER.mkdir(exist_ok=True)
    path = str(find_browser())  # starts a driver of its own, so it goes first
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=path, args=launch_arguments())
        with serve(Path(folder), prepare=make_states) as app:
            if asked == ["README"]:
                _take_those_of_the_readme(browser, app)
                return
            states = (*EVALUATIONS, EMPTY, FINAL)
            for state, (file, _, url), width, theme in product(states, PAGES, HEIGHTS, THEMES):
                name = f"{state}-{file}-{width}-{theme}"
                if all(word in name for word in asked):
                    where = f"{address(url)}?utvardering={state}"
                    _take(browser, app, where, width, theme, FOLDER / f"{name}.png")
                    print(f"{FOLDER.name}/{name}.png")
        browser.close()


def _take(
    browser: Browser, app: ServedApp, where: str, width: str, theme: str, taken: Path
) -> None:
    """Streamlit scrolls inside the page, so the window is made as high as what is in it."""
    size = {"width": int(width), "height": HEIGHTS[width]}
    page = browser.new_page(viewport=size, locale="sv-SE", color_scheme=theme)
    page.goto(f"{app.url}/{where}")
    settle(page)
    page.wait_for_timeout(1500)
    inside = "document.querySelector('[data-testid=stMain]').scrollHeight"
    page.set_viewport_size(size | {"height": min(int(page.evaluate(inside)), 12_000)})
    page.wait_for_timeout(500)
    page.screenshot(path=taken)
    page.close()


def _take_those_of_the_readme(browser: Browser, app: ServedApp) -> None:
    """What a person sees first on three pages; the page of the memo is made of its PDF by hand."""
    for name, (where, height) in README.items():
        page = browser.new_page(viewport={"width": 1280, "height": height}, locale="sv-SE")
        page.goto(f"{app.url}/{where}")
        page.get_by_text("Klimatkommunerna").first.wait_for()
        settle(page)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(2500)
        page.screenshot(path=SHOWN / f"{name}.png")
        print(f"docs/bilder/{name}.png")
        page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
