"""What a person has been shown: the one memory of every form, so that no save hides what is new.

The files are read afresh at every click. Comparing with that reading would let fields drawn before
a colleague's change overwrite it in silence. So the session remembers what the fields were drawn
from: fields that nobody has touched follow the file, and fields that somebody has written in stay,
also on the way to another page and back, and are saved as a change of what the person saw.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from natverkskollen.store import UNSEEN

_SEEN, _TYPED, _FOLLOW, _CLASH = "sedd", "osparat", "foljer", "krock"
_SAVED = "sparat-som"


@dataclass(frozen=True)
class Sight:
    """What fields hold, by name, when they show a value of the file; `of` is that value."""

    fields: Mapping[str, Any]
    of: Any = None


class Memory:
    """What the session remembers of one form; `key` gives the session key of each of its names."""

    def __init__(self, key: Callable[[str], str]):
        self.key = key

    @property
    def seen(self) -> Sight | None:
        """What the fields were drawn from; None where this session has not drawn them, or where
        the browser has kept something in them that it never showed."""
        found: Sight | None = st.session_state.get(self.key(_SEEN))
        return found

    @property
    def of(self) -> Any:
        """The value in the file that the person was shown; UNSEEN where nobody knows."""
        return self.seen.of if self.seen else UNSEEN

    def look(self, at: Sight | None) -> None:
        """Say what the person now has before them, None where nobody knows; what they have typed
        stays."""
        st.session_state[self.key(_SEEN)] = at

    def keep(self, typed: Mapping[str, Any]) -> None:
        """Keep what is typed and not saved, until it is or the fields are to follow the file."""
        st.session_state[self.key(_TYPED)] = dict(typed)

    @property
    def typed(self) -> dict[str, Any]:
        """What is typed and not saved; empty where all is as it was shown."""
        return st.session_state.get(self.key(_TYPED)) or {}

    def follow(self) -> None:
        """Let the fields show the file when they are drawn next, whatever is in them now."""
        st.session_state.pop(self.key(_TYPED), None)
        st.session_state.pop(self.key(_CLASH), None)
        st.session_state[self.key(_FOLLOW)] = True

    def noting(self, name: str) -> Callable[[], None]:
        """The callback of a widget that keeps what is typed the moment it comes.

        What the page does comes later, and not at all for whoever is already on the way to another.
        """

        def note() -> None:
            seen, value = self.seen, st.session_state.get(self.key(name))
            own = {**self.typed, name: value}
            if seen and all(seen.fields.get(each) == held for each, held in own.items()):
                st.session_state.pop(self.key(_TYPED), None)
            else:
                self.keep(own)

        return note

    @property
    def last(self) -> Any:
        """What this session last saw on file or put there; None where it has done neither.

        A run is broken off by the next thing that is typed, and may not have come to the fields.
        """
        *_, of = st.session_state.get(self.key(_SAVED)) or (self.seen.of if self.seen else None,)
        return of

    def saved(self, typed: Mapping[str, Any], shows: Mapping[str, Any], of: Any) -> None:
        """Say that what is typed is saved as `of` and that the file would show it as `shows`.

        The fields are left as they stand, so that a space at the end of what somebody is still
        writing, and every letter after it, is not put right under their hands.
        """
        st.session_state.pop(self.key(_TYPED), None)
        st.session_state.pop(self.key(_CLASH), None)
        st.session_state[self.key(_SAVED)] = dict(typed), dict(shows), of

    @property
    def clash(self) -> Any:
        """Mine and theirs, while the person chooses between them; None where there is no clash."""
        return st.session_state.get(self.key(_CLASH))

    def meet(self, clash: Any) -> None:
        """Let the person choose, instead of typing."""
        st.session_state[self.key(_CLASH)] = clash


class Shown(Memory):
    """A form as it is drawn in this run: `now` is what the file says, as the fields would show it.

    A `locked` form shows the file also to a session that has not drawn it, since Streamlit drops
    what a disabled widget sends.
    """

    def __init__(self, key: Callable[[str], str], now: Sight, locked: bool = False):
        super().__init__(key)
        self.now = now
        self.before: Sight | None = None  # what the fields showed until this run filled them anew
        self.new = not self._filled(locked)

    def _filled(self, locked: bool) -> bool:
        """Fill the widgets; not where a new session leaves them to the browser, which may have
        kept what was typed."""
        saved = self._take_saved()
        follow = st.session_state.pop(self.key(_FOLLOW), False)
        seen = self.seen
        if seen is None and not (follow or locked):
            back = self.typed if not any(map(self._widget, self.now.fields)) else {}
            self._fill({**self.now.fields, **back} if back else {}, locked)
            return bool(back)
        was = {**self.now.fields, **(seen or self.now).fields, **self.typed}
        here = dict(self.now.fields)
        if not follow:
            here = {n: was[n] if locked or not self._widget(n) else self._in(n) for n in here}
        untouched = seen is not None and all(here[n] == seen.fields.get(n) for n in here)
        same = seen is not None and seen.of is not None and seen.of == self.now.of
        if follow or seen is None or (untouched and (locked or not same)):
            here = dict(self.now.fields)
            before = saved or seen
            self.before = before if before and dict(before.fields) != here else None
            self.look(self.now)
            st.session_state.pop(self.key(_TYPED), None)
        self._fill(here, locked)
        return True

    def _take_saved(self) -> Sight | None:
        """What was just saved is what the person sees, where the file holds that and no more."""
        typed, shows, of = st.session_state.pop(self.key(_SAVED), (None, None, None))
        if typed is None:
            return None
        left = {name: shows[name] if typed.get(name) is None else typed[name] for name in shows}
        if shows != dict(self.now.fields):
            st.session_state[self.key(_FOLLOW)] = True
        else:
            self.look(Sight(left, self.now.of))
        return Sight(left, of)

    def _widget(self, name: str) -> bool:
        return self._in(name) is not None

    def _in(self, name: str) -> Any:
        return st.session_state.get(self.key(name))

    def _fill(self, values: Mapping[str, Any], locked: bool) -> None:
        for name, value in values.items():
            # Assigning what is there already would wipe what is being typed at this moment.
            if locked or self._in(name) != value:
                st.session_state[self.key(name)] = value

    def first(self, name: str, empty: Any = None) -> Any:
        """What a widget is to start from: the file in a new session, else nothing (`empty`, or the
        empty value of its kind), for then it has been filled already."""
        value = self.now.fields[name]
        return value if self.new else type(value)() if empty is None else empty

    def drawn(self, typed: Mapping[str, Any]) -> None:
        """Say what the widgets hold, as far as they were drawn."""
        if self.seen is None:
            if all(self.now.fields[name] == value for name, value in typed.items()):
                self.look(self.now)
            else:
                self.keep(typed)
            return
        own = {**self.typed, **typed}
        if all(self.seen.fields.get(name) == value for name, value in own.items()):
            st.session_state.pop(self.key(_TYPED), None)
        else:
            self.keep(own)

    @property
    def touched(self) -> bool:
        """Whether the fields hold something that is not saved."""
        return bool(self.typed)

    @property
    def changed(self) -> bool:
        """Whether the file holds something else than the person was shown, or nobody knows."""
        return self.seen is None or self.seen.of != self.now.of

    def told(self) -> None:
        """What the file says now has been told: the next save is made knowing it."""
        self.look(self.now)
