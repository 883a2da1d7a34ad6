"""The one memory of what a person was shown: its rules by themselves, and in every form."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from natverkskollen.store import Change, Saved, store_at
from tests.components.answers.given import answer_texts
from tests.components.conftest import Opener, shown, unfolded

ID = "huddinge-2025"


def script() -> None:
    """Two fields and a button, against a file that the test changes beside the page."""
    import streamlit as st

    from components.seen.memory import Shown, Sight

    file = st.session_state["fil"]
    if st.session_state.get("borta"):
        return
    drawn = Shown(
        lambda name: f"prov/{name}", Sight(dict(file), dict(file)), "las" in st.session_state
    )
    typed = {
        name: st.text_input(
            name, drawn.first(name), key=f"prov/{name}", disabled="las" in st.session_state
        )
        for name in file
    }
    drawn.drawn(typed)
    if st.button("Spara"):
        if drawn.changed:
            drawn.told()
            st.error(f"Nu står det {file['ett']}.")
        else:
            file.update({name: text.strip() for name, text in typed.items()})
            drawn.follow()
            st.rerun()
    st.text(f"rörd: {drawn.touched}")


@pytest.fixture
def app() -> AppTest:
    made = AppTest.from_function(script, default_timeout=60)
    made.session_state["fil"] = {"ett": "A", "två": "B"}
    return made.run()


def field(app: AppTest, name: str = "ett"):
    return app.text_input(key=f"prov/{name}")


def save(app: AppTest) -> AppTest:
    return app.button[0].click().run()


def test_a_field_that_nobody_has_touched_follows_the_file(app: AppTest) -> None:
    app.session_state["fil"] = {"ett": "A2", "två": "B"}
    assert field(app.run()).value == "A2"
    field(app).set_value("Mitt").run()
    save(app)
    assert app.session_state["fil"]["ett"] == "Mitt" and not app.error


def test_a_touched_form_stays_and_is_told_once(app: AppTest) -> None:
    field(app).set_value("Mitt").run()
    assert app.text[0].value == "rörd: True"
    app.session_state["fil"] = {"ett": "Kollegans", "två": "B"}
    save(app)
    assert app.error[0].value == "Nu står det Kollegans."
    assert (field(app).value, app.session_state["fil"]["ett"]) == ("Mitt", "Kollegans")
    save(app)
    assert app.session_state["fil"]["ett"] == "Mitt"


def test_what_is_saved_is_shown_as_the_file_has_it(app: AppTest) -> None:
    field(app).set_value("  Mitt  ").run()
    save(app)
    assert field(app).value == "Mitt" and app.text[0].value == "rörd: False"


def test_what_is_typed_is_there_after_another_page_and_still_compared(app: AppTest) -> None:
    field(app).set_value("Mitt").run()
    app.session_state["borta"] = True
    app.run()
    app.session_state["borta"] = False
    app.session_state["fil"] = {"ett": "Kollegans", "två": "B2"}
    app.run()
    assert (field(app).value, field(app, "två").value) == ("Mitt", "B")
    save(app)
    assert app.error and app.session_state["fil"]["ett"] == "Kollegans"


def test_a_new_session_leaves_the_fields_to_the_browser_and_trusts_nothing(app: AppTest) -> None:
    del app.session_state["prov/sedd"]
    field(app).set_value("Gammalt i fliken").run()
    assert field(app).value == "Gammalt i fliken"
    save(app)
    assert app.error and app.session_state["fil"]["ett"] == "A"
    save(app)
    assert app.session_state["fil"]["ett"] == "Gammalt i fliken"


def test_a_new_session_with_what_the_file_says_knows_what_it_shows(app: AppTest) -> None:
    del app.session_state["prov/sedd"]
    app.run()
    app.session_state["fil"] = {"ett": "A2", "två": "B"}
    assert field(app.run()).value == "A2"


def test_a_locked_form_shows_the_file_whatever_was_in_it(app: AppTest) -> None:
    app.session_state["las"] = True
    app.session_state["fil"] = {"ett": "Låst", "två": "B"}
    assert field(app.run()).value == "Låst"


def test_a_form_locked_while_somebody_writes_keeps_the_text(app: AppTest) -> None:
    field(app).set_value("Mitt").run()
    app.session_state["las"] = True
    assert field(app.run()).value == "Mitt"


# --- in every form ------------------------------------------------------------------------------

CASE = f"arende/{ID}"
FORMS = {
    "decision": ("papers", {}, f"{CASE}/beslut/sekom/skal"),
    "children": ("papers", {}, f"{CASE}/barn/skal"),
    "section": ("papers", {}, f"{CASE}/avsnitt/ovriga/text"),
    "case": ("overview", {}, f"{CASE}/falt/body"),
    "next day": ("closing", {}, f"{CASE}/falt/next_evaluation"),
    "weights": ("outcome", {"vikter": "lika"}, "val:varfor"),
    "reply": (
        "networks",
        {"del": "faktagranskning", "natverksfil": "sekom"},
        f"{CASE}/svar/sekom/text",
    ),
    "finding": ("networks", {"del": "fynd"}, f"{CASE}/fynd/"),
}


def found(app: AppTest, key: str):
    fields = [each for kind in ("text_area", "text_input") for each in app.get(kind)]
    return next(each for each in fields if each.key and each.key.startswith(key))


@pytest.mark.parametrize("form", FORMS)
def test_what_is_typed_in_any_form_is_there_after_another_page(
    form: str, data: Path, open_page: Opener
) -> None:
    page, address, key = FORMS[form]
    app = unfolded(open_page(page, utvardering=ID, **address))
    found(app, key).set_value("Halvfärdigt.").run()
    app.switch_page("history.py").run()
    app.switch_page(f"{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert found(app, key).value == "Halvfärdigt."


def colleague_saves(data: Path, path: tuple[str, ...], new: object) -> None:
    def change(now):
        old = now["evaluation"]
        for step in path:
            old = (old or {}).get(step)
        return (Change(("evaluation", *path), old, new),)

    assert isinstance(store_at(data).save(ID, None, change, "kollegan", "k"), Saved)


@pytest.mark.parametrize(
    ("form", "path", "new", "value"),
    [
        (
            "children",
            ("case", "children"),
            {"affected": "nej", "reason": "Nytt skäl."},
            "Nytt skäl.",
        ),
        ("case", ("case", "body"), "Ny nämnd", "Ny nämnd"),
        ("next day", ("next_evaluation",), "2031-01-01", "2031-01-01"),
        (
            "section",
            ("memo_texts", "ovriga"),
            {"text": "Ny juridik.", "of": "0" * 64},
            "Ny juridik.",
        ),
    ],
)
def test_an_untouched_form_follows_the_file(
    form: str, path: tuple[str, ...], new: object, value: str, data: Path, open_page: Opener
) -> None:
    page, address, key = FORMS[form]
    app = unfolded(open_page(page, utvardering=ID, **address))
    colleague_saves(data, path, new)
    assert found(app.run(), key).value == value


def test_evidence_being_written_survives_a_colleagues_and_another_page(
    data: Path, open_page: Opener
) -> None:
    app = open_page("scoring", utvardering=ID, tema="fokus")
    written = next(each.key for each in answer_texts(app) if "/sekom/" in each.key)
    evidence = written.rsplit("/", 1)[0]
    app.session_state[f"{evidence}/belagg"] = True
    app.run()
    box = next(each for each in app.checkbox if "/sekom/" in each.key)
    box.check().run()
    found(app, box.key.replace("/eget", "/eget-pastaende")).set_value("Mitt påstående").run()
    assessor, network, criterion = box.key.split("/")[2:5]
    store = store_at(data)
    place = ("answers", assessor, network, criterion, "evidence")

    def change(now):
        there = now["answers"][assessor][network][criterion].get("evidence")
        return (Change(place, there, (*(there or ()), {"claim": "Kollegans"})),)

    assert isinstance(store.save(ID, None, change, "kollegan", "b"), Saved)
    app.run()
    assert "Kollegans" in shown(app)
    assert found(app, box.key.replace("/eget", "/eget-pastaende")).value == "Mitt påstående"
    app.switch_page("history.py").run()
    app.switch_page("scoring.py").run()
    app.session_state[f"{evidence}/belagg"] = True
    app.run()
    app.checkbox(key=box.key).check().run()
    assert found(app, box.key.replace("/eget", "/eget-pastaende")).value == "Mitt påstående"
