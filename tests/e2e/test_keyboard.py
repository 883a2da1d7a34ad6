"""The whole way from an open page to a downloaded memo with the keyboard alone, and what is said.

Nothing here points: every step is a key, as for a person who cannot use a mouse or see the screen.
"""

from contextlib import suppress

import docx
from playwright.sync_api import Page, TimeoutError, expect

from natverkskollen.store import read_library
from tests.e2e.conftest import ServedApp
from tests.e2e.walking import HUDDINGE, settle, visit, written

CRITERION, ID = "Relevans för kommunens utmaningar", "relevans-for-utmaningar"
SCORE = f"Svar för {CRITERION}, SEKOM"
RATIONALE = f"Motivering, {CRITERION}, SEKOM"
WORDS = "Skrivet med tangenterna."
_FOCUSED = """() => {
  const at = document.activeElement;
  const group = at.type === "radio" && at.closest("[role='radiogroup']");
  const named = at.getAttribute("aria-labelledby");
  const label = named && named.split(" ").map(
    (id) => document.getElementById(id)?.textContent || "").join(" ");
  const inside = at.cloneNode(true);
  inside.querySelectorAll("[aria-hidden='true']").forEach((part) => part.remove());
  return (group ? group.getAttribute("aria-label") : "")
    || at.getAttribute("aria-label") || label || inside.textContent.trim();
}"""
# The choice that the arrow keys have reached, once the list has been drawn.
_CHOICE = """() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const reached = document.activeElement.getAttribute("aria-activedescendant");
  told(reached ? document.getElementById(reached)?.textContent : null);
})))"""
_TAKEN = "(words) => document.activeElement.value === words"
_MAIN_HAS_FOCUS = "() => Boolean(document.activeElement.closest('main, [data-testid=stMain]'))"
# Every word a screen reader is given by a live region, in order.
_LISTEN = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("body > [aria-live]"))
    new MutationObserver(() => {
      if (region.textContent) window.heard.push([region.getAttribute("role"), region.textContent]);
    }).observe(region, {childList: true, characterData: true, subtree: true});
}"""
_HEARD = "([role, words]) => window.heard.some(([r, w]) => r === role && w.startsWith(words))"


def reach(page: Page, name: str, key: str = "Tab", most: int = 250) -> None:
    """Press a key until what has the focus is called `name`, on a page that has been drawn."""
    settle(page)
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate(_FOCUSED).startswith(name):
            return
    raise AssertionError(f"{key} never reaches ”{name}”")


def choose(page: Page, words: str) -> None:
    """Go down an open list to a choice and take it; a list that a scroll has shut opens again."""
    for _ in range(60):
        page.keyboard.press("ArrowDown")
        if page.evaluate(_CHOICE) == words:
            page.keyboard.press("Enter")
            with suppress(TimeoutError):
                page.wait_for_function(_TAKEN, arg=words, timeout=3_000)
                return
    raise AssertionError(f"no choice called ”{words}”")


def test_from_an_open_page_to_a_downloaded_memo_without_a_mouse(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Översikt", utvardering=HUDDINGE)
    reach(page, "Bedömning")
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text("Bedömning")
    settle(page)
    page.evaluate(_LISTEN)

    reach(page, SCORE)
    page.keyboard.press("ArrowUp")
    page.wait_for_function(_HEARD, arg=["status", "Sparat"])
    settle(page)
    assert page.evaluate(_FOCUSED) == SCORE, "the focus must stay where the person was"
    written(served_app.data, ID, score=2)

    reach(page, RATIONALE)
    page.evaluate("window.heard = []")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(WORDS)
    page.keyboard.press("ControlOrMeta+Enter")
    page.wait_for_function(_HEARD, arg=["status", "Sparat"])
    settle(page)
    assert page.evaluate(_FOCUSED) == RATIONALE
    assert page.evaluate("document.activeElement.value") == WORDS
    written(served_app.data, ID, rationale=WORDS)

    reach(page, "Resultat", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text("Resultat")
    expect(page.get_by_role("heading", name="Sveriges Ekokommuner: avvakta")).to_be_visible()
    settle(page)

    reach(page, "Papper")
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text("Papper")
    expect(page.get_by_role("heading", name="Beslutet skickas till")).to_be_visible()  # the last
    settle(page)
    page.evaluate(_LISTEN)
    reach(page, "Förslag för SEKOM")
    page.keyboard.press("Enter")
    reach(page, "Förslag")
    choose(page, "Begär utträde")
    expect(page.get_by_role("textbox", name="Sista dag som medlem")).to_be_visible()
    settle(page)
    reach(page, "Sista dag som medlem")
    page.keyboard.type("2027-12-31")
    reach(page, "Varför avviker")
    page.keyboard.type("Nyttan motsvarar inte avgiften.")
    reach(page, "Spara förslaget")
    page.keyboard.press("Enter")
    page.wait_for_function(_HEARD, arg=["status", "Sparat"])
    settle(page)
    reach(page, "Ladda ner tjänsteskrivelsen", "Shift+Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    memo = docx.Document(str(download.value.path()))
    assert any(
        "utträde ur föreningen Sveriges Ekokommuner" in each.text for each in memo.paragraphs
    )


def test_the_first_key_skips_the_menu(page: Page, read_only_app: ServedApp) -> None:
    visit(page, read_only_app, "Översikt", utvardering=HUDDINGE)
    reach(page, "Hoppa till innehållet", most=2)
    page.keyboard.press("Enter")
    page.wait_for_function(_MAIN_HAS_FOCUS)
    assert page.evaluate("document.documentElement.lang") == "sv"


_HEAPED = "\u0301" * 60  # no field holds a letter with so many accents


def test_a_refused_answer_is_read_aloud_and_so_is_the_same_refusal_again(
    page: Page, served_app: ServedApp
) -> None:
    """Both live regions stand empty in the page from the start; words put in a new element, as
    Streamlit does, are not read."""
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    regions = page.locator("body > [aria-live]")
    assert regions.count() == 2
    assert regions.all_inner_texts() == ["", ""]
    page.evaluate(_LISTEN)
    reach(page, RATIONALE)
    for words in ("Ett skäl" + _HEAPED, "Ett annat skäl" + _HEAPED):
        page.evaluate("window.heard = []")
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.insert_text(words)
        page.keyboard.press("ControlOrMeta+Enter")
        page.wait_for_function(_HEARD, arg=["alert", "Inte sparat. Ett tecken i texten"])
        settle(page)
        assert page.evaluate(_FOCUSED) == RATIONALE


def test_each_field_of_an_answer_says_which_answer_it_is_part_of(
    page: Page, read_only_app: ServedApp
) -> None:
    visit(page, read_only_app, "Bedömning", utvardering=HUDDINGE)
    expect(page.get_by_role("textbox", name=RATIONALE)).to_be_visible()
    fields = page.get_by_role("textbox").or_(page.get_by_role("combobox"))
    names = [each.get_attribute("aria-label") or "" for each in fields.all()]
    part_of_answers = [name for name in names if name.startswith(("Motivering", "Vad uppgiften"))]
    assert len(part_of_answers) == len(set(part_of_answers)) >= 8
    assert RATIONALE in part_of_answers
    assert f"Vad uppgiften bygger på, {CRITERION}, SEKOM" in part_of_answers


def test_a_network_is_added_without_a_mouse_and_what_is_missing_is_read_aloud(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Nätverken", utvardering=HUDDINGE)
    page.evaluate(_LISTEN)
    reach(page, "Hoppa till innehållet", most=2)
    page.keyboard.press("Enter")
    page.wait_for_function(_MAIN_HAS_FOCUS)
    reach(page, "Nätverk")
    choose(page, "Lägg till ett nätverk")
    expect(page.get_by_role("heading", name="Nytt nätverk")).to_be_visible()
    settle(page)
    reach(page, "Nätverkets namn")
    page.keyboard.type("Södertörnsnätverket")
    reach(page, "Lägg till nätverket")
    page.keyboard.press("Enter")
    page.wait_for_function(_HEARD, arg=["alert", "Inte sparat ännu."])
    settle(page)
    for label, words in (
        ("Fast belopp", "30 000"),
        ("Vad står det?", "Medlemsavgift 30 000 kr"),
        ("Var finns dokumentet?", "Fakturaarkivet"),
        ("Var står avgiften?", "Faktura 2026"),
    ):
        reach(page, label, "Shift+Tab")
        page.keyboard.type(words)
        settle(page)
    reach(page, "Lägg till nätverket")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Södertörnsnätverket")).to_be_visible()
    settle(page)
    added = read_library(served_app.data).networks["sodertornsnatverket"]
    (fee,) = added.fees
    assert (added.name, fee.fixed) == ("Södertörnsnätverket", 30_000)


def test_a_letter_pressed_alone_does_nothing(page: Page, read_only_app: ServedApp) -> None:
    """Speech input presses letters by mistake; Streamlit would run the page again at an r."""
    visit(page, read_only_app, "Översikt", utvardering=HUDDINGE)
    reach(page, "Nätverken")
    before = page.evaluate("nkAsked()")
    page.keyboard.press("r")
    page.keyboard.press("c")
    page.keyboard.press("Enter")  # goes to the page Nätverken, and is the one thing sent
    expect(page.locator("h1").first).to_have_text("Nätverken")
    settle(page)
    assert page.evaluate("nkAsked()") == before + 1
    expect(page.get_by_role("dialog")).to_have_count(0)


# Whether anything of what has the focus is seen: a point of it that is not under something else.
_SEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return true;
  const shown = at.type === "radio" || at.type === "checkbox" ? at.closest("label") || at : at;
  const {left, right, top, bottom} = shown.getBoundingClientRect();
  for (const x of [left + 2, (left + right) / 2, right - 2])
    for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
      const there = document.elementFromPoint(x, y);
      if (there && (shown.contains(there) || there.contains(shown))) return true;
    }
  return false;
}"""


