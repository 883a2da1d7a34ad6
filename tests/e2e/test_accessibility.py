"""axe-core finds nothing, of any impact, on any page; and every page fits a narrow screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.walking import HUDDINGE, choose_in_menu, field, settle, visit, write_rationale
from tests.pages import PAGES

TITLES = [title for _, title, _ in PAGES]
_LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1])"
_TOO_WIDE = """() => [...document.querySelectorAll("*")].filter((at) => {
  const box = at.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !at.closest(".nk-scroll, .js-plotly-plot");
}).map((at) => at.outerHTML.slice(0, 120))"""


def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule."""
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:160]}"
        for rule in Axe().run(page).response["violations"]
        for node in rule["nodes"]
    ]


def jumps(levels: list[int]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]


@pytest.mark.parametrize("title", TITLES)
def test_a_page_is_accessible_at_every_width_and_its_headings_go_one_level_at_a_time(
    title: str, page: Page, read_only_app: ServedApp
) -> None:
    visit(page, read_only_app, title, utvardering="exempel-vastra-gotaland")
    if title == "Jämför":
        expect(page.locator(".js-plotly-plot .barlayer").first).to_be_visible()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(500)  # the side bar folds away in an animation
        settle(page)
        assert violations(page) == [], f"{width} pixels wide"
    page.set_viewport_size({"width": 320, "height": 720})
    main = "document.querySelector(\"[data-testid='stMain']\")"
    page.wait_for_function(f"{main}.clientWidth <= 320")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(f"{main}.scrollWidth <= {main}.clientWidth")
    assert page.evaluate(_TOO_WIDE) == [], "320 pixels wide"
    levels = page.evaluate(_LEVELS)
    assert levels[0] == 1 and levels.count(1) == 1
    assert jumps(levels) == []


def test_axe_finds_nothing_where_something_has_gone_wrong(
    page: Page, served_app: ServedApp
) -> None:
    """A clash, a refused answer, an opened list of evidence, a broken file on the start page."""
    visit(page, served_app, "Bedöm", utvardering=HUDDINGE)
    sheet = served_app.data / "evaluations" / HUDDINGE / "answers" / "forvaltningen.yaml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("SEKOM är världens äldsta", "Den är världens äldsta"), "utf-8")
    write_rationale(page, "bredd", "Mitt skäl.")
    expect(page.get_by_role("button", name="Spara mitt svar")).to_be_visible()
    write_rationale(page, "kompetensutbud", "Före\x0befter")
    expect(page.get_by_text("osynligt styrtecken")).to_be_visible()
    page.locator("summary").first.click()
    expect(field(page, "relevans-for-utmaningar", "score")).to_be_visible()
    assert violations(page) == []
    assert jumps(page.evaluate(_LEVELS)) == []
    sheet.write_text("schema: 2\n", encoding="utf-8")
    choose_in_menu(page, "Översikt")
    expect(page.get_by_role("table", name="Fel i datamappen")).to_be_visible()
    assert violations(page) == []
