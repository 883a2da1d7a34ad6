"""The walk through the whole app as a person takes it, in a real browser."""

import zipfile
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import ServedApp
from tests.e2e.traffic import Traffic
from tests.e2e.walking import (
    HUDDINGE,
    choose_in_menu,
    field,
    saved,
    settle,
    steps,
    visit,
    write_rationale,
    written,
)

USE = "anvandning-i-arbetet"
CLASH = "Ditt svar och svaret i filen skiljer sig åt"
RATIONALE = "Efter utredningen 2026 används SEKOM:s underlag varje vecka (&, <, ”citat”)."


def bar_total(page: Page, network: str) -> float:
    """The length of a network's bar among what the themes add, in percent of its scale."""
    return page.evaluate(
        """(network) => {
          const image = [...document.querySelectorAll("figure")]
            .find((each) => each.textContent.includes("Fokusområden")).querySelector("img");
          const bytes = Uint8Array.from(atob(image.src.split(",")[1]), (c) => c.charCodeAt(0));
          const svg = new DOMParser()
            .parseFromString(new TextDecoder().decode(bytes), "image/svg+xml");
          const bar = [...svg.querySelectorAll(".bar")]
            .find((each) => each.textContent.startsWith(network));
          return [...bar.querySelectorAll("rect.part")]
            .reduce((sum, part) => sum + parseFloat(part.getAttribute("width")), 0);
        }""",
        network,
    )


def memo_text(path: Path) -> str:
    memo = docx.Document(str(path))
    cells = [cell.text for table in memo.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in memo.paragraphs), *cells])


def test_from_a_changed_score_to_the_memo_that_gives_its_reason(
    page: Page, served_app: ServedApp, traffic: Traffic, tmp_path: Path
) -> None:
    """Open → change a score → the chart and the table change → reload: it is still there →
    download the memo → open it and find the score's rationale."""
    visit(page, served_app, "Översikt", utvardering=HUDDINGE)
    choose_in_menu(page, "Resultat")
    chart = page.locator("figure").filter(has_text="Fokusområden")
    expect(chart.locator("figcaption").get_by_text("SEKOM")).to_be_visible()
    assert bar_total(page, "SEKOM") == pytest.approx(56.61, abs=0.05)
    expect(page.get_by_role("heading", name="Sveriges Ekokommuner: avvakta")).to_be_visible()

    choose_in_menu(page, "Bedömning")
    page.get_by_text("Miljöstrategiskt arbete", exact=True).click()
    settle(page)
    choices = steps(page, "Användning i det löpande arbetet", "SEKOM")
    expect(choices.get_by_role("radio").nth(1)).to_be_checked()
    choices.get_by_text("5 – Används löpande och är mycket värdefullt").click()
    saved(page)
    written(served_app.data, USE, score=5)
    write_rationale(page, USE, RATIONALE)
    written(served_app.data, USE, score=5, rationale=RATIONALE)
    settle(page)
    expect(field(page, USE, "rationale").locator("textarea")).to_have_value(RATIONALE)

    # Miljöstrategiskt arbete: (3 × 100 + 50 + 25 + 75) / 6 = 75 instead of 37.5, and so
    # (62.5 + 59.7573 + 75 + 66.6667) / 4 = 65.981: past the cut-off 60.
    choose_in_menu(page, "Resultat")
    for _ in range(2):
        expect(page.get_by_role("heading", name="Sveriges Ekokommuner: fortsätt")).to_be_visible()
        expect(chart.locator("figcaption").get_by_text("SEKOM")).to_be_visible()
        assert bar_total(page, "SEKOM") == pytest.approx(65.98, abs=0.05)
        row = page.get_by_role("row", name="Användning i det löpande arbetet")
        expect(row.get_by_role("cell").nth(1)).to_contain_text("5 – Används löpande")
        total = page.get_by_role("table", name="Poäng av 100 från varje tema").get_by_role("row")
        expect(total.last).to_contain_text("66")
        page.reload()
        settle(page)

    choose_in_menu(page, "Bedömning")
    page.get_by_text("Miljöstrategiskt arbete", exact=True).click()
    settle(page)
    expect(choices.get_by_role("radio").nth(4)).to_be_checked()
    expect(field(page, USE, "rationale").locator("textarea")).to_have_value(RATIONALE)

    choose_in_menu(page, "Papper")
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ner tjänsteskrivelsen").click()
    assert download.value.suggested_filename == "tjansteskrivelse-huddinge-2025.docx"
    download.value.save_as(tmp_path / "memo.docx")
    assert RATIONALE in memo_text(tmp_path / "memo.docx")
    with page.expect_download() as download:
        page.get_by_role("button", name="Alla handlingar").click()
    with zipfile.ZipFile(download.value.path()) as papers:
        name = "bilaga-1-bedomning-huddinge-2025.docx"
        (tmp_path / name).write_bytes(papers.read(name))
    levels = memo_text(tmp_path / name)
    assert RATIONALE in levels and "Sammanvägt" in levels and "66 (" in levels
    assert traffic.outside_requests == []
    assert traffic.console_errors == []


def test_what_is_typed_while_the_step_before_it_is_saved_is_not_lost(
    page: Page, served_app: ServedApp
) -> None:
    """The answer to the first change must not overwrite the field the person has gone on to."""
    visit(page, served_app, "Bedömning", utvardering=HUDDINGE)
    area = field(page, "relevans-for-utmaningar", "rationale").locator("textarea")
    steps(page, "Relevans för kommunens utmaningar", "SEKOM").get_by_text("4 –").click()
    area.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Jag skriver medan steget sparas, utan att vänta.", delay=25)
    page.keyboard.press("Tab")
    words = "Jag skriver medan steget sparas, utan att vänta."
    written(served_app.data, "relevans-for-utmaningar", rationale=words, score=4)
