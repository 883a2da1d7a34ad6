"""The first view of Översikt and Resultat holds the answer, on a laptop and on a telephone."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.walking import resize, visit

# Each network with its verdict, and how sure it is.
ANSWERS = {
    "huddinge-2025": ("Klimatkommunerna: fortsätt", "SEKOM: avvakta"),
    "exempel-vastra-gotaland": (
        "Kommunnätverket: fortsätt",
        "Klimatkommunerna: fortsätt",
        "SEKOM: avvakta",
    ),
}
_BOTTOM = "(at) => at.getBoundingClientRect().bottom"


@pytest.mark.parametrize("evaluation", ANSWERS)
def test_every_answer_is_seen_before_one_scrolls(
    evaluation: str, page: Page, read_only_app: ServedApp
) -> None:
    """On a laptop the verdicts with their sentences, abreast; on a telephone a line for each."""
    page.set_viewport_size({"width": 1280, "height": 800})
    visit(page, read_only_app, "Översikt", utvardering=evaluation)
    verdicts = page.locator(".nk-verdict")
    expect(verdicts).to_have_count(len(ANSWERS[evaluation]))
    for verdict in verdicts.all():
        for sentence in verdict.locator("p").all()[:2]:
            assert sentence.evaluate(_BOTTOM) < 800, sentence.inner_text()
    resize(page, 390, 844)
    for words in ANSWERS[evaluation]:
        row = page.get_by_role("listitem").filter(has_text=words).first
        expect(row).to_be_visible()
        assert row.evaluate(_BOTTOM) < 844, words


def test_where_each_network_stands_is_seen_before_one_scrolls(
    page: Page, read_only_app: ServedApp
) -> None:
    """The chart with the zones of the results, wide and narrow."""
    visit(page, read_only_app, "Resultat", utvardering="huddinge-2025")
    for width, height in ((1280, 800), (390, 844)):
        resize(page, width, height)
        expect(page.locator(".nk-finding").first).to_contain_text("Fortsätt: Klimatkommunerna")
        assert page.locator("img.nk-drawing").first.evaluate(_BOTTOM) < height
