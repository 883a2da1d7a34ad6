"""Fields for text, of one line or several: what is pasted comes out clean, and a limit is told.

Every text a person types on a page goes through one of them.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.shell import html
from natverkskollen.editing.typed import cleaned, unfit


def text_line(label: str, value: str = "", **shared: Any) -> str:
    """A field of one line; `shared` is what st.text_input takes."""
    return _taken(st.text_input(label, value, **shared), " ")


def day_line(label: str, value: str = "", **shared: Any) -> str:
    """A field of one line for a day or a year, with a calendar beside it (days.js)."""
    # No browser has typed it before; by the same word days.js knows the field.
    return text_line(label, value, autocomplete="off", **shared)


def text_box(label: str, value: str = "", **shared: Any) -> str:
    """A field of several lines; `shared` is what st.text_area takes."""
    return _taken(st.text_area(label, value, **shared), "\n")


def typed_now(key: str, drawn: Any, line_break: str) -> Any:
    """What a field holds when a click comes, as its next drawing would give it; a click may bring
    text with it that no drawing has seen. `drawn` is what the last one gave."""
    held = st.session_state.get(key, drawn)
    if isinstance(drawn, str):
        held = held or ""
    return cleaned(held, line_break) if isinstance(held, str) and not unfit(held) else held


def _taken(typed: str | None, line_break: str) -> str:
    """The text as it may be saved; one that no field holds is told here and kept on screen."""
    text = typed or ""
    if words := unfit(text):
        html.told(words, False, "")
        return text
    return cleaned(text, line_break)
