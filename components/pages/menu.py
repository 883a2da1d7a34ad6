"""The script Streamlit runs: the menu, the choice of evaluation, and the page asked for.

It lies among the pages because a main script with a folder pages/ beside it makes Streamlit answer
the first visit to every other page with "page not found".
"""

from pathlib import Path

import streamlit as st

from components import data, html, state

_HERE = Path(__file__).parent
_PAGES = (
    ("overview", "Översikt", "oversikt"),
    ("evidence", "Underlag", "underlag"),
    ("scoring", "Bedöm", "bedom"),
    ("comparison", "Jämför", "jamfor"),
    ("memo", "Tjänsteskrivelse", "tjansteskrivelse"),
    ("criteria", "Kriterier", "kriterier"),
)

st.set_page_config(
    page_title="Nätverkskollen", page_icon=str(_HERE.parent / "icon.png"), layout="wide"
)
data.settle_memory()
html.style()
page = st.navigation(
    [
        st.Page(_HERE / f"{file}.py", title=title, url_path=path, default=file == "overview")
        for file, title, path in _PAGES
    ]
)
library = data.library()
if library.dossiers:
    names = {id_: dossier.evaluation.title for id_, dossier in library.dossiers.items()}
    current = state.chosen(state.EVALUATION, tuple(names), data.first_evaluation(library))
    data.evaluation_menu(names, current)
page.run()