def test_what_has_the_focus_is_never_covered(page: Page, read_only_app: ServedApp) -> None:
    """WCAG 2.2, 2.4.11, on the page where something stays in sight above what scrolls."""
    visit(page, read_only_app, "Bedömning", utvardering=HUDDINGE)
    for key in ("Tab", "Shift+Tab"):
        for _ in range(45):
            page.keyboard.press(key)
            try:  # the page scrolls to it
                page.wait_for_function(_SEEN)
            except TimeoutError:
                raise AssertionError(f"{page.evaluate(_FOCUSED)} is covered") from None


def test_a_slider_is_moved_without_dragging(page: Page, read_only_app: ServedApp) -> None:
    """WCAG 2.2, 2.5.7: by one press on the line, or by the arrow keys."""
    visit(page, read_only_app, "Resultat", utvardering=HUDDINGE, vikter="poang")
    slider = page.get_by_role("slider").first
    before = slider.input_value()
    slider.scroll_into_view_if_needed()
    line = page.get_by_test_id("stSlider").first.bounding_box()
    box = slider.bounding_box()
    assert line and box
    page.mouse.click(line["x"] + line["width"] * 0.8, box["y"] + box["height"] / 2)
    expect(slider).not_to_have_value(before)
    settle(page)
    pressed = int(slider.input_value())
    slider.press("ArrowRight")
    expect(slider).to_have_value(str(pressed + 5))
