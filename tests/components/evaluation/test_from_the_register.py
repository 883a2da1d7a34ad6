"""An evaluation that exists takes what the register knows, where nothing is filled in."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from natverkskollen.files.data_folder import VARIABLE
from natverkskollen.store import Change, Saved, read_library, store_at
from natverkskollen.store.plain_data import plain
from tests.building.register import register_folder
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown

TAKE = "Fyll i det som saknas ur registret"


def key(*name: str) -> str:
    return "/".join(("arende", "liten", "medlemskap", *name))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = register_folder(tmp_path / "data")
    store = store_at(folder)
    old = plain(read_library(folder).dossier("liten").evaluation)["memberships"]
    new = tuple({"network": "norr", "since": 2001} for each in old if each["network"] == "norr")
    change = Change(("evaluation", "memberships"), old, new)
    assert isinstance(store.save("liten", None, [change], "anna", "bara norr"), Saved)
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def test_what_is_missing_is_shown_and_taken_and_what_is_filled_in_stands(
    folder: Path, open_page: Opener
) -> None:
    app = open_page("overview", utvardering="liten")
    app.session_state[key("norr", "oppet")] = True
    app = app.run()
    assert "38291,2" in shown(app) and "1996-06-12" in shown(app)
    app = button(app, TAKE).click().run()
    assert not app.exception and TAKE not in [each.label for each in app.button]
    (norr,) = read_library(folder).dossier("liten").evaluation.memberships
    assert str(norr.since) == "2001", "what somebody filled in is theirs"
    assert norr.entered_fee and norr.entered_fee.amount == Decimal("38291.20")
    assert norr.joined_by == "kommunstyrelsens beslut 1996-06-12, dnr KS kka 96/445.829"
    assert norr.seats == ("Ledamot i styrelsen 2023–2026 (förtroendevald)",)
    assert app.text_input(key=key("norr", "paid")).value == "38291,2"


def test_a_network_that_is_added_brings_what_the_register_knows(
    folder: Path, open_page: Opener
) -> None:
    path = folder / "memberships" / "soder.yaml"
    path.write_text(f"{path.read_text('utf-8')}since: 1999\n", "utf-8")
    app = open_page("overview", utvardering="liten")
    app = app.selectbox(key=key("nytt", "network")).set_value("soder").run()
    button(app, "Lägg till nätverket").click().run()
    found = read_library(folder).dossier("liten").evaluation.memberships
    assert [(each.network, str(each.since)) for each in found] == [
        ("norr", "2001"),
        ("soder", "1999"),
    ]


def test_one_that_is_only_considered_takes_nothing(folder: Path, open_page: Opener) -> None:
    path = folder / "memberships" / "soder.yaml"
    path.write_text(f"{path.read_text('utf-8')}since: 1999\n", "utf-8")
    app = open_page("overview", utvardering="liten")
    app = app.selectbox(key=key("nytt", "network")).set_value("soder").run()
    app.checkbox(key=key("nytt", "member")).uncheck().run()
    button(app, "Lägg till nätverket").click().run()
    added = read_library(folder).dossier("liten").evaluation.membership("soder")
    assert not added.member and added.since is None
