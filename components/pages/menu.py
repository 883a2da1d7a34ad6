"""The script Streamlit runs: the menu, the choice of evaluation, and the page asked for.

It lies among the pages because a main script with a folder pages/ beside it makes Streamlit answer
the first visit to every other page with "page not found".
"""

from pathlib import Path

import streamlit as st

from components.login.entrance import show_who, stop_unless_signed_in
from components.login.noted import note_reading
from components.papers import committee_view
from components.shell import data, html, news, refused, saved_line, side_bar, state, storage
from components.shell.addresses import START, move
from components.shell.case_saving import show_told
from components.shell.problems import show_stale

_HERE = Path(__file__).parent

stop_unless_signed_in()
for_committee = state.committee_asked()
acknowledge = saved_line.show(hidden=for_committee)  # before the page around it is drawn
with data.begin():
    file, page = side_bar.page_asked(_HERE, shown=not for_committee)
    if not for_committee:
        move(file)
    title = "Sammanfattning för nämnden" if for_committee else page.title
    st.set_page_config(
        page_title=" – ".join(dict.fromkeys((title, "Nätverkskollen"))),
        page_icon=str(_HERE.parent / "shell" / "icon.png"),
        layout="wide",
    )
    html.style()
    storage.trouble()  # first: a save that a crash cut short is finished before anything is read
    if refused.refuses(file, for_committee):
        show_who()
        refused.show_refused()
        st.stop()
    library = data.library()
    asks = for_committee or file not in ("", START[0])
    opened, choices = data.open_one(library) if asks else (None, dict(library.headers))
    note_reading(opened)
    if not for_committee:
        side_bar.show_choice(choices, opened.evaluation if opened else None)
        show_who(opened.evaluation if opened else None)
    # A place of their own: one that comes or goes must not move the field somebody writes in.
    notices = st.container()
    with notices:
        if opened and not for_committee:
            show_stale(library, opened.evaluation.id, opened.evaluation.title)
        storage.show_trouble()
    if for_committee:
        committee_view.show_committee()
    else:
        page.run()
        acknowledge()
        with notices:  # last: what this run has saved is no news
            news.show(opened)
    show_told()
