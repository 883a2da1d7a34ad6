"""The shell around the pages: Swedish, safe, and an address that opens the same view again."""

import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from components.shell.addresses import FOOT, MENU, START
from tests.e2e.conftest import ServedApp, serve
from tests.e2e.traffic import Traffic
from tests.e2e.walking import (
    HUDDINGE,
    choose_in_menu,
    field,
    resize,
    saved,
    settle,
    visit,
    write_rationale,
    written,
)
from tests.pages import PAGES, address

EXAMPLE = "exempel-vastra-gotaland"
TITLES = [title for _, title, _ in PAGES]
# Words of Streamlit's own that a Swedish reader should not meet, in text or read aloud.
ENGLISH = re.compile(
    r"\b(skip|content|open|close|choose|options?|no results|select(ed)?|press|apply|sidebar|pages"
    r"|main menu|settings|running|connecting|loading|expand|collapse|clear|dismiss|suggestions"
    r"|available|progress|fullscreen|search|download|copy|show|hide|error|help|rerun|print|deploy"
    r"|the|and|you|your|this|with|not|please|increment|decrement|limit|remove|add row)\b",
    re.IGNORECASE,
)
_WORDS = """() => {
  const names = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext",
                 "title", "placeholder", "alt"];
  const found = [...document.querySelectorAll("*")].flatMap(
    (at) => names.map((name) => at.getAttribute(name)).filter(Boolean));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (!at.closest("script, style, noscript, [data-testid='stIconMaterial']"))
      found.push(walker.currentNode.nodeValue);
  }
  return [...new Set(found)];
}"""


# What a network calls its own meeting, in its own document.
QUOTED = "open space"


def english(page: Page) -> list[str]:
    return [words for words in page.evaluate(_WORDS) if ENGLISH.search(words.replace(QUOTED, ""))]


@pytest.mark.parametrize("path", [address(path) for _, _, path in PAGES])
def test_the_page_is_swedish_and_guarded_before_any_script_has_run(
    path: str, read_only_app: ServedApp
) -> None:
    with urlopen(f"{read_only_app.url}/{path}", timeout=60) as answer:
        html = answer.read().decode("utf-8")
        headers = {name.lower(): value for name, value in answer.headers.items()}
    assert '<html lang="sv">' in html
    assert "<title>Nätverkskollen</title>" in html
    assert "You need to enable JavaScript" not in html
    policy = headers["content-security-policy"]
    for rule in ("default-src 'self'", "form-action 'self'", "frame-ancestors 'self'"):
        assert rule in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


# What a server has not been asked before is the same for every page; that each page opens from its
# address is shown where axe-core looks at it. One is enough here.
@pytest.mark.parametrize("title", ["Bedömning"])
def test_a_link_to_a_page_opens_it_on_a_newly_started_server(
    title: str, page: Page, traffic: Traffic, tmp_path: Path
) -> None:
    """Streamlit shows a dialog "Page not found" where it does not know the page yet."""
    with serve(tmp_path) as fresh:
        visit(page, fresh, title, utvardering=HUDDINGE)
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page).to_have_title(f"{title} – Nätverkskollen")
    assert traffic.outside_requests == []


def test_every_page_is_in_swedish_keeps_the_evaluation_and_asks_nothing_of_the_world(
    page: Page, read_only_app: ServedApp, traffic: Traffic
) -> None:
    visit(page, read_only_app, "Översikt", utvardering=EXAMPLE)
    for title in TITLES:
        choose_in_menu(page, title)
        assert page.evaluate("document.documentElement.lang") == "sv"
        assert english(page) == [], title
        if title != START[1]:
            expect(page).to_have_url(re.compile(f"[?&]utvardering={EXAMPLE}"))
    assert traffic.outside_requests == []
    assert traffic.console_errors == []


