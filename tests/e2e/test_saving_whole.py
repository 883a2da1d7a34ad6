"""What comes while a save is under way does not break it off half done.

Streamlit otherwise runs the two beside each other and ends the first: a save has then been made
that nobody remembers, and the next one clashes with it (docs/beslut/0035).
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from natverkskollen.store import lock
from tests.e2e.conftest import ServedApp
from tests.e2e.test_form_parts import LAW, law, turn, write
from tests.e2e.visitor import done, drawn_answers, visiting
from tests.e2e.walking import HUDDINGE, field, once, settle, visit, written

QUESTION = "relevans-for-utmaningar"
CLASH = "Ditt svar och svaret i filen skiljer sig åt"


def test_what_is_typed_while_a_save_is_waited_for_does_not_clash_with_it(
    page: Page, served_app: ServedApp
) -> None:
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    area = field(page, QUESTION, "rationale").locator("textarea")
    area.click()
    area.press("ControlOrMeta+A")
    with lock.held(served_app.data / "evaluations", HUDDINGE, "ett test"):
        for words in ("Det första", " och det andra"):
            before = page.evaluate("nkAsked()")
            area.press_sequentially(words)
            area.press("ControlOrMeta+Enter")
            page.wait_for_function("(before) => nkAsked() > before", arg=before)
    written(served_app.data, QUESTION, rationale="Det första och det andra")
    settle(page)
    expect(page.get_by_text(CLASH)).to_have_count(0)


# What a click has to send is sent when the browser has drawn what it does.
_ASKED_SOON = """() => new Promise((told) => requestAnimationFrame(
  () => requestAnimationFrame(() => setTimeout(() => told(nkAsked())))))"""


@contextmanager
def stopped(app: ServedApp) -> Iterator[None]:
    """The server is so busy that it reads nothing meanwhile."""
    os.kill(app.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(app.pid, signal.SIGCONT)


def about_to_save(page: Page, app: ServedApp) -> Locator:
    """The button below a text of the memo, on the page Papper, that has been received."""
    visit(page, app, "Papper", utvardering=HUDDINGE)
    text = turn(page, LAW).get_by_role("textbox")
    before = page.evaluate("nkAsked()")
    text.fill("Min juridik.")
    page.wait_for_function("(before) => nkAsked() > before", arg=before)
    settle(page)
    return page.get_by_role("button", name="Spara texten")


def test_a_link_right_after_save_takes_nothing_from_it(page: Page, served_app: ServedApp) -> None:
    save = about_to_save(page, served_app)
    with stopped(served_app):
        before = page.evaluate("nkAsked()")
        save.click()
        page.wait_for_function("(before) => nkAsked() > before", arg=before)
        page.get_by_role("navigation").get_by_role("link", name="Historik").click()
        assert page.evaluate(_ASKED_SOON) == before + 1, "the link takes the place of the button"
    once(lambda: law(served_app.data), lambda text: text == "Min juridik.")
    expect(page.locator("h1").first).to_have_text("Historik")


def test_what_is_written_right_after_save_takes_nothing_from_it(
    page: Page, served_app: ServedApp
) -> None:
    """Nor does the save take what is written: both come to a server that was busy."""
    save = about_to_save(page, served_app)
    other = turn(page, "Förslag för SEKOM").get_by_role("textbox", name="Skäl")
    settle(page)
    with stopped(served_app):
        before = page.evaluate("nkAsked()")
        save.click()
        write(other, "Ett skäl")
        page.wait_for_function("(before) => nkAsked() > before + 1", arg=before)
    once(lambda: law(served_app.data), lambda text: text == "Min juridik.")
    settle(page)
    expect(other).to_have_value("Ett skäl")


def test_a_link_that_is_pressed_while_a_save_is_waited_for_is_followed(
    page: Page, served_app: ServedApp
) -> None:
    save = about_to_save(page, served_app)
    with lock.held(served_app.data / "evaluations", HUDDINGE, "ett test"):
        save.click()
        page.get_by_role("navigation").get_by_role("link", name="Historik").click()
    expect(page.locator("h1").first).to_have_text("Historik")
    assert law(served_app.data) == "Min juridik."


def test_a_line_that_is_lost_and_back_during_a_save_takes_nothing_of_what_came_with_it(
    served_app: ServedApp,
) -> None:
    """Two texts in one message: the second is read when the first has been saved."""
    asked = f"utvardering={HUDDINGE}"

    async def lose_the_line() -> None:
        async with visiting(served_app.url) as page:
            await page.redrawn_in("bedomning", asked)
            answers = drawn_answers(page.heard)
            both = {}
            for question in (QUESTION, "bredd"):
                (key,) = (each for each in answers if f"sekom/{question}" in each)
                both |= answers[key].written(rationale=f"Om {question}.")
            with lock.held(served_app.data / "evaluations", HUDDINGE, "ett test"):
                await page.ask("bedomning", asked, both)
                await page.begun()
                await page.hang_up()
                async with visiting(served_app.url, page.session) as again:
                    await again.ask("bedomning", asked, both)
                    await again.received()

    done(lose_the_line())
    for question in (QUESTION, "bredd"):
        written(served_app.data, question, rationale=f"Om {question}.")
