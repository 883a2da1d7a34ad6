"""The first view of Översikt and Resultat holds the answer, on a laptop and on a telephone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import ServedApp, new_page
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


# All that the first view of a page may fetch at 10 Mbit/s, which is 0.56 s of it.
_MOST_BYTES = 700_000


@pytest.mark.parametrize(
    "title", ["Nätverkskollen", "Översikt", "Bedömning", "Resultat", "Ordlista"]
)
def test_a_first_view_is_small_asks_for_nothing_in_vain_and_for_no_typeface_but_the_parts(
    title: str, browser: Browser, read_only_app: ServedApp
) -> None:
    """No address is tried that is not there, and each thing is asked once.

    Once in some ten visits Chromium asks for the whole typeface though no sign needs it; where a
    sign does, every visit asks.
    """
    visits = (_first_view(title, browser, read_only_app) for _ in range(8))
    assert any(visits), "every visit fetches the whole typeface, or more than it may"


def _first_view(title: str, browser: Browser, app: ServedApp) -> bool:
    """Whether a visit fetches what it may and no more; anything asked in vain fails the test."""
    page = new_page(browser)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    fetched: list[int] = []
    session.on("Network.loadingFinished", lambda each: fetched.append(each["encodedDataLength"]))
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda each: asked.append(each.url.removeprefix(app.url)))
    page.on("response", lambda each: failed.append(each.url) if each.status >= 400 else None)
    visit(page, app, title, utvardering="huddinge-2025")
    assert failed == []
    # Streamlit's page asks again where a busy server has not answered in time.
    assert list(dict.fromkeys(each for each in asked if "_stcore" in each)) == [
        "/_stcore/health",
        "/_stcore/host-config",
    ]
    assert not [each for each in asked if "Italic" in each]
    page.context.close()
    return sum(fetched) < _MOST_BYTES and not [each for each in asked if "?hel" in each]
