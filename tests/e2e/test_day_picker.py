"""A day is chosen in the browser's calendar or typed, by mouse and by keyboard, and is the same."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.walking import HUDDINGE, choose_in_menu, saved, visit

# The browser's calendar is drawn outside the page, where no test reaches it: when it is asked for
# this one chooses a day in its place, and remembers what it was opened at.
_CALENDAR = """() => {
  window.opened = [];
  HTMLInputElement.prototype.showPicker = function () {
    window.opened.push(this.value);
    this.value = "2027-03-09";
    this.dispatchEvent(new Event("change", { bubbles: true }));
  };
}"""


@pytest.fixture
def calendar(page: Page) -> Page:
    page.add_init_script(f"({_CALENDAR})()")
    return page


def test_a_day_is_chosen_with_the_keyboard_and_kept(calendar: Page, served_app: ServedApp) -> None:
    page = calendar
    visit(page, served_app, "Ny utvärdering")
    field = page.get_by_role("textbox", name="Ärendets dag")
    today = field.input_value()
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", today)
    field.focus()
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Välj i kalendern: Ärendets dag")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_have_value("2027-03-09")
    assert page.evaluate("window.opened") == [today]
    expect(field).to_be_focused()
    expect(page.locator("[data-nk-writing]")).to_have_count(0)  # it has been sent and read
    choose_in_menu(page, "Översikt")
    page.get_by_role("link", name="Till startsidan").click()
    page.get_by_role("link", name=re.compile("Starta er")).first.click()
    expect(page.get_by_role("textbox", name="Ärendets dag")).to_have_value("2027-03-09")


def test_the_chosen_day_is_saved_in_the_case(calendar: Page, served_app: ServedApp) -> None:
    page = calendar
    visit(page, served_app, "Klar", utvardering=HUDDINGE)
    field = page.get_by_role("textbox", name=re.compile("^Dag "))
    page.get_by_role("button", name=re.compile("^Välj i kalendern: Dag ")).first.click()
    expect(field.first).to_have_value("2027-03-09")
    page.get_by_role("button", name="Spara dagen").click()
    saved(page)
    file = served_app.data / "evaluations" / HUDDINGE / "evaluation.yaml"
    assert "next_evaluation: 2027-03-09" in file.read_text("utf-8")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_calendars_button_is_large_enough_and_hides_no_word(
    width: int, page: Page, read_only_app: ServedApp
) -> None:
    """WCAG 2.5.8; a field that is locked has none, and one that is no day has none."""
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, read_only_app, "Ny utvärdering")
    buttons = page.locator(".nk-day")
    expect(buttons.first).to_be_visible()
    for button in buttons.all():
        if button.is_visible():
            box = button.bounding_box()
            assert box and min(box["width"], box["height"]) >= 24
    field = page.get_by_role("textbox", name="Ärendets dag")
    right = field.evaluate(
        "(at) => at.getBoundingClientRect().right - parseFloat(getComputedStyle(at).paddingRight)"
    )
    box = page.get_by_role("button", name="Välj i kalendern: Ärendets dag").bounding_box()
    assert box and right <= box["x"] + 1
    title = page.locator("[data-testid=stTextInput]").filter(has_text="Diarienummer").first
    assert title.locator(".nk-day").count() == 0


def test_a_day_that_is_typed_is_kept_by_whoever_goes_on_to_the_calendar(
    page: Page, served_app: ServedApp
) -> None:
    """On to the button, and past it, is to leave the field: what is typed is sent at once."""
    visit(page, served_app, "Klar", utvardering=HUDDINGE)
    page.get_by_role("textbox", name=re.compile("^Dag ")).first.focus()
    page.keyboard.press("ControlOrMeta+A")
    asked = page.evaluate("window.nkAsked()")
    page.keyboard.type("2027-04-10")
    page.keyboard.press("Tab")
    page.wait_for_function("asked => window.nkAsked() > asked", arg=asked)
    page.get_by_role("button", name="Spara dagen").click()
    saved(page)
    file = served_app.data / "evaluations" / HUDDINGE / "evaluation.yaml"
    assert "next_evaluation: 2027-04-10" in file.read_text("utf-8")
