"""A form that was drawn before a colleague saved tells of it, and never replaces it in silence."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.shell.markdown import JOINER
from natverkskollen.model.evaluation import Evaluation
from natverkskollen.store import Change, Saved, read_library, store_at
from natverkskollen.store.plain_data import value_at
from tests.components.answers.test_saving import button
from tests.components.conftest import Opener, shown

ID = "huddinge-2025"
TOLD = "Någon annan har ändrat sedan du öppnade sidan."


def on_file(data: Path) -> Evaluation:
    library = read_library(data)
    assert library.problems == ()
    return library.dossier(ID).evaluation


def colleague_saves(data: Path, *path: str, new: Any) -> None:
    store = store_at(data)
    found = store.get(ID)
    change = Change(("evaluation", *path), value_at(found.data, ("evaluation", *path)), new)
    assert isinstance(store.save(ID, found.version, (change,), "kollegan", "k"), Saved)


def case(app: AppTest, kind: str, *parts: str):
    return getattr(app, kind)(key="/".join(("arende", ID, *parts)))


def test_a_colleagues_weights(data: Path, open_page: Opener) -> None:
    app = open_page("outcome", utvardering=ID, vikter="klimatmal")
    app.text_input(key="val:vem").set_value("Miljöchefen")
    app.text_area(key="val:varfor").set_value("Mitt skäl").run()
    colleague_saves(data, "weighting", new={"profile": "lika", "reason": "Kollegans skäl"})
    button(app, "Spara vikterna").click().run()
    assert TOLD in shown(app) and "Kollegans skäl" in shown(app)
    assert on_file(data).weighting.profile == "lika"
    button(app, "Spara vikterna").click().run()
    assert on_file(data).weighting.profile == "klimatmal"


def test_a_colleagues_reply_on_the_same_point(data: Path, open_page: Opener) -> None:
    app = open_page(
        "networks", utvardering=ID, **{"del": "faktagranskning", "natverksfil": "sekom"}
    )
    point = case(app, "selectbox", "svar", "sekom", "punkt").value
    kind = "fact" if point.startswith("fact/") else "criterion"
    case(app, "radio", "svar", "sekom", "slag").set_value("comment")
    case(app, "text_area", "svar", "sekom", "text").set_value("Mitt svar")
    case(app, "text_input", "svar", "sekom", "roll").set_value("Utredaren").run()
    subject = point.split("/", 1)[1]
    item = {kind: subject, "reply": "comment", "text": "Kollegans svar"}
    reply = {"network": "sekom", "date": "2026-11-20", "items": (item,)}
    colleague_saves(data, "replies", new=(reply,))
    case(app, "button", "svar", "sekom", "spara").click().run()
    assert TOLD in shown(app) and "Kollegans svar" in shown(app)
    assert on_file(data).replies[0].items[0].text == "Kollegans svar"
    case(app, "button", "svar", "sekom", "spara").click().run()
    assert on_file(data).replies[0].items[0].text == "Mitt svar"


@pytest.mark.parametrize("words", ["<b>Kollegan</b>", "**fet** [x](http://evil.example)"])
def test_the_colleagues_words_are_shown_literally(
    words: str, data: Path, open_page: Opener
) -> None:
    app = open_page("outcome", utvardering=ID, vikter="klimatmal")
    app.text_input(key="val:vem").set_value("Miljöchefen")
    app.text_area(key="val:varfor").set_value("Mitt skäl").run()
    colleague_saves(data, "weighting", new={"profile": "lika", "reason": words})
    button(app, "Spara vikterna").click().run()
    (told,) = [each.value for each in app.error if "Någon annan" in each.value]
    assert words not in told and words in told.replace("\\", "").replace(JOINER, "")


def test_ones_own_save_is_nobody_elses_change(data: Path, open_page: Opener) -> None:
    for profile in ("klimatmal", "lika"):
        app = open_page("outcome", utvardering=ID, vikter=profile)
        app.text_input(key="val:vem").set_value("Miljöchefen")
        app.text_area(key="val:varfor").set_value(f"Skäl för {profile}").run()
        button(app, "Spara vikterna").click().run()
        assert TOLD not in shown(app)
        assert on_file(data).weighting.profile == profile
