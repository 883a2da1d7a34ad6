"""A form drawn only for whoever opens it holds what was typed in it, whatever is done meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.store import Change, Saved, read_library, store_at
from tests.components.conftest import Opener, shown, unfolded

ID = "huddinge-2025"
CASE = f"arende/{ID}"
UNSAVED = "Det du har skrivit är inte sparat än."
# Each kind of form on Papper: what it is kept by, and a field in it with what is put there.
FORMS = {
    "proposal": (f"{CASE}/beslut/sekom", "skal", "text_area", "Ett eget skäl."),
    "outcome": (f"{CASE}/beslut/sekom", "utfall", "selectbox", "leave"),
    "point": (f"{CASE}/beslut/punkt-0", "answer", "selectbox", "noteras"),
    "new point": (f"{CASE}/beslut/ny", "utfall", "selectbox", "motion"),
    "children": (f"{CASE}/barn", "skal", "text_area", "Ett eget skäl."),
    "whether children": (f"{CASE}/barn", "svar", "radio", "ja"),
    "section": (f"{CASE}/avsnitt/ovriga", "text", "text_area", "Min juridik."),
    "appendix": (f"{CASE}/bilaga-1", "chart", "checkbox", False),
}


def paper(form: str) -> dict[str, str]:
    return {"handling": "bilaga-1"} if form == "appendix" else {}


def field(app: AppTest, form: str):
    own, name, kind, _ = FORMS[form]
    return getattr(app, kind)(key=f"{own}/{name}")


def fold(app: AppTest, form: str, opened: bool = False) -> AppTest:
    app.session_state[f"{FORMS[form][0]}/oppen"] = opened
    app.run()
    assert not app.exception
    return app


def drawn(app: AppTest) -> set[str]:
    kinds = ("text_area", "text_input", "selectbox", "radio", "checkbox", "button")
    return {str(each.key) for kind in kinds for each in app.get(kind)}


@pytest.fixture
def opened(data: Path, open_page: Opener) -> Callable[[str], AppTest]:
    """Papper with one form open."""
    return lambda form: fold(open_page("papers", utvardering=ID, **paper(form)), form, opened=True)


@pytest.mark.parametrize("handling", ["tjansteskrivelse", "bilaga-1"])
def test_no_form_is_drawn_before_somebody_opens_it(
    handling: str, data: Path, open_page: Opener
) -> None:
    app = open_page("papers", utvardering=ID, handling=handling)
    assert [key for key in drawn(app) if key.startswith(CASE)] == []
    assert "De längsta meningarna" not in shown(app)
    assert [key for key in drawn(unfolded(app)) if key.startswith(CASE)]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_typed_is_there_when_the_form_is_opened_again(form: str, opened) -> None:
    app, words = opened(form), FORMS[form][-1]
    field(app, form).set_value(words).run()
    fold(app, form)
    assert field(fold(app, form, opened=True), form).value == words


@pytest.mark.parametrize("form", FORMS)
def test_what_is_typed_and_folded_in_the_same_moment_is_there(form: str, opened) -> None:
    """A hand on a slow line: the server hears of both at once."""
    app, words = opened(form), FORMS[form][-1]
    field(app, form).set_value(words)
    fold(app, form)
    assert field(fold(app, form, opened=True), form).value == words


@pytest.mark.parametrize("form", FORMS)
def test_a_form_with_something_unsaved_stands_open_on_return(form: str, opened) -> None:
    app, words = opened(form), FORMS[form][-1]
    field(app, form).set_value(words).run()
    app.switch_page("overview.py").run()
    app.query_params.update(paper(form))
    app.switch_page("papers.py").run()
    assert field(app, form).value == words
    others = {own for own, *_ in FORMS.values()} - {FORMS[form][0]}
    assert not [key for key in drawn(app) if key.startswith(tuple(f"{own}/" for own in others))]
    assert not [key for key in drawn(fold(app, form)) if key.startswith(FORMS[form][0])]


def colleague_rewrites(data: Path) -> None:
    new = {"text": "Kollegans juridik.", "of": "0" * 64}
    change = Change(("evaluation", "memo_texts", "ovriga"), None, new)
    assert isinstance(store_at(data).save(ID, None, (change,), "kollegan", "k"), Saved)


def law(data: Path) -> str:
    return read_library(data).dossiers[ID].evaluation.memo_texts["ovriga"].text


def test_what_was_typed_before_it_was_folded_is_saved_on_what_the_person_saw(
    data: Path, opened
) -> None:
    app = opened("section")
    field(app, "section").set_value("Min juridik.").run()
    fold(app, "section")
    colleague_rewrites(data)
    fold(app, "section", opened=True)
    assert field(app, "section").value == "Min juridik." and UNSAVED in shown(app)
    app.button(key=f"{CASE}/avsnitt/ovriga/spara").click().run()
    assert "Din text och den sparade texten skiljer sig åt" in shown(app)
    assert law(data) == "Kollegans juridik."


def test_a_folded_form_that_nobody_has_touched_follows_the_file(data: Path, opened) -> None:
    app = fold(opened("section"), "section")
    colleague_rewrites(data)
    fold(app, "section", opened=True)
    assert field(app, "section").value == "Kollegans juridik." and UNSAVED not in shown(app)


def test_a_clash_stands_open_on_return(data: Path, opened) -> None:
    app = opened("section")
    field(app, "section").set_value("Min juridik.").run()
    colleague_rewrites(data)
    app.button(key=f"{CASE}/avsnitt/ovriga/spara").click().run()
    # Also where nothing was typed: two who put another text back in the same moment.
    del app.session_state[f"{CASE}/avsnitt/ovriga/osparat"]
    app.switch_page("overview.py").run()
    app.switch_page("papers.py").run()
    assert "Din text och den sparade texten skiljer sig åt" in shown(app)
    app.button(key=f"{CASE}/avsnitt/ovriga/mitt").click().run()
    assert law(data) == "Min juridik."
    assert field(app, "section").value == "Min juridik.", "open also when the choice is made"


def test_what_is_saved_leaves_its_form_open_and_the_next_return_finds_it_folded(
    data: Path, opened
) -> None:
    for form in ("new point", "section"):
        app = opened(form)
        field(app, form).set_value("receive" if form == "new point" else FORMS[form][-1])
        app.button(key=f"{FORMS[form][0]}/spara").click().run()
        assert field(app, form).value == ("" if form == "new point" else FORMS[form][-1])
        app.switch_page("overview.py").run()
        app.switch_page("papers.py").run()
        assert not [key for key in drawn(app) if key.startswith(CASE)]


def test_the_length_stands_open_when_its_number_changes(data: Path, opened) -> None:
    app = opened("section")
    app.session_state[f"{CASE}/lasbarhet"] = True
    (before,) = (each.label for each in app.run().expander if each.label.startswith("Längd"))
    field(app, "section").set_value("Min juridik.").run()
    app.button(key=f"{CASE}/avsnitt/ovriga/spara").click().run()
    (after,) = (each.label for each in app.expander if each.label.startswith("Längd"))
    assert before != after
    assert "De längsta meningarna" in shown(app)
