"""What comes while a save is under way does not break it off half done.

Streamlit otherwise runs the two beside each other and ends the first: a save has then been made
that nobody remembers, and the next one clashes with it (docs/beslut/0035).
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from natverkskollen.store import lock
from tests.e2e.conftest import ServedApp
from tests.e2e.walking import HUDDINGE, field, settle, visit, written

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
