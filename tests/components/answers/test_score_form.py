"""The form on Bedömning: out, filled in, and in again, with what it changes told first."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.shell import state
from natverkskollen.files.workbook import read_workbook
from natverkskollen.model.answer import Answer
from natverkskollen.store import save_answer, saved_answer
from tests.components.conftest import Opener, shown
from tests.natverkskollen.editing.test_score_form import filled, form

ID, WHERE = "huddinge-2025", ("sekom", "relevans-for-utmaningar")


@pytest.fixture
def page(data: Path, open_page: Opener) -> AppTest:
    app = open_page("scoring", utvardering=ID, bedomare="forvaltningen", tema="fokus")
    app.session_state[state.case_key(ID, "formular", "oppet")] = True
    return app.run()


def upload(app: AppTest, content: bytes) -> AppTest:
    (field,) = app.file_uploader
    return field.set_value(("bedomning.xlsx", content, "")).run()


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def button(app: AppTest, beginning: str):
    return next(each for each in app.button if plain(each.label).startswith(beginning))


def on_file(data: Path) -> Answer:
    found = saved_answer(data, ID, "forvaltningen", *WHERE)
    assert isinstance(found, Answer)
    return found


def test_a_form_is_shown_before_it_is_saved_and_saved_when_asked(data: Path, page: AppTest) -> None:
    before = on_file(data)
    content = filled(form(data, ID), {(*WHERE, "score"): "5", (*WHERE, "rationale"): "*Ny* <b>"})
    app = upload(page, content)
    assert not app.exception and on_file(data) == before
    assert "Det här ändras" in shown(app) and "25 svar är som förut" in plain(shown(app))
    assert "*Ny*" in shown(app)
    app = button(app, "Spara ett svar").click().run()
    assert "ur formuläret" in plain(shown(app))
    assert (on_file(data).score, on_file(data).rationale) == (5, "*Ny* <b>")
    assert on_file(data).evidence == before.evidence


def test_both_answers_are_shown_where_somebody_else_has_changed_it_too(
    data: Path, page: AppTest
) -> None:
    content = filled(form(data, ID), {(*WHERE, "score"): "5"})
    theirs = on_file(data).model_copy(update={"score": Decimal(1), "rationale": "Kollegans skäl."})
    save_answer(data, ID, "forvaltningen", *WHERE, on_file(data), theirs)
    app = upload(page, content)
    assert "Några svar har ändrats av någon annan" in shown(app) and "Kollegans skäl." in shown(app)
    assert not [each for each in app.button if plain(each.label).startswith("Spara ett")]
    radio = next(each for each in app.radio if "Spara svaret i formuläret" in each.options)
    app = radio.set_value("Spara svaret i formuläret").run()
    again = theirs.model_copy(update={"score": Decimal(2)})
    save_answer(data, ID, "forvaltningen", *WHERE, theirs, again)
    app = app.run()
    assert on_file(data) == again, (
        "a choice against an answer that is no longer there holds nothing"
    )
    radio = next(each for each in app.radio if "Spara svaret i formuläret" in each.options)
    assert radio.value == "Behåll svaret i filen"
    app = radio.set_value("Spara svaret i formuläret").run()
    button(app, "Spara ett svar").click().run()
    assert on_file(data).score == 5


def test_what_is_no_form_is_told_in_swedish(page: AppTest) -> None:
    app = upload(page, b"namn;avgift\n")
    assert not app.exception
    assert "Formuläret går inte att läsa: filen är en textfil (.csv)" in shown(app)


def test_who_scores_hidden_gets_no_form_with_others_answers(data: Path, open_page: Opener) -> None:
    example = "exempel-vastra-gotaland"
    path = data / "evaluations" / example / "evaluation.yaml"
    text = path.read_text("utf-8").replace("status: draft", "status: draft\nblind: true", 1)
    assert "blind: true" in text
    path.write_text(text, "utf-8")
    app = open_page("scoring", utvardering=example, bedomare="ekonom", tema="kostnad")
    app.session_state[state.case_key(example, "formular", "oppet")] = True
    app = app.run()
    assert not app.exception
    choice = next(each for each in app.selectbox if each.label == "Vems formulär")
    assert "Alla i en fil, med var sitt blad" not in choice.options
    assert "får var och en en egen fil" in shown(app)


def test_the_form_holds_one_sheet_for_each_assessor_and_the_lists(data: Path) -> None:
    sheets = read_workbook(form(data, "exempel-vastra-gotaland"))
    names = [sheet.name for sheet in sheets if not sheet.hidden]
    assert len(names) > 1 and sheets[-1].hidden
