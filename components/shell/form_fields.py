"""A form's fields as they are drawn: each explained in one line, with its mistake told below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components.shell import html
from components.shell.markdown import plain
from components.shell.text_fields import text_box, text_line
from natverkskollen.swedish.words import capital, counted

KEPT: dict[str, Any] = {"persist_state": "session"}  # what is typed survives a visit elsewhere


class FormFields:
    """The fields of one form: what is typed in each, and its place on the page.

    `words` are each field's label and hint by its name, `key` makes a name into a widget's key.
    """

    def __init__(self, words: Mapping[str, tuple[str, str]], key: Callable[[str], str]):
        self.words = words
        self.key = key
        self.typed: dict[str, Any] = {}
        self.below: dict[str, Any] = {}

    def show_mistakes(self, wrong: Mapping[str, str], beginning: str) -> None:
        """Each mistake below its field, and all of them named where this is called."""
        for name, words in wrong.items():
            with self.below[name]:
                html.paragraphs(words, "nk-failed")
        if wrong:
            many = counted(len(wrong), "ett fält", "fält")
            listed = ", ".join(self.words[n][0].lower() for n in self.words if n in wrong)
            st.error(f"{beginning} {capital(many)} behöver rättas: {listed}.")

    def text(
        self, name: str, further: str = "", start: str = "", more: bool = False, apart: str = ""
    ) -> str:
        """One field; `more` marks one that can be left empty.

        `apart` is what the field belongs to, where what is typed is to be kept for each.
        """
        label, hint = self.words[name]
        label = f"{label} (valfritt)" if more else label
        with self.place(name):
            typed = text_line(label, start, key=self.key(f"{name}{apart}"), **KEPT)
            html.paragraphs(f"{hint} {further}", "nk-quiet")
        self.typed[name] = typed or ""
        return self.typed[name]

    def area(self, name: str, start: str = "", more: bool = False) -> str:
        """A field of several lines; `more` marks one that can be left empty."""
        label, hint = self.words[name]
        label = f"{label} (valfritt)" if more else label
        with self.place(name):
            typed = text_box(label, start, key=self.key(name), height=110, **KEPT)
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
        chosen = st.radio(
            label,
            list(words),
            index=list(words).index(start) if start in words else 0,
            format_func=lambda id_: plain(words[id_]),
            key=self.key(name),
            **KEPT,
        )
        return chosen or ""

    def listed(self, name: str, words: Mapping[str, str], start: str = "") -> str:
        """One of many, found by typing the beginning of its name; empty where none is chosen."""
        label, hint = self.words[name]
        ids = list(words)
        with self.place(name):
            chosen = st.selectbox(
                label,
                ids,
                index=ids.index(start) if start in words else None,
                format_func=lambda id_: words[id_],
                key=self.key(name),
                placeholder="Välj",
                **KEPT,
            )
            html.paragraphs(hint, "nk-quiet")
        self.typed[name] = chosen or ""
        return str(self.typed[name])

    def place(self, name: str) -> Any:
        """A field's own place on the page, with room below for what is wrong with it."""
        self.below[name] = st.container(gap="xsmall")
        return self.below[name]
