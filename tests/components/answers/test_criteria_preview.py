"""On Kriterier a file is seen as the form it becomes, or with its mistakes, before it is used."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from natverkskollen.store import read_library
from tests.components.answers.given import answer_texts
from tests.components.choosing import Choice
from tests.components.conftest import Opener, shown


def page(open_page: Opener) -> AppTest:
    return open_page("criteria", utvardering="huddinge-2025", kriterier="fil")


def test_a_changed_file_is_shown_as_its_form_and_nothing_is_saved(
    data: Path, open_page: Opener
) -> None:
    before = read_library(data).criteria
    text = (data / "criteria" / "natverksmedlemskap.yaml").read_text("utf-8")
    changed = text.replace("Användning i det löpande arbetet", "Användning <b>varje</b> dag")
    app = page(open_page)
    app.file_uploader[0].upload("natverksmedlemskap (1).yaml", changed.encode()).run()
    assert not app.exception
    assert "lägg den i mappen criteria med namnet natverksmedlemskap.yaml" in app.success[0].value
    theme = app.selectbox(key="kriteriefil/tema")
    theme.set_value(theme.options[1]).run()
    fields = answer_texts(app)
    assert fields and not app.exception
    assert all(each.key.startswith("kriteriefil/prov/") for each in fields)
    assert 'class="nk-levels' not in "".join(each.value for each in app.get("html")), "said twice"
    fields[0].set_value("Bara på prov.").run()
    assert answer_texts(app)[0].value == ""
    assert not app.exception
    assert read_library(data).criteria == before
    assert (data / "criteria" / "natverksmedlemskap.yaml").read_text("utf-8") == text


def test_a_file_with_mistakes_shows_them_beside_their_lines(data: Path, open_page: Opener) -> None:
    (data / "criteria" / "ny.yaml").write_text("schema: 1\nid: ny\ntitel: Fel\n", "utf-8")
    app = page(open_page)
    app.selectbox(key="kriteriefil/fil").set_value("ny.yaml").run()
    said = shown(app)
    assert "Filen används inte förrän de är rättade." in said
    assert "Rad\xa03" in said and "titel: Fel" in said


def test_the_preview_is_there_also_when_no_evaluation_can_be_opened(
    data: Path, open_page: Opener
) -> None:
    for path in (data / "evaluations").glob("*/evaluation.yaml"):
        path.write_text("schema: 1\n", "utf-8")
    app = page(open_page)
    assert (
        not app.exception and "Förhandsgranska en fil" in Choice(app, "kriterier").options.values()
    )
    assert app.selectbox(key="kriteriefil/fil").options
