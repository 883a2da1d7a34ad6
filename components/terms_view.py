"""The words of a page explained where they stand, from the one glossary."""

from __future__ import annotations

from html import escape

import streamlit as st

from natverkskollen.terms import term


def show_terms(*words: str) -> None:
    """What some words of the page mean, at a click."""
    found = [term(word) for word in words]
    rows = "".join(f"<dt>{escape(t.word)}</dt><dd>{escape(t.meaning)}</dd>" for t in found)
    st.html(
        '<details class="nk-terms"><summary>Vad betyder orden?</summary>'
        f'<dl class="nk-labelled">{rows}</dl></details>'
    )
