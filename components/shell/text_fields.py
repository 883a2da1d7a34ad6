"""Fields for text, of one line or several: what is pasted comes out clean, and a limit is told.

Every text a person types on a page goes through one of the two.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.shell import html
from natverkskollen.editing.typed import cleaned, unfit


def text_line(label: str, value: str = "", **shared: Any) -> str:
    """A field of one line; `shared` is what st.text_input takes."""
    return _taken(st.text_input(label, value, **shared), " ")


def text_box(label: str, value: str = "", **shared: Any) -> str:
    """A field of several lines; `shared` is what st.text_area takes."""
    return _taken(st.text_area(label, value, **shared), "\n")


def _taken(typed: str | None, line_break: str) -> str:
    """The text as it may be saved; one that no field holds is told here and kept on screen."""
    text = typed or ""
    if told := unfit(text):
        html.told(told, False, "")
        return text
    return cleaned(text, line_break)
