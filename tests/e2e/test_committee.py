"""The committee's summary: the answer first, one page of A4, and a file that needs no network."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from pikepdf import Pdf
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.traffic import Traffic
from tests.e2e.walking import HUDDINGE, settle

ANSWERS = (
    "Klimatkommunerna: ja, fortsätt",
    "Sveriges Ekokommuner (SEKOM): vänta, avgör senast den\u00a030\u00a0maj\u00a02026",
)
QUESTION = "Ska Huddinge vara kvar i Klimatkommunerna och Sveriges Ekokommuner?"
# Read aloud in eighty seconds at 135 words a minute.
MOST_WORDS = 80 * 135 // 60
IPAD_AND_PHONE = ((1280, 800), (390, 844))
# How many words of a page lie wholly within the window.
_SEEN = """() => {
  const walker = document.createTreeWalker(
    document.querySelector(".nk-committee"), NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode, word = /[\\p{L}\\d][^\\s\\u00a0]*/gu;
    for (const found of node.nodeValue.matchAll(word)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const box = range.getBoundingClientRect();
      if (box.height && box.bottom <= innerHeight) seen += 1;
    }
  }
  return seen;
}"""


def open_reading(page: Page, app: ServedApp) -> None:
    page.goto(f"{app.url}/?utvardering={HUDDINGE}&vy=namnd")
    page.locator(".nk-committee").wait_for()
    settle(page)


def bottom(page: Page, words: str) -> float:
    box = page.get_by_text(words, exact=True).bounding_box()
    assert box
    return box["y"] + box["height"]


def test_the_first_view_has_the_answers_their_reasons_and_so_many_words(
    page: Page, read_only_app: ServedApp
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    open_reading(page, read_only_app)
    expect(page.get_by_role("heading", level=1)).to_have_text(QUESTION)
    for words in (*ANSWERS, "Att veta innan ni beslutar"):
        assert bottom(page, words) < 800
    assert bottom(page, "Idag används således underlag eller nätverket SEKOM mycket litet i det "
                  "miljöstrategiska arbetet.") < 800  # fmt: skip
    assert 150 <= page.evaluate(_SEEN) <= MOST_WORDS


def test_on_a_phone_the_answers_stand_in_the_first_view(
    page: Page, read_only_app: ServedApp
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_reading(page, read_only_app)
    for words in ANSWERS:
        assert bottom(page, words) < 844


def test_nothing_in_it_can_be_changed_and_no_way_leads_into_the_program(
    page: Page, read_only_app: ServedApp, traffic: Traffic
) -> None:
    page.goto(f"{read_only_app.url}/?utvardering={HUDDINGE}")
    settle(page)
    page.get_by_role("link", name="Sammanfattning för nämnden").click()
    page.locator(".nk-committee").wait_for()
    settle(page)
    expect(page).to_have_title("Sammanfattning för nämnden – Nätverkskollen")
    assert page.locator("input, textarea, [role='radio'], [role='slider']").count() == 0
    assert page.get_by_role("navigation").count() == 0
    expect(page.get_by_role("link")).to_have_text(["Hoppa till innehållet"])
    assert traffic.outside_requests == []
    assert traffic.console_errors == []


def test_what_is_asked_for_opens_with_a_key(page: Page, read_only_app: ServedApp) -> None:
    open_reading(page, read_only_app)
    expect(page.get_by_text("Nivå 1–5 på varje kriterium", exact=False)).to_be_hidden()
    page.get_by_text("Bedömningen tema för tema", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nivå 1–5 på varje kriterium", exact=False)).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_prints_on_one_page(
    theme: str, page: Page, read_only_app: ServedApp, tmp_path: Path
) -> None:
    page.emulate_media(color_scheme=theme)
    open_reading(page, read_only_app)
    paper = tmp_path / "sammanfattning.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    with Pdf.open(paper) as pdf:
        assert len(pdf.pages) == 1


def test_the_file_opens_without_a_server_or_a_network(
    page: Page, browser: Browser, read_only_app: ServedApp, tmp_path: Path
) -> None:
    open_reading(page, read_only_app)
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner som en fil att bifoga").click()
    assert download.value.suggested_filename == "huddinge-2025-sammanfattning.html"
    file = tmp_path / "sammanfattning.html"
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
    paper = tmp_path / "sammanfattning.pdf"
    alone.pdf(path=paper, prefer_css_page_size=True)
    with Pdf.open(paper) as pdf:
        assert len(pdf.pages) == 1
    context.close()
