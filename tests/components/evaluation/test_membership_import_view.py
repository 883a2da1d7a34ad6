"""A list of memberships on Ärendet: guessed, corrected, shown and saved."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.shell import state
from natverkskollen.store import Saved, read_library, store_at
from natverkskollen.store.contract import Change
from natverkskollen.store.plain_data import plain as plain_data
from tests.components.conftest import Opener, shown
from tests.natverkskollen.editing.test_membership_import import FOREIGN, HUDDINGE, listed


@pytest.fixture
def page(data: Path, open_page: Opener) -> AppTest:
    app = open_page("overview", utvardering=HUDDINGE)
    app.session_state[state.case_key(HUDDINGE, "medlemslista", "oppet")] = True
    return app.run()


def upload(app: AppTest, content: bytes) -> AppTest:
    (field,) = app.file_uploader
    return field.set_value(("lista.xlsx", content, "")).run()


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def save(app: AppTest):
    return next(each for each in app.button if plain(each.label).startswith("Spara ett"))


def pick(app: AppTest, label: str):
    return next(each for each in app.selectbox if plain(each.label).startswith(label))


def column(app: AppTest, field: str):
    return next(each for each in app.selectbox if each.key.endswith(f"/kolumn/0/{field}"))


def evaluation(data: Path):
    library = read_library(data)
    assert library.problems == ()
    return library.dossier(HUDDINGE).evaluation


def test_a_foreign_list_is_shown_and_saved(data: Path, page: AppTest) -> None:
    app = upload(page, listed(FOREIGN))
    assert not app.exception
    told = plain(shown(app))
    assert "Det här ändras" in told and "38 291,2" in told and "en summa och lästes inte" in told
    assert evaluation(data).membership("sekom").entered_fee is None
    button = next(each for each in app.button if plain(each.label).startswith("Spara två"))
    app = button.click().run()
    assert not app.exception
    paid = evaluation(data).membership("sekom").entered_fee
    assert (paid.amount, paid.year) == (Decimal("38291.2"), 2026)
    assert paid.note == "Bladet Blad1 i lista.xlsx"


def test_columns_that_were_guessed_wrong_are_pointed_out(data: Path, page: AppTest) -> None:
    app = upload(page, listed([["A", "B", "C"], ["SEKOM", 5, "Ordförande"]]))
    assert "Peka ut kolumnen med nätverkens namn." in shown(app)
    app = column(app, "network").set_value(0).run()
    app = column(app, "seats").set_value(2).run()
    assert not app.exception
    save(app).click().run()
    assert evaluation(data).membership("sekom").seats == ("Ordförande",)


def test_a_network_that_is_not_there_is_added_only_when_it_is_chosen(
    data: Path, page: AppTest
) -> None:
    app = upload(page, listed([["Nätverk", "Avgift 2026"], ["Gröna tak", 900]]))
    assert not [each for each in app.button if plain(each.label).startswith("Spara ett")]
    app = pick(app, "Rad 2: Gröna tak").set_value("skapa").run()
    assert "nytt nätverk" in shown(app)
    save(app).click().run()
    assert "grona-tak" in read_library(data).networks
    assert evaluation(data).membership("grona-tak").entered_fee.amount == 900


def test_what_somebody_else_changed_meanwhile_is_shown_before_it_is_overwritten(
    data: Path, page: AppTest
) -> None:
    app = upload(page, listed([["Nätverk", "Avgift 2026"], ["SEKOM", 900]]))
    old = plain_data(evaluation(data))["memberships"]
    theirs = tuple({**each, "since": 1990} for each in old)
    change = Change(("evaluation", "memberships"), old, theirs)
    assert isinstance(store_at(data).save(HUDDINGE, None, (change,), "annan", "k"), Saved)
    app = save(app).click().run()
    assert "Någon annan har ändrat medlemskapen" in shown(app)
    assert evaluation(data).membership("sekom").entered_fee is None
    save(app).click().run()
    sekom = evaluation(data).membership("sekom")
    assert (sekom.since, sekom.entered_fee.amount) == (1990, 900)


def test_a_file_that_is_no_list_is_told(page: AppTest) -> None:
    assert "Listan går inte att läsa: filen är en PDF" in shown(upload(page, b"%PDF-1.7"))
