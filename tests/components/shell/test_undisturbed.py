"""What comes in the middle of a click waits until all of the click is done."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit import config
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils.script_requests import (
    RerunData,
    ScriptRequests,
    ScriptRequestType,
)
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.testing.v1 import AppTest

from components.shell import undisturbed
from components.shell.undisturbed import hold, never_half_a_click

_REPLACED = (
    *("request_stop", "request_rerun", "_request_rerun_locked"),
    *("on_scriptrunner_yield", "on_scriptrunner_ready"),
)


@pytest.fixture(autouse=True)
def whole_clicks(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = SafeSessionState.on_script_will_rerun
    monkeypatch.setattr(SafeSessionState, "on_script_will_rerun", kept)
    for name in _REPLACED:
        monkeypatch.setattr(ScriptRequests, name, getattr(ScriptRequests, name))
    was = config.get_option("runner.fastReruns")
    never_half_a_click()
    assert config.get_option("runner.fastReruns") is False  # or two clicks are run side by side
    config.set_option("runner.fastReruns", was)


def page() -> None:
    """Two fields and a button; what each does is broken in on, as by something that is typed."""
    from threading import Thread

    import streamlit as st
    from streamlit.proto.WidgetStates_pb2 import WidgetStates
    from streamlit.runtime.scriptrunner import get_script_run_ctx
    from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

    from components.shell import run

    def something_comes(**where: str) -> None:
        requests = get_script_run_ctx().script_requests
        fields = RerunData(widget_states=WidgetStates(), **where)
        typed = Thread(target=requests.request_rerun, args=(fields,))
        typed.start()
        typed.join()

    def remember(what: str) -> None:
        st.session_state["done"] = [*st.session_state.get("done", ()), what]

    def saved(what: str) -> None:
        something_comes()
        remember(what)

    run.begin()
    if st.session_state.pop("kommer", False):  # before the page has come to its buttons
        something_comes()
    st.text_input("Ett", key="ett", on_change=saved, args=("ett",))
    st.text_input("Två", key="två", on_change=saved, args=("två",))
    if st.button("Spara"):
        with run.writing():
            something_comes()
        remember("sparat")
        st.rerun()
        remember("för långt")
    if st.checkbox("Läs"):
        st.session_state["Läs"] = st.session_state.get("Läs", 0) + 1
        if st.session_state["Läs"] == 1:
            something_comes()
            remember("läst")
    for each in ("Stanna", "Spara och stanna"):
        if st.button(each):
            if each != "Stanna":
                with run.writing():
                    remember("sparat")
            remember("stannat")
            something_comes()
            st.stop()
            remember("för långt")
    if st.button("Spara på väg bort"):
        with run.writing():
            remember("sparat")
            something_comes(page_script_hash="en annan sida", query_string="vidare")
        st.rerun()
    remember(f"ritat {get_script_run_ctx().query_string}".strip())


def done(app: AppTest) -> list[str]:
    found = [each for each in app.session_state["done"] if each != "ritat"]
    assert app.session_state["done"][-1] == "ritat"
    assert not app.exception
    return found


def press(app: AppTest, label: str) -> AppTest:
    (button,) = (each for each in app.button if each.label == label)
    return button.click().run()


def test_each_field_that_came_is_saved_before_what_comes_next() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    app.text_input(key="ett").input("a")
    app.text_input(key="två").input("b")
    assert done(app.run()) == ["ett", "två"]


def test_a_page_that_has_written_remembers_it_and_is_then_drawn_anew() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert done(press(app, "Spara")) == ["sparat"]


def test_a_page_that_only_reads_gives_way() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    app.checkbox[0].check().run()
    assert "läst" not in done(app)


def test_a_page_that_stops_itself_is_drawn_anew_for_what_came_meanwhile() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert done(press(app, "Stanna")) == ["stannat"]


def test_a_page_that_has_written_stops_where_it_says_so() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert done(press(app, "Spara och stanna")) == ["sparat", "stannat"]


def test_a_button_that_the_page_asks_about_is_come_to_whatever_comes_before_it() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    app.session_state["kommer"] = True
    assert done(press(app, "Spara")) == ["sparat"]


def test_a_link_that_is_pressed_while_something_is_saved_is_followed_after_it() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    press(app, "Spara på väg bort")
    assert app.session_state["done"][-2:] == ["sparat", "ritat vidare"]


def asked(requests: ScriptRequests, take: str) -> ScriptRequestType | None:
    found = getattr(requests, take)()
    return found.type if found else None


@pytest.mark.parametrize("take", ["on_scriptrunner_yield", "on_scriptrunner_ready"])
def test_what_a_closed_page_had_sent_is_read_before_its_run_is_stopped(take: str) -> None:
    requests = ScriptRequests()
    requests.request_rerun(RerunData(query_string="skrivet"))
    requests.request_stop()
    assert getattr(requests, take)().rerun_data.query_string == "skrivet"
    assert asked(requests, "on_scriptrunner_yield") is ScriptRequestType.STOP
    assert asked(requests, "on_scriptrunner_ready") is ScriptRequestType.STOP


def test_a_page_that_sent_nothing_is_stopped_at_once() -> None:
    requests = ScriptRequests()
    requests.request_stop()
    assert asked(requests, "on_scriptrunner_yield") is ScriptRequestType.STOP
    assert not requests.request_rerun(RerunData())


def test_a_page_that_comes_back_is_drawn() -> None:
    requests = ScriptRequests()
    requests.request_rerun(RerunData())
    requests.request_stop()
    assert requests.request_rerun(RerunData(query_string="tillbaka"))
    assert asked(requests, "on_scriptrunner_yield") is ScriptRequestType.RERUN
    assert asked(requests, "on_scriptrunner_yield") is None


def test_a_page_that_is_back_before_its_save_is_done_is_read_by_the_same_run() -> None:
    """Two runs beside each other empty each other's fields; a closed page's run ends after it."""
    requests = ScriptRequests()
    context = SimpleNamespace(script_requests=requests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(undisturbed, "get_script_run_ctx", lambda **_: context)
        hold()
    requests.request_stop()
    assert asked(requests, "on_scriptrunner_yield") is None, "the save is done to its end"
    assert requests.request_rerun(RerunData(query_string="tillbaka"))
    assert requests.on_scriptrunner_ready().rerun_data.query_string == "tillbaka"
    requests.request_stop()
    assert asked(requests, "on_scriptrunner_ready") is ScriptRequestType.STOP


def sent(page: str, **fields: str) -> RerunData:
    """A message about a page, with what stands in the fields that the browser has on it."""
    states = WidgetStates()
    for name, text in fields.items():
        states.widgets.add(id=name, string_value=text)
    return RerunData(page_script_hash=page, widget_states=states)


def fields(found: RerunData) -> dict[str, str]:
    return {each.id: each.string_value for each in found.widget_states.widgets}


def test_a_page_that_one_goes_back_to_keeps_what_the_page_before_had_sent() -> None:
    requests = ScriptRequests()
    requests.request_rerun(sent("bedömning", skäl="Halvt", version="7"))
    requests.request_rerun(sent("bedömning", skäl="Helt", version="7"))
    requests.request_rerun(sent("översikt", version="8"))
    found = requests.on_scriptrunner_ready().rerun_data
    assert found.page_script_hash == "översikt"
    assert fields(found) == {"skäl": "Helt", "version": "8"}


def test_what_has_been_read_is_not_kept_for_the_next_page() -> None:
    requests = ScriptRequests()
    requests.request_rerun(sent("bedömning", skäl="Helt"))
    assert fields(requests.on_scriptrunner_ready().rerun_data) == {"skäl": "Helt"}
    requests.request_rerun(sent("översikt", version="8"))
    assert fields(requests.on_scriptrunner_yield().rerun_data) == {"version": "8"}
