"""Tjänsteskrivelse: the draft as it will read, what it still lacks, and the Word file."""

import streamlit as st

from components import data, html
from components.memo_view import memo_file, show_gaps, show_sections
from components.page_head import page_head

result = data.result()
page_head(
    "Tjänsteskrivelse",
    "Här läser du utkastet och hämtar det som Word-fil. Texten följer svaren på sidan Bedöm.",
    result.evaluation,
)
show_gaps(result)
document = memo_file(result)
if document is not None:
    st.download_button(
        "Hämta som Word-fil",
        document,
        file_name=f"tjansteskrivelse-{result.evaluation.id}.docx",
        mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        type="primary",
        on_click="ignore",
    )
    html.heading("Så blir texten")
    show_sections(result)
