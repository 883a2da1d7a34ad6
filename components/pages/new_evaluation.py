"""Ny utvärdering: the form that creates one, and before it what an empty data folder needs."""

import streamlit as st

from components.evaluation.new_evaluation_form import show_form
from components.evaluation.start_view import show_start
from components.shell import data, storage
from components.shell.page_head import page_head
from components.shell.problems import show_problems
from natverkskollen.editing.first_files import lacking

library = data.library()
page_head(
    "Ny utvärdering",
    "Här startar du en utvärdering. Du fyller i det som behövs för att börja bedöma.",
)
rooms = lacking(library.folder)
if not storage.shared_writable():
    st.info("Så länge inget kan sparas går det inte att skapa en utvärdering.")
elif rooms:
    show_start(rooms)
elif library.criteria and library.networks:
    show_form(library)
else:
    st.info("Rätta först felen i kriterierna eller nätverken.")
if not (library.headers and library.criteria and library.networks):
    show_problems(library.problems)
