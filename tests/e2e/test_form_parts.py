"""Forms drawn only for whoever opens them: what is written in one outlives a restart and a fold."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from natverkskollen.store import Change, Saved, read_library, store_at
from tests.e2e.conftest import ServedApp, serve
from tests.e2e.walking import HUDDINGE, once, settle, visit
from tests.thorough import FULL

LAW, PROPOSAL = "Ändra texten i ”Övriga konsekvenser”", "Förslag för SEKOM"
LENGTH = "Längd och läsbarhet"
CLASH = "Din text och den sparade texten skiljer sig åt"
UNSAVED = "Det du har skrivit är inte sparat än."
SLOWER = 6


def part(page: Page, label: str) -> Locator:
    """A part of the page that is drawn for whoever opens it."""
    return page.get_by_test_id("stExpander").filter(has=page.locator("summary", has_text=label))


def turn(page: Page, label: str) -> Locator:
    """Open the part, or close it."""
    found = part(page, label)
    found.locator("summary").click()
    settle(page)
    return found


def write(field: Locator, words: str) -> None:
    field.click()
    field.press("ControlOrMeta+A")
    field.press_sequentially(words)


def law(data: Path) -> str | None:
    kept = read_library(data).dossiers[HUDDINGE].evaluation.memo_texts.get("ovriga")
    return kept.text if kept else None


def port(app: ServedApp) -> int:
    return int(app.url.rsplit(":", 1)[1])


def test_what_is_written_in_an_open_form_is_there_after_a_restart(
    page: Page, tmp_path: Path
) -> None:
    """And what a colleague has saved in the meantime is not overwritten by it."""
    with serve(tmp_path) as before:
        visit(page, before, "Papper", utvardering=HUDDINGE)
        turn(page, LENGTH)
        reason = turn(page, PROPOSAL).get_by_role("textbox", name="Skäl")
        write(reason, "Ett halvt skäl")
        text = turn(page, LAW).get_by_role("textbox")
        write(text, "Min juridik.")
        settle(page)
    new = {"text": "Kollegans juridik.", "of": "0" * 64}
    change = Change(("evaluation", "memo_texts", "ovriga"), None, new)
    assert isinstance(store_at(before.data).save(HUDDINGE, None, (change,), "kollegan", "k"), Saved)
    with serve(tmp_path, port(before)):
        expect(page.get_by_text("Kollegans juridik.").first).to_be_visible()  # drawn anew
        settle(page)
        expect(reason).to_have_value("Ett halvt skäl")
        expect(text).to_have_value("Min juridik.")
        page.get_by_role("button", name="Spara texten").click()
        expect(page.get_by_text(CLASH)).to_be_visible()
        settle(page)
    with serve(tmp_path, port(before)):  # nobody has chosen, and my text is still there
        expect(page.get_by_text(CLASH)).to_have_count(0)
        expect(text).to_have_value("Min juridik.")
        expect(page.get_by_text(UNSAVED)).to_be_visible()
        page.get_by_role("button", name="Spara texten").click()
        expect(page.get_by_text(CLASH)).to_be_visible()
        assert law(before.data) == "Kollegans juridik."
        page.get_by_role("button", name="Spara min text").click()
        once(lambda: law(before.data), lambda found: found == "Min juridik.")
        expect(part(page, LAW).get_by_role("textbox")).to_have_value("Min juridik.")
        expect(reason).to_have_value("Ett halvt skäl")


def test_a_form_that_is_folded_right_after_the_last_key_keeps_every_letter(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Papper", utvardering=HUDDINGE)
    opened = turn(page, LAW)
    cdp = page.context.new_cdp_session(page)
    for number in range(3 if FULL else 1):
        words = f"Text {number} som fälls ihop."
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        write(opened.get_by_role("textbox"), words)
        opened.locator("summary").click()
        expect(opened.get_by_role("textbox")).to_have_count(0)
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        settle(page)
        turn(page, LAW)
        expect(opened.get_by_role("textbox")).to_have_value(words)
        expect(opened.get_by_text("inte sparat än")).to_be_visible()


def test_a_form_is_opened_and_folded_by_keys_and_keeps_the_focus(
    page: Page, read_only_app: ServedApp
) -> None:
    visit(page, read_only_app, "Papper", utvardering=HUDDINGE)
    found = part(page, LAW)
    found.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(found.get_by_role("textbox")).to_be_visible()
    settle(page)
    page.keyboard.press("Tab")
    expect(found.get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(found.get_by_role("textbox")).to_have_count(0)
    expect(found.locator("summary")).to_be_focused()
