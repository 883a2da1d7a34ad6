"""A form's fields as they are drawn: each explained in one line, with its mistake told below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components.seen.memory import Shown
from components.shell import html
from components.shell.markdown import plain
from components.shell.picker import distinct
from components.shell.text_fields import day_line, text_box, text_line
from natverkskollen.swedish.words import capital, counted

KEPT: dict[str, Any] = {"persist_state": "session"}  # what is typed survives a visit elsewhere


class FormFields:
    """The fields of one form: what is typed in each, and its place on the page.

    `words` are each field's label and hint by its name, `key` makes a name into a widget's key.
    `shown` remembers what the person has seen, where the form is of something on file; its fields
    then start from that, and what each is given as a start is for a form of something new.
    """

    def __init__(
        self,
        words: Mapping[str, tuple[str, str]],
        key: Callable[[str], str],
        shown: Shown | None = None,
    ):
        self.words = words
        self.key = key
        self.shown = shown
        self.typed: dict[str, Any] = {}
        self.below: dict[str, Any] = {}

    def show_mistakes(self, wrong: Mapping[str, str], beginning: str) -> None:
        """Each mistake below its field, and where this is called the way to every one of them."""
        for name, words in wrong.items():
            with self.below[name]:
                html.paragraphs(words, "nk-failed")
        if wrong:
            many = counted(len(wrong), "ett fält", "fält")
            labels = (label for name, (label, _) in self.words.items() if name in wrong)
            listed = ", ".join(label.lower().rstrip("?") for label in labels)
            st.error(f"{beginning} {capital(many)} behöver rättas: {listed}.")
            html.to_fields(
                [
                    (label.rstrip("?"), self._place_key(name))
                    for name, (label, _) in self.words.items()
                    if name in wrong
                ]
            )

    def text(
        self, name: str, further: str = "", start: str = "", more: bool = False, apart: str = ""
    ) -> str:
        """One field; `more` marks one that can be left empty.

        `apart` is what the field belongs to, where what is typed is to be kept for each.
        """
        return self._line(text_line, name, further, start, more, apart)

    def day(self, name: str, start: str = "", more: bool = False) -> str:
        """A field for a day, or a year where its hint says so; `more` as for a text."""
        return self._line(day_line, name, "", start, more, "")

    def _line(
        self, line: Callable[..., str], name: str, further: str, start: str, more: bool, apart: str
    ) -> str:
        label, hint = self.words[name]
        label = f"{label} (valfritt)" if more else label
        with self.place(name):
            typed = line(label, self._first(name, start), **self._kept(name, apart))
            html.paragraphs(f"{hint} {further}", "nk-quiet")
        self.typed[name] = typed or ""
        return str(self.typed[name])

    def area(self, name: str, start: str = "", more: bool = False) -> str:
        """A field of several lines; `more` marks one that can be left empty."""
        label, hint = self.words[name]
        label = f"{label} (valfritt)" if more else label
        with self.place(name):
            typed = text_box(label, self._first(name, start), height=110, **self._kept(name))
            html.paragraphs(hint, "nk-quiet")
        self.typed[name] = typed or ""
        return str(self.typed[name])

    def choice(self, name: str, label: str, words: Mapping[str, str], start: str = "") -> str:
        """One of a few, by their ids."""
        with self.place(name):
            self.typed[name] = self.radio(name, label, words, start)
        return str(self.typed[name])

    def radio(self, name: str, label: str, words: Mapping[str, str], start: str = "") -> str:
        """One of a few that is no field of the form by itself."""
        first, shown = self._first(name, start), distinct(words)
        chosen = st.radio(
            label,
            list(words),
            index=list(words).index(first) if first in words else 0,
            format_func=lambda id_: plain(shown[id_]),
            **self._kept(name),
        )
        return chosen or ""

    def tick(self, name: str, start: bool = False) -> bool:
        """A box to tick."""
        label, hint = self.words[name]
        with self.place(name):
            ticked = st.checkbox(label, bool(self._first(name, start)), **self._kept(name))
            html.paragraphs(hint, "nk-quiet")
        self.typed[name] = ticked
        return ticked

    def listed(self, name: str, words: Mapping[str, str], start: str = "") -> str:
        """One of many, found by typing the beginning of its name; empty where none is chosen."""
        label, hint = self.words[name]
        ids, shown = list(words), distinct(words)
        with self.place(name):
            chosen = st.selectbox(
                label,
                ids,
                index=ids.index(start) if start in words else None,
                format_func=lambda id_: shown[id_],
                placeholder="Välj",
                **self._kept(name),
            )
            html.paragraphs(hint, "nk-quiet")
        self.typed[name] = chosen or ""
        return str(self.typed[name])

    def place(self, name: str) -> Any:
        """A field's own place on the page, with room below for what is wrong with it."""
        self.below[name] = st.container(gap="xsmall", key=self._place_key(name))
        return self.below[name]

    def _place_key(self, name: str) -> str:
        return f"{self.key(name)}-plats"

    def _first(self, name: str, start: Any) -> Any:
        return self.shown.first(name) if self.shown else start

    def _kept(self, name: str, apart: str = "") -> dict[str, Any]:
        """What a widget is kept by, so that what is typed is there after a visit elsewhere."""
        kept: dict[str, Any] = {"key": self.key(f"{name}{apart}")}
        return kept | ({"on_change": self.shown.noting(name)} if self.shown else KEPT)
