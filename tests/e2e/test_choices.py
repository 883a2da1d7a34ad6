"""A row of choices, which the browser draws itself: what is chosen, and the keyboard."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp, serve
from tests.e2e.drawn_alone import draw, empty_page, sent
from tests.e2e.proxy import Cable
from tests.e2e.walking import HUDDINGE, lost, settle, visit

APP = "[data-testid=stApp]"
_DATA: dict[str, Any] = {
    "label": "Tema",
    "choices": [["fokus", "Fokus"], ["kostnad", "Kostnad"], ["nytta", "<b>Nytta</b>"]],
    "made": "fokus",
}


@pytest.fixture
def alone(page: Page, read_only_app: ServedApp) -> Page:
    """A page of the program with one row of choices and nothing else."""
    empty_page(page, read_only_app)
    put(page)
    return page


def put(page: Page, **data: Any) -> None:
    draw(page, "nkChoice", {**_DATA, **data})


def test_what_is_chosen_stands_until_the_server_goes_on_and_then_as_it_says(alone: Page) -> None:
    row = alone.get_by_role("radiogroup", name="Tema")
    expect(row.get_by_role("radio", name="Fokus")).to_be_checked()
    row.get_by_text("Kostnad").click()
    assert sent(alone) == ["kostnad"]
    put(alone)  # drawn for another reason
    expect(row.get_by_role("radio", name="Kostnad")).to_be_checked()
    alone.evaluate("dispatchEvent(new Event('nk-back'))")
    assert sent(alone) == ["kostnad", "kostnad"], "the server may not have heard it"
    put(alone, made="kostnad")
    alone.evaluate("dispatchEvent(new Event('nk-back'))")
    put(alone)  # another way has led back
    expect(row.get_by_role("radio", name="Fokus")).to_be_checked()
    assert len(sent(alone)) == 2


def test_what_is_chosen_and_taken_back_is_not_sent_once_more(alone: Page) -> None:
    row = alone.get_by_role("radiogroup", name="Tema")
    row.get_by_text("Kostnad").click()
    row.get_by_text("Fokus").click()
    put(alone)
    alone.evaluate("dispatchEvent(new Event('nk-back'))")
    assert sent(alone) == ["kostnad", "fokus"]
    put(alone, made="nytta")  # another way has led on
    expect(row.get_by_role("radio", name="Nytta")).to_be_checked()


def test_words_from_a_file_are_text(alone: Page) -> None:
    expect(alone.get_by_text("<b>Nytta</b>")).to_be_visible()
    assert alone.locator(".nk-choice b").count() == 0


def test_the_focus_stays_where_it_is_when_the_choices_change(alone: Page) -> None:
    alone.get_by_role("radio", name="Fokus").focus()
    alone.keyboard.press("ArrowRight")
    assert sent(alone) == ["kostnad"]
    others = [["kostnad", "Kostnad (2)"], ["nytta", "Nytta"]]
    put(alone, choices=others, made="kostnad")
    expect(alone.get_by_role("radio", name="Kostnad (2)")).to_be_focused()
    alone.keyboard.press("ArrowRight")
    assert sent(alone)[-1] == "nytta"


def test_another_theme_by_keyboard_keeps_the_focus_and_stands_in_the_address(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE, tema="fokus")
    row = page.get_by_role("radiogroup", name="Tema")
    row.get_by_role("radio", name="Fokusområden").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="Kostnad", exact=True)).to_be_visible()
    settle(page)
    assert "tema=kostnad" in page.url
    expect(row.get_by_role("radio", name="Kostnad")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Fokusområden")).to_be_visible()
    expect(row.get_by_role("radio", name="Fokusområden")).to_be_checked()


def test_a_choice_right_after_the_page_has_told_its_address_is_a_step_of_its_own(
    page: Page, read_only_app: ServedApp
) -> None:
    visit(page, read_only_app, "Bedömning", utvardering=HUDDINGE)
    steps = page.evaluate(
        """() => {
          const before = history.length;
          const to = new URL(location.href);
          for (const value of ["1", "2", "3"]) {
            to.searchParams.set("prov", value);
            history.pushState({}, "", to);
          }
          return history.length - before;
        }"""
    )
    assert steps == 1, "the first told more, the second was a choice, and the third came with it"


def test_a_choice_made_while_the_line_is_cut_is_made_when_it_is_mended(
    page: Page, served_app: ServedApp
) -> None:
    with closing(Cable(served_app.port)) as wire:
        visit(page, served_app.at(wire.port), "Bedömning", utvardering=HUDDINGE, tema="fokus")
        wire.hold()
        wire.cut()
        lost(page)
        page.get_by_role("radiogroup", name="Tema").get_by_text("Kostnad").click()
        wire.mend()
        expect(page.get_by_role("heading", name="Kostnad", exact=True)).to_be_visible()
        assert "tema=kostnad" in page.url


def test_after_a_restart_what_is_chosen_is_what_the_page_shows(page: Page, tmp_path: Path) -> None:
    """The browser sends a new server what was chosen last, which another way has led on from."""
    with serve(tmp_path) as before:
        visit(page, before, "Bedömning", utvardering=HUDDINGE, tema="fokus", visa="fraga")
        row = page.get_by_role("radiogroup", name="Tema")
        row.get_by_text("Kostnad").click()
        page.get_by_role("button", name="Föregående fråga").click()
        expect(page.get_by_role("heading", name="Fokusområden")).to_be_visible()
        settle(page)
    lost(page)
    with serve(tmp_path, before.port):
        expect(page.locator(APP)).to_have_attribute("data-test-connection-state", "CONNECTED")
        settle(page)
        expect(page.get_by_role("heading", name="Fokusområden")).to_be_visible()
        expect(row.get_by_role("radio", name="Fokusområden")).to_be_checked()
        row.get_by_text("Kostnad").click()
        expect(page.get_by_role("heading", name="Kostnad", exact=True)).to_be_visible()
