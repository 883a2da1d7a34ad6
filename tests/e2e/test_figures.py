"""What the browser draws in a figure can be read: contrast from the very colours on screen.

WCAG 2.1, 1.4.3 and 1.4.11: text 4.5:1 against what it stands on; bars, lines and marks 3:1 against
what is beside them, by their own colour or by the line around them.
"""

from collections.abc import Iterator
from typing import get_args

import pytest
from playwright.sync_api import Browser, Page, expect

from natverkskollen.output.drawings.palette import Theme, colour
from tests.contrast import channels, contrast
from tests.e2e.conftest import ServedApp, new_page
from tests.e2e.walking import settle, visit
from tests.pages import EVALUATIONS

_PLOTLY = ".js-plotly-plot .main-svg text"
VIEWS = {
    ("Resultat", "img.nk-drawing"): {"avsnitt": "kostnad"},
    ("Resultat", _PLOTLY): {"avsnitt": "sakerhet"},
    ("Nätverken", _PLOTLY): {
        "natverksfil": "kommunnatverket-hallbar-utveckling",
        "del": "uppgifter",
        "amne": "erfarenhetsutbyte",
    },
}
_GROUND = "(at) => getComputedStyle(at).backgroundColor"
# Our drawings are images, and an image cannot be asked: each is unpacked beside the page.
_UNPACK = """() => {
  for (const image of document.querySelectorAll("img.nk-drawing")) {
    const beside = document.createElement("div");
    beside.className = "unpacked";
    beside.style.width = `${image.clientWidth}px`;
    const bytes = Uint8Array.from(atob(image.src.split("base64,")[1]), (c) => c.charCodeAt(0));
    beside.innerHTML = new TextDecoder().decode(bytes);
    document.body.append(beside);
  }
}"""
# Every text with its colour and the colour of the bar part it stands on, if it stands on one; and
# every shape with its fill and the line around it. A pattern's ground is its own first shape.
_DRAWN = """() => {
  const paper = getComputedStyle(document.querySelector("[data-testid='stApp']")).backgroundColor;
  const ground = (fill) => {
    const pattern = /url\\(["']?#([^"')]+)/.exec(fill);
    if (!pattern) return fill;
    const first = document.getElementById(pattern[1]).querySelector("rect, path");
    return getComputedStyle(first).fill;
  };
  const seen = (at) => {
    const box = at.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  // In a drawing of our own: the last shape before the text that lies under its middle.
  const below = (at) => {
    const box = at.getBoundingClientRect();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const shapes = [...at.closest("svg").querySelectorAll("rect, path, circle")].filter((shape) => {
      const { left, right, top, bottom } = shape.getBoundingClientRect();
      const before = shape.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
      const filled = getComputedStyle(shape).fill !== "none" && !shape.closest("defs");
      return before && filled && left <= x && x <= right && top <= y && y <= bottom;
    });
    return shapes.length ? ground(getComputedStyle(shapes.at(-1)).fill) : paper;
  };
  const words = [], shapes = [];
  for (const at of document.querySelectorAll(
      ".js-plotly-plot .main-svg text, div.unpacked svg text")) {
    if (!seen(at) || !at.textContent.trim()) continue;
    if (!at.closest(".js-plotly-plot")) {
      words.push([at.textContent, getComputedStyle(at).fill, below(at)]);
      continue;
    }
    const point = at.closest(".point");
    const bar = at.classList.contains("bartext-inside") || at.closest(".bartext-inside");
    const under = point && bar ? ground(getComputedStyle(point.querySelector("path")).fill) : paper;
    words.push([at.textContent, getComputedStyle(at).fill, under]);
  }
  for (const at of document.querySelectorAll(
      ".js-plotly-plot .points path, .js-plotly-plot .js-line, .unpacked .part")) {
    if (!seen(at)) continue;
    const look = getComputedStyle(at);
    shapes.push([look.fill === "none" ? "none" : ground(look.fill), look.stroke]);
  }
  return {paper, words, shapes};
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = new_page(browser)
    page.emulate_media(color_scheme=request.param, reduced_motion="reduce")
    yield page
    page.context.close()


@pytest.mark.parametrize(("title", "drawing"), VIEWS)
def test_every_word_and_shape_of_a_figure_stands_out(
    title: str, drawing: str, page: Page, read_only_app: ServedApp
) -> None:
    view = VIEWS[title, drawing]
    visit(page, read_only_app, title, utvardering=EVALUATIONS[0], **view)
    page.locator(drawing).first.wait_for()
    settle(page)
    page.evaluate(_UNPACK)
    drawn = page.evaluate(_DRAWN)
    assert len(drawn["words"]) >= 5
    faint = [
        (words, colour, ground)
        for words, colour, ground in drawn["words"]
        if contrast(colour, ground) < 4.5
    ]
    assert faint == []
    for fill, line in drawn["shapes"]:
        own = contrast(fill, drawn["paper"]) if fill.startswith("rgb(") else 0
        edge = contrast(line, drawn["paper"]) if line.startswith("rgb(") else 0
        assert max(own, edge) >= 3, (fill, line)


def test_a_figure_turns_with_the_computer_from_light_to_dark(
    browser: Browser, read_only_app: ServedApp
) -> None:
    page = new_page(browser)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    visit(page, read_only_app, "Resultat", utvardering=EVALUATIONS[0], avsnitt="sakerhet")
    line = page.locator(".js-plotly-plot .js-line").first
    line.wait_for(state="attached")
    for theme in get_args(Theme):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        red, green, blue = (round(255 * part) for part in channels(colour("net-1", theme)))
        expect(line).to_have_css("stroke", f"rgb({red}, {green}, {blue})")
    page.context.close()


def test_the_words_on_a_button_that_waits_for_a_choice_stand_out(
    page: Page, read_only_app: ServedApp
) -> None:
    """WCAG asks nothing of them, but they say what the choice is for."""
    visit(page, read_only_app, "Nätverken", utvardering=EVALUATIONS[0])
    page.get_by_text("Välj kommun", exact=True).click()
    button = page.get_by_role("button", name="Spara kommunen")
    expect(button).to_be_disabled()
    words = button.locator("p").evaluate("(at) => getComputedStyle(at).color")
    ground = page.locator("[data-testid=stApp]").evaluate(_GROUND)
    assert words.startswith("rgb(") and contrast(words, ground) >= 4.5
