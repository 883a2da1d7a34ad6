"""Scores and memberships by way of a spreadsheet, in a real browser: down, filled in, and up."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.test_accessibility import violations
from tests.e2e.test_shell import english
from tests.e2e.traffic import Traffic
from tests.e2e.walking import HUDDINGE, once, resize, settle, visit, written
from tests.natverkskollen.editing.test_membership_import import FOREIGN, listed
from tests.natverkskollen.editing.test_score_form import filled

USE = "anvandning-i-arbetet"


def look(page: Page, name: str) -> None:
    """Pictures of what is open, where a person asked for them."""
    if folder := os.environ.get("EXCEL_PICTURES"):
        for width in (1280, 820, 390):
            resize(page, width, 2400)
            page.locator("details[open]").last.screenshot(path=f"{folder}/{name}-{width}.png")
        resize(page, 1280, 900)


def test_a_form_is_downloaded_filled_in_and_read_in_again(
    page: Page, served_app: ServedApp, traffic: Traffic, tmp_path: Path
) -> None:
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    page.get_by_text("Fyll i utanför programmet").click()
    settle(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Ladda ner formuläret").click()
    path = tmp_path / "bedomning.xlsx"
    waiting.value.save_as(path)
    words = "Skälet är skrivet i ett kalkylblad."
    cells = {("sekom", USE, "score"): "5", ("sekom", USE, "rationale"): words}
    path.write_bytes(filled(path.read_bytes(), cells))
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_text("Det här ändras")).to_be_visible()
    settle(page)
    assert english(page) == [] and violations(page) == []
    look(page, "formular")
    page.get_by_role("button", name="Spara ett svar").click()
    expect(page.get_by_text("ur formuläret").first).to_be_visible()
    written(served_app.data, USE, score=5, rationale=words)
    assert traffic.console_errors == []


def test_the_list_a_municipality_has_is_pointed_out_and_saved(
    page: Page, served_app: ServedApp, tmp_path: Path
) -> None:
    visit(page, served_app, "Översikt", utvardering=HUDDINGE)
    page.get_by_text("Läs in medlemskapen ur Excel").click()
    settle(page)
    path = tmp_path / "lista.xlsx"
    path.write_bytes(listed(FOREIGN))
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_text("Det här ändras")).to_be_visible()
    settle(page)
    assert english(page) == [] and violations(page) == []
    look(page, "lista")
    page.get_by_role("button", name="Spara två medlemskap").click()
    expect(page.get_by_text("Sparat ").first).to_be_visible()
    saved = served_app.data / "evaluations" / HUDDINGE / "evaluation.yaml"
    once(lambda: saved.read_text("utf-8"), lambda text: "amount: 38291.2" in text)
