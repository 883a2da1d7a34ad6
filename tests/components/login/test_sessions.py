"""How long a session stands, and what an open page is given when it stands no longer."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.login import open_page
from components.login.open_page import OpenPage
from components.shell.sessions import Session, Sessions
from natverkskollen.model.principal import Principal
from natverkskollen.store import clock
from tests.components.login.conftest import HEADER_MODE
from tests.components.login.test_proxy_headers import HTML, stated

ANNA = Principal("https://login.example.org", "anna", "Anna")
IDLE, LONGEST = timedelta(minutes=45), timedelta(hours=10)


@pytest.fixture
def register(at) -> Sessions:
    found = Sessions(IDLE, LONGEST)
    found.enter(Session("k", ANNA, at.time))
    return found


def test_a_session_that_is_not_used_ends(register, at) -> None:
    at.on(minutes=44)
    register.used("k")
    at.on(minutes=44)
    assert isinstance(register.standing("k"), Session)
    at.on(minutes=1)
    assert register.standing("k") == "idle"
    register.used("k")
    assert register.standing("k") == "idle", "using it does not open it again"


def test_a_use_that_begins_before_a_long_pause_does_not_last_past_it(
    register, at, monkeypatch
) -> None:
    """As where the server's machine was put to sleep just then."""

    awake = iter((at.time,))
    at.on(seconds=IDLE.total_seconds() + 1)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: next(awake, at.time))
        register.used("k")
    assert register.standing("k") == "idle"


def test_a_session_that_is_used_all_day_ends_all_the_same(register, at) -> None:
    for _ in range(20):
        at.on(minutes=29.9)
        register.used("k")
    assert isinstance(register.standing("k"), Session)
    at.on(minutes=2)
    assert register.standing("k") == "longest"


def test_a_session_ends_with_what_vouches_for_it(at) -> None:
    register = Sessions(IDLE, LONGEST)
    register.enter(Session("k", ANNA, at.time, at.time + timedelta(minutes=20)))
    at.on(minutes=19, seconds=59)
    assert isinstance(register.standing("k"), Session)
    at.on(seconds=1)
    assert register.standing("k") == "expired"


def test_who_has_left_is_not_let_in_with_the_same_session(register, at) -> None:
    register.leave("k")
    register.enter(Session("k", ANNA, at.time))
    assert register.standing("k") == "left"


def test_the_session_begins_when_one_signed_in_not_when_the_server_was_started(at) -> None:
    register = Sessions(IDLE, LONGEST)
    register.enter(Session("k", ANNA, at.time - timedelta(hours=10)))
    assert register.standing("k") == "longest"


def test_the_register_does_not_grow_for_ever(at) -> None:
    register = Sessions(IDLE, LONGEST)
    for number in range(300):
        register.enter(Session(f"{number}", ANNA, at.time))
        register.leave(f"{number}")
        at.on(hours=1)
    assert len(register._known) + len(register._last) + len(register._left) < 100


def test_a_proxys_session_begins_anew_when_a_page_is_asked_for_and_not_before(hang, at) -> None:
    """A line that breaks and is taken up by itself has not been past anybody's login."""
    asked = hang(**HEADER_MODE)
    assert asked.ask("/", [*stated(), HTML])[0] == 200
    at.on(minutes=46)
    assert asked.ask("/_stcore/stream", stated(), "websocket")[0] == "close"
    assert asked.ask("/media/x", stated())[0] == 401
    assert asked.ask("/", [*stated(), HTML])[0] == 200
    assert asked.ask("/_stcore/stream", stated(), "websocket")[0] == "accept"


def said(**more) -> dict:
    message = BackMsg()
    message.rerun_script.query_string = "utvardering=a"
    message.rerun_script.page_script_hash = "sidan"
    message.rerun_script.widget_states.widgets.add(id="svar", string_value="4")
    for name, value in more.items():
        setattr(message.rerun_script, name, value)
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def heard(register: Sessions, *messages: dict, most: int = 9) -> list[BackMsg]:
    """What the app hears of an open page that says this and is then still."""

    async def listen() -> list[BackMsg]:
        coming = iter(({"type": "websocket.connect"}, *messages))

        async def receive():
            for message in coming:
                return message
            await asyncio.sleep(60)

        page, found = OpenPage("k", register, receive), []
        assert (await page.receive())["type"] == "websocket.connect"
        try:
            while len(found) < most:
                message = await asyncio.wait_for(page.receive(), 0.2)
                found.append(BackMsg.FromString(message["bytes"]))
        except TimeoutError:
            pass
        page.close()
        return found

    return asyncio.run(listen())


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_page, "LOOK_EACH", 0.01)


def test_a_page_in_a_session_that_stands_says_what_it_says(register) -> None:
    (found,) = heard(register, said())
    assert found.rerun_script.widget_states.widgets[0].string_value == "4"


def test_what_a_page_says_when_its_session_has_ended_is_a_redraw_with_nothing_to_save(
    register, at
) -> None:
    at.on(minutes=46)
    (found,) = heard(register, said(fragment_id="f"), most=1)
    assert found.WhichOneof("type") == "rerun_script"
    assert found.rerun_script.query_string == "utvardering=a"
    assert not found.rerun_script.widget_states.widgets
    assert not found.rerun_script.fragment_id


@pytest.mark.parametrize("kind", ["clear_cache", "stop_script", "load_git_info"])
def test_nor_does_anything_else_a_page_says_come_through(kind: str, register) -> None:
    register.leave("k")
    message = BackMsg(**{kind: True})
    sent = {"type": "websocket.receive", "bytes": message.SerializeToString()}
    assert [each.WhichOneof("type") for each in heard(register, sent)] == ["rerun_script"]


def test_a_still_page_is_redrawn_once_when_its_session_ends(register, at) -> None:
    at.on(minutes=46)
    (found,) = heard(register)
    assert not found.rerun_script.widget_states.widgets


def test_what_a_page_asks_by_itself_does_not_keep_the_session_alive(register, at) -> None:
    at.on(minutes=44)
    heard(register, said(is_auto_rerun=True))
    at.on(minutes=2)
    assert register.standing("k") == "idle"


def test_what_a_person_does_keeps_it_alive(register, at) -> None:
    at.on(minutes=44)
    heard(register, said())
    at.on(minutes=2)
    assert isinstance(register.standing("k"), Session)
