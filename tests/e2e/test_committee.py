"""The committee's reading: the answer first, two pages of A4, and a file that needs no network."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from pikepdf import Pdf
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import ServedApp, Traffic
from tests.e2e.walking import HUDDINGE, settle

ANSWERS = ("Klimatkommunerna: fortsätt.", "SEKOM: avvakta.")
IPAD_AND_PHONE = ((1280, 800), (390, 844))


def open_reading(page: Page, app: ServedApp) -> None:
    page.goto(f"{app.url}/?utvardering={HUDDINGE}&vy=namnd")
    page.locator(".nk-committee").wait_for()
    settle(page)


def bottom(page: Page, words: str) -> float:
    box = page.get_by_text(words, exact=True).bounding_box()
    assert box
    return box["y"] + box["height"]


@pytest.mark.parametrize(("width", "height"), IPAD_AND_PHONE)
def test_the_answer_and_how_sure_it_is_stand_in_the_first_view(
    width: int, height: int, page: Page, read_only_app: ServedApp
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_reading(page, read_only_app)
    for words in ANSWERS:
        assert bottom(page, words) < height
    assert bottom(page, "Förslag till beslut") < height


def test_nothing_in_it_can_be_changed_and_the_way_back_is_there(
    page: Page, read_only_app: ServedApp, traffic: Traffic
) -> None:
    open_reading(page, read_only_app)
    expect(page).to_have_title("Sammanfattning för nämnden – Nätverkskollen")
    assert page.locator("input, textarea, [role='radio'], [role='slider']").count() == 0
    assert page.get_by_role("navigation").count() == 0
    page.get_by_role("link", name="Till programmet").click()
    expect(page.get_by_role("heading", name="Översikt", level=1)).to_be_visible()
    settle(page)
    page.get_by_role("link", name="Sammanfattning för nämnden").click()
    page.locator(".nk-committee").wait_for()
    assert traffic.outside_requests == []
    assert traffic.console_errors == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_prints_on_two_pages(
    theme: str, page: Page, read_only_app: ServedApp, tmp_path: Path
) -> None:
    page.emulate_media(color_scheme=theme)
    open_reading(page, read_only_app)
    paper = tmp_path / "lasning.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    with Pdf.open(paper) as pdf:
        assert len(pdf.pages) == 2


def test_the_file_opens_without_a_server_or_a_network(
    page: Page, browser: Browser, read_only_app: ServedApp, tmp_path: Path
) -> None:
    open_reading(page, read_only_app)
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner som en fil att bifoga").click()
    assert download.value.suggested_filename == "huddinge-2025-namndens-lasning.html"
    file = tmp_path / "lasning.html"
    download.value.save_as(file)
    assert "<script" not in file.read_text(encoding="utf-8")

    context = browser.new_context(offline=True, locale="sv-SE")
    alone, traffic = context.new_page(), Traffic()
    traffic.watch(alone)
    asked: list[str] = []
    alone.on("request", lambda request: asked.append(request.url.split(",")[0]))
    for width, height in IPAD_AND_PHONE:
        alone.set_viewport_size({"width": width, "height": height})
        alone.goto(file.as_uri())
        for words in ANSWERS:
            assert bottom(alone, words) < height
        drawn = "[...document.images].every((each) => each.complete && each.naturalHeight > 0)"
        assert alone.evaluate(drawn)
        assert alone.evaluate("document.documentElement.scrollWidth") <= width
    assert {url for url in asked if not url.startswith("data:")} == {file.as_uri()}
    assert traffic.console_errors == []
    assert Axe().run(alone).response["violations"] == []
    paper = tmp_path / "lasning.pdf"
    alone.pdf(path=paper, prefer_css_page_size=True)
    with Pdf.open(paper) as pdf:
        assert len(pdf.pages) == 2
    context.close()
