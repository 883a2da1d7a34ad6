"""What a form was drawn from, so that it never overwrites what its person has not seen.

An untouched form follows the file. Where somebody else has saved in the meantime, or the browser
has kept fields that this session never drew, the person is told what is on file before it is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

_SEEN = "sedd"


class FormMemory:
    """The fields of one form: `stored` is what is on file, by the name of each field.

    `start` is what each widget is to start from. A new session leaves the fields to the browser,
    which may have kept what was typed; later they are filled in here, and `start` is empty.
    """

    def __init__(self, key: Callable[[str], str], stored: Mapping[str, Any]):
        self._key, self._stored = key, dict(stored)
        self.start = self._filled()

    def _filled(self) -> dict[str, Any]:
        seen = st.session_state.get(self._key(_SEEN))
        if seen is None:
            return self._stored
        fields = {name: st.session_state.get(self._key(name), seen[name]) for name in seen}
        now = self._stored if fields == seen else seen
        for name, value in now.items():
            # Assigning what is there already would wipe what is being typed at this moment.
            if self._key(name) not in st.session_state or (now != seen and fields[name] != value):
                st.session_state[self._key(name)] = value
        st.session_state[self._key(_SEEN)] = now
        return {name: type(value)() for name, value in self._stored.items()}

    def drawn(self, entered: Mapping[str, Any]) -> None:
        """Say what the widgets hold; in a new session this tells whether the browser kept any."""
        same = all(self._stored[name] == value for name, value in entered.items())
        if same and self._key(_SEEN) not in st.session_state:
            st.session_state[self._key(_SEEN)] = self._stored

    def unseen(self) -> bool:
        """Whether the file holds something else than the person was shown; asked once."""
        known = st.session_state.get(self._key(_SEEN)) == self._stored
        st.session_state[self._key(_SEEN)] = self._stored
        return not known

    def saved(self, stored: Mapping[str, Any]) -> None:
        """Remember what was just saved as seen."""
        st.session_state[self._key(_SEEN)] = dict(stored)
