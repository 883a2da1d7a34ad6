"""From an empty data folder to the first evaluation's verdict, as a first-time strategist does."""

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from natverkskollen.store import read_library
from tests.e2e.conftest import ServedApp, serve
from tests.e2e.test_accessibility import violations
from tests.e2e.traffic import Traffic
from tests.e2e.walking import choose_in_menu, resize, saved, settle, tops

CREATE = "Skapa utvärderingen"
MOST_CLICKS = 5
_FOCUSED = """() => {
  const at = document.activeElement;
  const named = at.getAttribute("aria-label") || (at.labels && at.labels[0]?.innerText) || "";
  return (named || at.innerText || "").trim();
}"""


@pytest.fixture
def empty_app(tmp_path: Path) -> Iterator[ServedApp]:
    """A server whose data folder has nothing in it."""
    with serve(tmp_path, prepare=_emptied) as served:
        yield served


def _emptied(data: Path) -> None:
    shutil.rmtree(data)
    data.mkdir()


class Hand:
    """A person's hand: counts the clicks."""

    def __init__(self, page: Page):
        self.page = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click(delay=50)

    def link(self, words: str) -> None:
        self.click(self.page.get_by_role("link", name=words))
        settle(self.page)

    def button(self, words: str) -> None:
        self.click(self.page.get_by_role("button", name=words))
        settle(self.page)


def tab_to(page: Page, label: str) -> None:
    """Press Tab until what has the focus is called `label`, on a page that has been drawn."""
    settle(page)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUSED).startswith(label):
            return
    raise AssertionError(f"Tab never reaches {label}")


def type_until_offered(page: Page, name: str) -> None:
    """Type in a list until it offers the name; one that a scroll has shut is opened by typing."""
    option = page.get_by_role("option", name=name).first
    for _ in range(5):
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type(name)
        with suppress(TimeoutError):
            option.wait_for(timeout=3_000)
            return
    raise AssertionError(f"the list never offers {name}")


def pick(page: Page, name: str, short: str) -> None:
    """Choose a network by typing, and see its fee before going on: it moves what is below."""
    type_until_offered(page, name)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_role("table").get_by_text(short, exact=True).wait_for()
    settle(page)


def fill(page: Page) -> None:
    """The least there is to fill in, with the keys alone."""
    tab_to(page, "Kommun eller region")
    type_until_offered(page, "Haninge")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Kommunens eller regionens namn")).to_have_value("Haninge kommun")
    tab_to(page, "Vem som beslutar")
    page.keyboard.type("Kommunstyrelsen")
    tab_to(page, "Nätverk")
    pick(page, "Klimatkommunerna", "Klimatkommunerna")
    pick(page, "Sveriges Ekokommuner", "SEKOM")


def test_an_empty_folder_becomes_a_verdict_in_few_clicks(
    page: Page, empty_app: ServedApp, traffic: Traffic
) -> None:
    hand = Hand(page)
    page.goto(empty_app.url)
    settle(page)
    hand.link("Starta er utvärdering")
    expect(page.locator("h1")).to_have_text("Ny utvärdering")
    assert violations(page, "light") == []
    hand.button("Lägg in kriterier och nätverk")
    expect(page.get_by_label("Kommun eller region")).to_be_visible()
    fill(page)
    hand.button(CREATE)
    expect(page.locator("h1")).to_have_text("Bedömning")
    settle(page)
    expect(page).to_have_url(re.compile("utvardering=haninge-kommun"))
    groups = page.get_by_role("radiogroup", name="Svar för")
    before = tops(groups)
    hand.click(groups.first.get_by_text("4 –"))
    saved(page)
    settle(page)
    assert tops(groups) == before, "what the hand is on its way to has moved"
    (dossier,) = read_library(empty_app.data).dossiers.values()
    assert [each.network for each in dossier.evaluation.memberships] == [
        "klimatkommunerna",
        "sekom",
    ]
    answers = dossier.sheets["miljostrateg"].answers["klimatkommunerna"]
    assert [answer.score for answer in answers.values()] == [4]
    hand.click(page.get_by_role("navigation").get_by_role("link", name="Översikt"))
    expect(page.locator("h1")).to_have_text("Översikt")
    settle(page)
    verdicts = page.locator(".nk-verdict")
    expect(verdicts).to_have_count(2)
    expect(verdicts.first).to_contain_text("Klimatkommunerna: underlaget räcker inte")
    expect(verdicts.first).to_contain_text("av vikten är bedömd")
    # 13 are asked, one is given.
    expect(verdicts.first).to_contain_text("Tolv kriterier är inte bedömda")
    expect(verdicts.last).to_contain_text("13\xa0kriterier är inte bedömda")
    assert hand.clicks <= MOST_CLICKS
    assert traffic.console_errors == [] and traffic.outside_requests == []


