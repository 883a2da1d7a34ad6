"""What one run of a page has asked: every question is answered once, out of one reading.

A page is a table of contents whose parts each ask for what they need. Asking twice must not read
the files twice, nor give two answers on one screen. A save ends the memory, so that what is drawn
after it is drawn from what was saved. What a click calls before the run asks the store itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

import streamlit as st

from components.shell import state, undisturbed
from components.shell.person import principal
from components.shell.turns import TURNS
from natverkskollen.files.data_folder import data_folder
from natverkskollen.store import (
    MembershipStore,
    NetworkStore,
    Store,
    memberships_at,
    networks_at,
    store_at,
)

T = TypeVar("T")
_WRITING = ("save", "restore", "delete", "bring_back")


def begin() -> None:
    """Forget the run before; the first thing a run does."""
    undisturbed.let_go()
    st.session_state[state.RUN] = {}


def once(question: Hashable, answer: Callable[[], T]) -> T:
    """The answer to a question, worked out the first time it is asked in a run."""
    known = st.session_state.get(state.RUN)
    if known is None:  # outside a run of the app, as in a test of one part
        return answer()
    if question not in known:
        known[question] = answer()
    return cast(T, known[question])


def forget(*questions: Hashable) -> None:
    """Let these questions, or with none every one, be answered anew."""
    known = st.session_state.get(state.RUN)
    if known is None:
        return
    for question in questions or tuple(known):
        known.pop(question, None)


@contextmanager
def writing() -> Iterator[None]:
    """What is written within is remembered by this run whatever comes, and read anew after it.

    No page is drawn further meanwhile.
    """
    undisturbed.hold()
    try:
        with TURNS.first():
            yield
    finally:
        forget()


def folder() -> Path:
    """The data folder."""
    return once("mappen", data_folder)


def store() -> Store:
    """The store of the data folder; what is asked after a save is asked anew."""
    return cast(Store, _Forgetting(store_at(folder(), principal())))


def networks() -> NetworkStore:
    """The store of the networks; what is asked after a save is asked anew."""
    return cast(NetworkStore, _Forgetting(networks_at(folder(), principal())))


def memberships() -> MembershipStore:
    """The store of the register; what is asked after a save is asked anew."""
    return cast(MembershipStore, _Forgetting(memberships_at(folder(), principal())))


class _Forgetting:
    """A store that ends the run's memory with each of its writes."""

    def __init__(self, kept: Store | NetworkStore | MembershipStore) -> None:
        self._kept = kept

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._kept, name)
        if name not in _WRITING:
            return found

        def written(*arguments: Any, **named: Any) -> Any:
            with writing():
                return found(*arguments, **named)

        return written
