"""Pages are drawn a few at a time, in the order they were asked for, and never stand still."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

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


def _drawn(line: Turns, done: threading.Event) -> None:
    with line.one():
        done.set()
