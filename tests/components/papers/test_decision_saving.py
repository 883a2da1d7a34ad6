"""A proposal is saved in its click: the page is drawn once, from what was saved."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from components.papers import decision_saving
from components.shell import run
from natverkskollen.store import Failed, read_library
from tests.building.many import many_networks_folder
from tests.components.conftest import Opener, shown

KEY = "arende/huddinge-2025/beslut"
MOTIVE, SAVE, OUTCOME = f"{KEY}/sekom/skal", f"{KEY}/sekom/spara", f"{KEY}/sekom/utfall"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One for each time that a page is drawn."""
    found: list[None] = []
    begin = run.begin
    monkeypatch.setattr(run, "begin", lambda: (found.append(None), begin()))
    return found


def decisions(data):
    return read_library(data).dossiers["huddinge-2025"].evaluation.decisions


def settling(data):
    return next(each for each in decisions(data) if each.network == "sekom")


def test_a_saved_proposal_draws_the_page_once(
    data, open_memo: Callable[..., AppTest], drawn: list[None]
) -> None:
    app = open_memo()
    drawn.clear()
    app.text_area(key=MOTIVE).set_value("Nätverket används i energiplanen.")
    app.button(key=SAVE).click().run()
    assert len(drawn) == 1
    assert settling(data).motive == "Nätverket används i energiplanen."
    page = shown(app)
    assert "Sparat" in page and "Nätverket används i energiplanen." in page
    assert app.text_area(key=MOTIVE).value == "Nätverket används i energiplanen."


def test_pasted_breaks_are_saved_as_the_page_would_save_them(data, open_memo) -> None:
    app = open_memo()
    app.text_area(key=MOTIVE).set_value("Första raden.\x0bAndra\x07 raden.")
    app.text_input(key=f"{KEY}/sekom/organ").set_value("Klimat- och\u2028stadsmiljönämnden")
    app.button(key=SAVE).click().run()
    found = settling(data)
    assert found.motive == "Första raden.\nAndra raden."
    assert found.body == "Klimat- och stadsmiljönämnden"


def test_a_click_that_also_ends_the_membership_saves_nothing_unseen(data, open_memo) -> None:
    """What can be proposed has not been drawn anew, and what was chosen is no longer among it."""
    before = decisions(data)
    app = open_memo()
    app.selectbox(key=OUTCOME).set_value("continue").run()
    app.checkbox(key=f"{KEY}/sekom/medlem").uncheck()
    app.button(key=SAVE).click().run()
    assert not app.exception
    assert decisions(data) == before
    assert read_library(data).dossiers["huddinge-2025"].evaluation.is_member("sekom")
    assert "blev det andra förslag att välja mellan" in shown(app)


def test_what_cannot_be_read_is_told_and_stays_in_the_field(data, open_memo) -> None:
    before = decisions(data)
    app = open_memo()
    app.text_input(key=f"{KEY}/sekom/organ").set_value("")
    app.text_area(key=MOTIVE).set_value("Kvar i fältet.")
    app.button(key=SAVE).click().run()
    assert decisions(data) == before
    assert "Ange vem som beslutar" in shown(app)
    assert app.text_area(key=MOTIVE).value == "Kvar i fältet."


def test_a_save_that_fails_is_tried_once_and_told(data, open_memo, monkeypatch) -> None:
    tried: list[object] = []

    def full(*asked):
        tried.append(asked)
        return Failed("disken är full", "Töm disken och försök igen")

    app = open_memo()
    monkeypatch.setattr(decision_saving, "save_changes", full)
    app.text_area(key=MOTIVE).set_value("Kvar i fältet.")
    app.button(key=SAVE).click().run()
    assert len(tried) == 1
    assert "Inte sparat: disken är full. Töm disken och försök igen." in shown(app)
    assert app.text_area(key=MOTIVE).value == "Kvar i fältet."


def test_a_new_point_is_saved_and_its_form_is_empty_again(data, open_memo) -> None:
    before = [each.outcome for each in decisions(data)]
    app = open_memo()
    app.selectbox(key=f"{KEY}/ny/utfall").set_value("receive").run()
    app.button(key=f"{KEY}/ny/spara").click().run()
    assert not app.exception
    assert [each.outcome for each in decisions(data)] == ["receive", *before]
    assert app.selectbox(key=f"{KEY}/ny/utfall").value == ""


def test_sixty_networks_are_proposed_about_in_groups(data, open_page: Opener) -> None:
    case = many_networks_folder(data, 60)
    app = open_page("papers", utvardering=case)
    cards = [each for each in app.get("html") if '<section class="nk-verdict"' in each.value]
    assert 5 <= len(cards) <= 7
