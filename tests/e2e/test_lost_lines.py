"""What is written while the line is lost, or on one that nobody knows is lost, is saved when the
line is back, and until then the page says that it is not."""

from contextlib import closing

from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.proxy import Cable
from tests.e2e.walking import (
    HUDDINGE,
    choose_in_menu,
    field,
    lost,
    on_file,
    settle,
    visit,
    written,
)

CRITERION = "bredd"
UNSAVED = "html[data-nk-writing]"
# Written while the new line is being opened, after the last time anybody looked at whether it was.
_WRITE_AT_THE_OPENING = """(words) => {
  const area = document.querySelector("[data-nk-test]");
  window.WebSocket = new Proxy(WebSocket, { construct(Line, given) {
    const line = new Line(...given);
    area.value = words;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.dispatchEvent(new Event("change", { bubbles: true }));
    return line;
  } });
}"""


# A browser that draws for long lets the time wait that a field asks for.
_TIMES_WAIT = """const set = setTimeout;
  delete window.scheduler;
  window.setTimeout = (work, delay, ...more) =>
    set(work, delay === 600 ? 60000 : delay, ...more);"""


def comes_back(page: Page, cable: Cable) -> None:
    """The line breaks, the page finds out, and there is one again."""
    cable.cut()
    lost(page)
    cable.mend()


def test_what_is_written_in_the_moment_the_line_is_back_is_saved(
    page: Page, served_app: ServedApp
) -> None:
    with closing(Cable(served_app.port)) as cable:
        visit(page, served_app.at(cable.port), "Bedömning", utvardering=HUDDINGE)
        area = field(page, CRITERION, "rationale").locator("textarea")
        area.evaluate("area => { area.dataset.nkTest = '' }")
        page.evaluate(_WRITE_AT_THE_OPENING, "Skrivet när linjen kom.")
        comes_back(page, cable)
        written(served_app.data, CRITERION, rationale="Skrivet när linjen kom.")
        expect(page.locator(UNSAVED)).to_have_count(0)


def test_what_has_not_gone_out_when_the_line_is_back_is_not_called_saved(
    page: Page, served_app: ServedApp
) -> None:
    page.add_init_script(_TIMES_WAIT)
    with closing(Cable(served_app.port)) as cable:
        visit(page, served_app.at(cable.port), "Bedömning", utvardering=HUDDINGE)
        area = field(page, CRITERION, "rationale").locator("textarea")
        cable.cut()
        lost(page)
        area.fill("Mitt i ett ord")
        cable.mend()
        expect(page.get_by_test_id("stApp")).to_have_attribute(
            "data-test-connection-state", "CONNECTED"
        )
        page.wait_for_timeout(2500)  # longer than the page waits for any answer
        assert on_file(served_app.data, CRITERION).rationale != "Mitt i ett ord"
        expect(page.locator(UNSAVED)).to_have_count(1)
        page.keyboard.type(".")
        written(served_app.data, CRITERION, rationale="Mitt i ett ord.")
        expect(page.locator(UNSAVED)).to_have_count(0)


def test_what_goes_out_on_a_line_that_nobody_knows_is_lost_is_saved_when_it_is_back(
    page: Page, served_app: ServedApp
) -> None:
    """First it was only slow. Then as when a train goes into a tunnel: nothing says that it is."""
    with closing(Cable(served_app.port)) as cable:
        visit(page, served_app.at(cable.port), "Bedömning", utvardering=HUDDINGE)
        area = field(page, CRITERION, "rationale").locator("textarea")
        cable.hold()
        area.fill("Sent men säkert.")
        area.press("Tab")
        page.wait_for_timeout(2500)  # longer than the page waits for any answer
        expect(page.locator(UNSAVED)).to_have_count(1)
        cable.go_on()
        written(served_app.data, CRITERION, rationale="Sent men säkert.")
        expect(page.locator(UNSAVED)).to_have_count(0)
        settle(page)
        cable.hold()
        area.fill("Skrivet i tunneln.")
        area.press("Tab")
        page.wait_for_timeout(2500)
        expect(page.locator(UNSAVED)).to_have_count(1)
        comes_back(page, cable)
        written(served_app.data, CRITERION, rationale="Skrivet i tunneln.")
        expect(page.locator(UNSAVED)).to_have_count(0)


def test_a_form_on_a_line_that_nobody_knows_is_lost_keeps_what_is_written(
    page: Page, served_app: ServedApp
) -> None:
    """The fields of a form are Streamlit's own, and remembered as soon as they are read."""
    with closing(Cable(served_app.port)) as cable:
        visit(page, served_app.at(cable.port), "Papper", utvardering=HUDDINGE)
        page.get_by_text("Barnets bästa", exact=True).last.click()
        settle(page)
        cable.hold()
        area = page.get_by_role("textbox", name="Skäl")
        area.fill("Skrivet i tunneln.")
        area.press("Tab")
        page.wait_for_timeout(2500)
        expect(page.locator(UNSAVED)).to_have_count(1)
        comes_back(page, cable)
        expect(page.locator(UNSAVED)).to_have_count(0)
        choose_in_menu(page, "Översikt")
        choose_in_menu(page, "Papper")
        expect(page.get_by_role("textbox", name="Skäl")).to_have_value("Skrivet i tunneln.")
