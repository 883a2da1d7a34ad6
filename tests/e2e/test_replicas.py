"""Two servers on one database: each page hears of what the other saves, and one server may stop."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from natverkskollen.store.area import EVERY_ROOM
from natverkskollen.store.database.address import STORE
from natverkskollen.store.shared import Replica
from tests.building.folders import shipped_folder
from tests.building.replicas import replica_in
from tests.database import database
from tests.e2e.conftest import new_page, serve
from tests.e2e.proxy import Cable
from tests.e2e.walking import (
    HUDDINGE,
    field,
    on_file,
    once,
    saved,
    settle,
    visit,
    write_rationale,
)

NEWS = "Någon annan har sparat i utvärderingen sedan sidan visades."
MINE, THEIRS, LATER = "bredd", "relevans-for-utmaningar", "kompetensutbud"


def emptied(data: Path) -> None:
    """The data folder as a new server has it."""
    shutil.rmtree(data)
    data.mkdir()


def test_others_saves_are_told_and_a_server_may_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    monkeypatch.setenv(STORE, address := database().address())
    third = replica_in(tmp_path / "tre", address)
    assert third.write(EVERY_ROOM, lambda folder: shipped_folder(folder).name)
    with (
        serve(tmp_path / "ett", prepare=emptied) as one,
        serve(tmp_path / "tva", prepare=emptied) as other,
    ):
        cable = Cable(one.port)
        here, there = new_page(browser), new_page(browser)
        visit(here, one.at(cable.port), "Bedömning", utvardering=HUDDINGE)
        visit(there, other, "Bedömning", utvardering=HUDDINGE)
        writing = field(there, MINE, "rationale").locator("textarea")
        writing.fill("Jag är mitt i ")
        saved(there)
        settle(there)
        write_rationale(here, THEIRS, "Från den ena servern.")
        saved(here)
        heard(there, THEIRS, "Från den ena servern.")
        expect(here.get_by_text(NEWS)).to_have_count(0)
        writing.press_sequentially("en mening.")
        writing.press("Tab")
        saved(there)
        expect(here.get_by_text(NEWS)).to_be_visible()
        _arrived(third, MINE, "Jag är mitt i en mening.")

        os.kill(one.pid, signal.SIGKILL)
        cable.lead_to(int(other.url.rpartition(":")[2]))
        area = field(here, LATER, "rationale").locator("textarea")
        expect(area).to_be_enabled()
        write_rationale(here, LATER, "När servern hade stannat.")
        _arrived(third, LATER, "När servern hade stannat.")
        _arrived(third, THEIRS, "Från den ena servern.")
        settle(here)
        for each in (here, there):  # or they come to the next server at the same number
            each.context.close()
        cable.close()


def heard(page: Page, criterion: str, words: str) -> None:
    """Wait until the page says that there is news; one that is drawn anew has it."""
    area = field(page, criterion, "rationale").locator("textarea")
    page.wait_for_function(
        """([notice, area, words]) => area.value === words
          || [...document.querySelectorAll("p")].some(
               (each) => each.checkVisibility() && each.textContent.includes(notice))""",
        arg=[NEWS, area.element_handle(), words],
    )


def _arrived(third: Replica, criterion: str, words: str) -> None:
    """Wait until a third server has the words as the rationale."""

    def there() -> str | None:
        assert third.catch_up() is None
        return on_file(third.folder, criterion).rationale

    once(there, lambda found: found == words)
