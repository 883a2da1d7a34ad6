"""What a person is told who would overwrite something they have not seen."""

from __future__ import annotations

import streamlit as st

from components.shell import html


def tell_unseen(rows: list[tuple[str, str]]) -> None:
    """That nothing is saved, and what is on file now, as label and text."""
    st.warning(
        "Inte sparat. Någon annan har ändrat detta, eller så har sidan varit frånkopplad. Nedan "
        "står det som är sparat nu. Spara en gång till om ditt ska gälla i stället."
    )
    html.labelled(rows)
