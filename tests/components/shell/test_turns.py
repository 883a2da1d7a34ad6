"""Pages are drawn a few at a time, in the order they were asked for, and never stand still."""

from __future__ import annotations

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.testing.v1 import AppTest

from components.shell import turns
from components.shell.turns import Turns

MANY = 12


@pytest.mark.parametrize("at_once", [1, 2])
def test_no_more_are_drawn_at_a_time_and_in_the_order_they_came(at_once, monkeypatch) -> None:
    monkeypatch.setattr(turns, "LONG", 600.0)
    line, drawn, most = Turns(at_once), [], []
    going = threading.Semaphore(0)

    def draw(number: int) -> None:
        with line.one():
            drawn.append(number)
            most.append(len(line._drawn))
            going.acquire(timeout=5)

    with ThreadPoolExecutor(MANY) as threads:
        for number in range(MANY):
            threads.submit(draw, number)
            while len(line._drawn) + len(line._waiting) <= number:  # it has come
                time.sleep(0.001)
        going.release(MANY)
    if at_once == 1:  # two who have their turns at once may begin in any order
        assert drawn == list(range(MANY))
    assert max(most) <= at_once
    assert not line._drawn
    assert not line._waiting


def test_a_page_that_counts_for_long_keeps_nobody_else_from_theirs(monkeypatch) -> None:
    monkeypatch.setattr(turns, "LONG", 0.02)
    line, done = Turns(at_once=1), threading.Event()
    with ThreadPoolExecutor(1) as threads, line.one():
        threads.submit(_drawn, line, done)
        assert done.wait(5), "the next one is still waiting for the first"
    with line.one():
        assert len(line._drawn) == 1  # who had lost their turn gave none back


def test_a_page_that_fails_gives_its_turn_to_the_next() -> None:
    line, done = Turns(at_once=1), threading.Event()
    with pytest.raises(ZeroDivisionError), line.one():
        raise ZeroDivisionError
    _drawn(line, done)
    assert done.is_set()


def test_it_is_crowded_when_whoever_is_next_has_waited_long(monkeypatch) -> None:
    line, done = Turns(at_once=1), threading.Event()
    assert not line.crowded
    with ThreadPoolExecutor(1) as threads:
        with line.one():
            threads.submit(_drawn, line, done)
            while not line._waiting:
                time.sleep(0.001)
            assert not line.crowded
            monkeypatch.setattr(turns, "CROWDED", 0.0)
            assert line.crowded
        assert done.wait(5)
    assert not line.crowded


def test_a_page_stands_still_while_something_is_saved_and_not_for_ever(monkeypatch) -> None:
    line, drawn = Turns(), []
    saved, at_it = threading.Event(), threading.Event()

    def save() -> None:
        with line.first():
            at_it.set()
            saved.wait(5)
            drawn.append("saved")

    def draw() -> None:
        with line.one():
            drawn.append("begun")
            line.give_way()  # nobody saves
            threads.submit(save)
            at_it.wait(5)
            saved.set()
            line.give_way()
            drawn.append("drawn")

    with ThreadPoolExecutor(3) as threads:
        threads.submit(draw).result(10)
        assert drawn == ["begun", "saved", "drawn"]
        monkeypatch.setattr(turns, "MOST", 0.01)
        with line.first(), line.one():
            for _ in range(100):
                line.give_way()  # a hundredth of a second in all
        began = time.monotonic()
        with line.first():
            line.give_way()  # it draws nothing, and waits for nobody
        assert time.monotonic() - began < turns.LONG


def test_streamlit_asks_before_each_part_whether_a_page_is_to_go_on(monkeypatch) -> None:
    """Where a later version no longer does, pages would not give way, and nobody would notice."""
    asked = []
    original = ScriptRequests.on_scriptrunner_yield
    monkeypatch.setattr(ScriptRequests, "on_scriptrunner_yield", original)
    monkeypatch.setattr(Turns, "give_way", lambda _: asked.append(1))
    interval = sys.getswitchinterval()
    try:
        turns.let_saves_through()
    finally:
        sys.setswitchinterval(interval)
    script = "import streamlit as st\nfor n in range(20):\n    st.text(n)\n"
    assert len(AppTest.from_string(script).run().text) == 20
    assert len(asked) >= 20


def _drawn(line: Turns, done: threading.Event) -> None:
    with line.one():
        done.set()