def test_what_streamlit_says_while_a_person_works_is_in_swedish(
    page: Page, read_only_app: ServedApp
) -> None:
    """A field, an opened list, a list without hits, the menu on a narrow screen."""
    visit(page, read_only_app, "Papper", utvardering=EXAMPLE)
    page.get_by_text("Förslag för").first.click()
    page.get_by_role("textbox", name="Skäl").first.click()
    page.keyboard.type("a")
    assert english(page) == []
    page.keyboard.press("Backspace")
    page.get_by_role("combobox", name="Utvärdering").click()
    expect(page.get_by_role("option").first).to_be_visible()
    assert english(page) == []
    page.keyboard.type("zzz")
    expect(page.get_by_text("Inga träffar")).to_be_visible()
    assert english(page) == []
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="Öppna sidofältet").click()
    expect(page.get_by_role("button", name="Stäng sidofältet")).to_be_visible()
    assert english(page) == []


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("bedom", "Bedömning"),
        ("underlag", "Nätverken"),
    ],
)
def test_an_address_of_an_earlier_version_leads_to_todays_page_with_its_choices(
    path: str, title: str, page: Page, read_only_app: ServedApp
) -> None:
    page.goto(f"{read_only_app.url}/{path}?utvardering={EXAMPLE}")
    expect(page.locator("h1").first).to_have_text(title)
    settle(page)
    today = next(address(p) for _, t, p in PAGES if t == title)
    led = re.escape(f"{read_only_app.url}/{today}")
    expect(page).to_have_url(re.compile(rf"^{led}\?(.*&)?utvardering={EXAMPLE}(&|$)"))
    expect(page.get_by_role("dialog")).to_have_count(0)
    menu = page.get_by_role("navigation").get_by_role("link")
    expect(menu).to_have_text([title for _, title, _ in (*MENU, *FOOT)])


def test_an_address_that_leads_nowhere_says_so_and_shows_the_way(
    page: Page, read_only_app: ServedApp
) -> None:
    page.goto(f"{read_only_app.url}/jamfor/x?utvardering={EXAMPLE}")
    expect(page.locator("h1").first).to_have_text("Sidan finns inte")
    settle(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("link", name="Till Översikt").click()
    expect(page.locator("h1").first).to_have_text("Översikt")
    expect(page).to_have_url(re.compile(f"utvardering={EXAMPLE}"))


HOSTILE = (
    '<img src=x onerror="alert(1)"><form action="http://evil.example/"><input name=p></form>'
    "<style>body{display:none}</style> ![](http://evil.example/x.png) [k](javascript:alert(1))"
)


_WATCH = """() => document.addEventListener("transitionrun", ({ target }) => {
  window.slid ||= target.closest("[data-testid='stSidebar']") !== null;
})"""


def test_the_side_bar_does_not_slide_for_whoever_has_asked_the_computer_for_less_motion(
    page: Page, read_only_app: ServedApp
) -> None:
    visit(page, read_only_app, "Bedömning", utvardering=HUDDINGE)
    page.evaluate(_WATCH)
    for motion, slides in (("reduce", False), ("no-preference", True)):
        page.emulate_media(reduced_motion=motion)
        resize(page, 1280, 900)
        page.evaluate("window.slid = false")
        resize(page, 390, 844)
        assert page.evaluate("window.slid") is slides, motion


def test_markup_typed_as_a_rationale_stays_text_on_every_page(
    page: Page, served_app: ServedApp, traffic: Traffic
) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    write_rationale(page, "bredd", HOSTILE)
    saved(page)
    written(served_app.data, "bredd", rationale=HOSTILE)
    for title in TITLES:
        choose_in_menu(page, title)
        if title == "Bedömning":
            expect(field(page, "bredd", "rationale").locator("textarea")).to_have_value(HOSTILE)
        if title == "Papper":
            shown = page.locator(".nk-memo").get_by_text("![](http://evil.example/x.png)")
            expect(shown.first).to_be_visible()
        planted = "img[src='x'], form[action*='evil'], a[href^='javascript'], input[name='p']"
        expect(page.locator(planted)).to_have_count(0)
    assert dialogs == []
    assert traffic.outside_requests == []
    assert traffic.console_errors == []


_HINT = """() => {
  const hint = document.querySelector("[data-testid='InputInstructions']");
  return hint && getComputedStyle(hint).display;
}"""


def test_a_field_does_not_flash_that_enter_saves_while_one_writes(
    page: Page, read_only_app: ServedApp
) -> None:
    visit(page, read_only_app, "Ny utvärdering")
    page.get_by_role("textbox").first.press_sequentially("Prov")
    assert page.wait_for_function(_HINT).json_value() == "none"
