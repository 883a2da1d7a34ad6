"""What a person is told who would overwrite something they have not seen; then they decide."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.shell import html
from components.shell.markdown import plain


def tell_rows(rows: Sequence[tuple[str, str]]) -> None:
    """That nothing is saved, and what is on file now, as label and text."""
    st.warning(
        "Inte sparat. Någon annan har ändrat detta, eller så har sidan varit frånkopplad. Nedan "
        "står det som är sparat nu. Spara en gång till om ditt ska gälla i stället."
    )
    html.labelled(list(rows))


def tell_value(theirs: str) -> None:
    """That nothing is saved, and the value of one field that is on file now."""
    _tell(f"Någon annan har ändrat till {theirs or 'inget'} sedan du öppnade sidan.")


def tell_words(theirs: str) -> None:
    """That nothing is saved, and what the file says now, in words."""
    said = theirs.rstrip(".")
    _tell(f"Någon annan har ändrat sedan du öppnade sidan. Nu står det: {said}.")


def _tell(words: str) -> None:
    st.error(plain(f"Inte sparat. {words} Spara igen om ditt ska gälla."))