def test_a_form_sent_too_early_tells_what_is_missing_to_everybody(
    page: Page, empty_app: ServedApp
) -> None:
    """The mistakes are announced, keep the level of contrast and fit a phone."""
    page.goto(f"{empty_app.url}/ny-utvardering")
    settle(page)
    Hand(page).button("Lägg in kriterier och nätverk")
    tab_to(page, CREATE)
    page.keyboard.press("Enter")
    told = page.get_by_test_id("stMain").get_by_role("alert").filter(has_text="Inte skapad ännu")
    expect(told).to_be_visible()
    expect(page.get_by_text("Välj er kommun eller region i listan.")).to_be_visible()
    settle(page)
    for label in ("Vem som beslutar", "Kommun eller region"):
        page.get_by_role("link", name=label, exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_label(label, exact=True).first).to_be_focused()
    for width in (1280, 390):
        resize(page, width, 900)
        assert violations(page, "light") == [], f"{width} pixels wide"


def test_a_network_that_is_missing_is_added_on_the_way_and_nothing_typed_is_lost(
    page: Page, empty_app: ServedApp
) -> None:
    """The program is never left, and the fee is typed off the invoice."""
    page.goto(f"{empty_app.url}/ny-utvardering")
    settle(page)
    Hand(page).button("Lägg in kriterier och nätverk")
    tab_to(page, "Kommun eller region")
    type_until_offered(page, "Haninge")
    page.keyboard.press("Enter")
    body = page.get_by_label("Vem som beslutar")
    body.fill("Kommunstyrelsen")
    body.press("Tab")
    settle(page)
    Hand(page).link("Lägg till ett nätverk")
    expect(page.get_by_role("heading", name="Nytt nätverk")).to_be_visible()
    for label, words in (
        ("Nätverkets namn", "Södertörnsnätverket"),
        ("Var står avgiften?", "Faktura 2026"),
        ("Var finns dokumentet?", "Fakturaarkivet"),
        ("Vad står det?", "Medlemsavgift 30 000 kr"),
        ("Fast belopp", "30 000"),
    ):
        field = page.get_by_role("textbox", name=label, exact=True)
        field.fill(words)
        field.press("Tab")
        settle(page)
    expect(page.get_by_text("Haninge kommun betalar 30\xa0000,00\xa0kr om året")).to_be_visible()
    page.get_by_role("button", name="Lägg till nätverket").click()
    expect(page.get_by_role("heading", name="Södertörnsnätverket")).to_be_visible()
    choose_in_menu(page, "Ny utvärdering")
    expect(body).to_have_value("Kommunstyrelsen")
    tab_to(page, "Nätverk")
    pick(page, "Södertörnsnätverket", "Södertörnsnätverket")
    Hand(page).button(CREATE)
    expect(page.locator("h1")).to_have_text("Bedömning")
    settle(page)
    (dossier,) = read_library(empty_app.data).dossiers.values()
    assert [each.network for each in dossier.evaluation.memberships] == ["sodertornsnatverket"]
    assert dossier.evaluation.municipality.code == "0136"
