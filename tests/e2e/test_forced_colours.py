"""In a person's own colours (high contrast in Windows) everything that is only a colour is seen."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from tests.e2e.conftest import ServedApp, new_page
from tests.e2e.walking import HUDDINGE, settle, visit


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = new_page(browser, forced_colors="active")
    yield page
    page.context.close()


def darkness(part: Locator) -> float:
    """How much of a part of the page is dark, from 0 to 1."""
    part.scroll_into_view_if_needed()
    found = Image.open(BytesIO(part.screenshot())).convert("L")
    return sum(found.histogram()[:128]) / (found.width * found.height)


def test_the_chosen_of_several_is_told_from_the_others(
    page: Page, read_only_app: ServedApp
) -> None:
    visit(page, read_only_app, "Bedömning", utvardering=HUDDINGE, tema="fokus")
    marks = page.get_by_role("radiogroup", name="Tema").locator("input")
    assert darkness(marks.nth(0)) > 1.5 * darkness(marks.nth(1))
    levels = page.locator(".nk-given-levels").first.locator("label")
    chosen = levels.filter(has=page.locator("input:checked"))
    assert darkness(chosen) > 2 * darkness(levels.first)
    visit(page, read_only_app, "Papper", utvardering=HUDDINGE)
    page.get_by_text("Barnets bästa", exact=True).click()
    settle(page)
    marks = page.get_by_test_id("stRadioOption")
    dot = "> div > div:first-child"
    chosen = marks.filter(has=page.locator("input:checked")).first.locator(dot)
    other = marks.filter(has=page.locator("input:not(:checked)")).first.locator(dot)
    assert darkness(chosen) > 2 * darkness(other)


def test_how_far_one_has_come_is_seen(page: Page, read_only_app: ServedApp) -> None:
    visit(page, read_only_app, "Bedömning", utvardering=HUDDINGE)
    assert darkness(page.get_by_test_id("stProgressBarTrack")) > 0.8  # 24 of 26


def test_a_ticked_box_is_told_from_an_empty_one(page: Page, read_only_app: ServedApp) -> None:
    visit(page, read_only_app, "Papper", utvardering=HUDDINGE)
    page.get_by_text("Förslag för Klimatkommunerna").click()
    settle(page)
    box = page.get_by_test_id("stCheckbox").first.locator("label")
    found = {}
    for _ in range(2):
        found[box.locator("input").is_checked()] = darkness(box.locator("> div").first)
        box.click()
        settle(page)
        page.mouse.move(0, 0)
    assert found[True] > 2 * found[False]


def test_a_slider_has_a_line_and_a_handle(page: Page, read_only_app: ServedApp) -> None:
    visit(page, read_only_app, "Resultat", utvardering=HUDDINGE, vikter="poang")
    slider = page.get_by_test_id("stSlider").first
    line = slider.locator("[data-orientation] [data-orientation] > div").first
    handle = slider.locator("div:has(> [data-testid=stSliderThumbValue])")
    assert darkness(line) > 0.5 and darkness(handle) > 0.5
