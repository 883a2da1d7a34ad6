"""A line in a membership's log at the pace of a hand on a phone, and picked as evidence after."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Page, expect

from natverkskollen.model.answer import Answer
from natverkskollen.model.register import LogEntry
from natverkskollen.store import read_library
from tests.e2e.conftest import ServedApp
from tests.e2e.walking import on_file, once, settle, visit

HAND, KEY = 400, 60  # milliseconds for a thumb to find a button, and for a key on a small screen
SECONDS = 20
WORDS = "Träff om nyckeltal med tre kommuner."
USE = "anvandning-i-arbetet"


def logged(data: Path) -> list[LogEntry]:
    """SEKOM's log once a line has reached the disk."""
    return once(lambda: list(read_library(data).memberships["huddinge-sekom"].log.values()), bool)


def is_evidence(answer: Answer) -> bool:
    """Whether an answer rests on the line."""
    return any(each.claim and WORDS.rstrip(".") in each.claim for each in answer.evidence)


def test_a_line_is_logged_in_twenty_seconds_on_a_phone_and_is_evidence_in_four_clicks(
    page: Page, served_app: ServedApp
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, served_app, "Medlemskap", utvardering="huddinge-2025", medlemskap="huddinge-sekom")
    started = time.monotonic()
    for label, words in (("Vad gav det?", WORDS), ("Vem", "Miljöstrateg")):
        field = page.get_by_role("textbox", name=label, exact=True)
        page.wait_for_timeout(HAND)
        field.click()
        field.press_sequentially(words, delay=KEY)
    page.wait_for_timeout(HAND)
    page.get_by_role("button", name="Spara i loggen").click()
    expect(page.get_by_role("cell", name=WORDS)).to_be_visible()
    spent = time.monotonic() - started
    (line,) = logged(served_app.data)
    assert (line.text, line.by, line.what) == (WORDS, "Miljöstrateg", "möte")
    assert spent <= SECONDS, spent
    visit(page, served_app, "Bedömning", utvardering="huddinge-2025", tema="strategisk-nytta")
    row = page.locator(f".st-key-svar-huddinge-2025-forvaltningen-sekom-{USE}-belagg")
    row.locator("summary").click()
    settle(page)
    page.get_by_role("radio", name=WORDS).locator("xpath=ancestor::label").click()
    settle(page)
    page.get_by_role("button", name="Lägg till raden ur loggen").click()
    before = read_library(served_app.data)
    assert before.problems == ()
    expect(page.get_by_text("medlemskapets logg, miljöstrateg").first).to_be_visible()
    once(lambda: on_file(served_app.data, USE), is_evidence)
