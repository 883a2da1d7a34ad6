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


# All that the first view of a page may fetch: 0.6 s at 10 Mbit/s. So it is while the server still
# packs fast; who comes later fetches a tenth less (tests/components/shell/test_packed_files.py).
_MOST_BYTES = 750_000


@pytest.mark.parametrize(
    "title", ["Nätverkskollen", "Översikt", "Bedömning", "Resultat", "Ordlista"]
)
def test_a_first_view_is_small_asks_for_nothing_in_vain_and_for_no_typeface_but_the_parts(
    title: str, browser: Browser, read_only_app: ServedApp
) -> None:
    """No address is tried that is not there, and each thing is asked once."""
    page = new_page(browser)  # in a window that has fetched nothing before
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    fetched: list[int] = []
    session.on("Network.loadingFinished", lambda each: fetched.append(each["encodedDataLength"]))
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda each: asked.append(each.url.removeprefix(read_only_app.url)))
    page.on("response", lambda each: failed.append(each.url) if each.status >= 400 else None)
    visit(page, read_only_app, title, utvardering="huddinge-2025")
    assert failed == []
    # Streamlit's page asks again where a busy server has not answered in time.
    assert list(dict.fromkeys(each for each in asked if "_stcore" in each)) == [
        "/_stcore/health",
        "/_stcore/host-config",
    ]
    fonts = [each for each in asked if each.endswith((".woff2", "?hel"))]
    assert not [each for each in fonts if "?hel" in each or "Italic" in each], fonts
    assert 100_000 < sum(fetched) < _MOST_BYTES
    page.context.close()


def test_a_name_in_other_letters_is_written_in_the_same_typeface(
    page: Page, read_only_app: ServedApp
) -> None:
    """The rest of the typeface is fetched when a sign stands there that the part does not have."""
    visit(page, read_only_app, "Ordlista", utvardering="huddinge-2025")
    with page.expect_response(lambda each: each.url.endswith(".woff2?hel")) as whole:
        page.evaluate("document.querySelector('h1').textContent = 'Київ'")
    assert whole.value.status == 200
    page.wait_for_function("[...document.fonts].filter(f => f.status == 'loaded').length > 2")
