"""Klar: what is missing before final, the files to the register, the next round, and deleting."""

import streamlit as st

from components.evaluation import life_view, migration_view
from components.evaluation.case_form import show_next_day
from components.papers.link_form import show_link_form
from components.seen import base_version
from components.shell import data
from components.shell.page_head import page_head

now, seen = base_version.on_screen(data.dossier().evaluation.id)
dossier = data.dossier_now()
evaluation = dossier.evaluation
page_head(
    "Klar",
    "Här färdigställer du utvärderingen, lämnar den till diariet och startar nästa omgång.",
    evaluation,
)
migration_view.show_migration(dossier, seen)
migration_view.show_way_back(dossier, seen)

st.header("Färdigställ", anchor=False)
life_view.show_status(dossier, now, seen)

st.header("Lämna till diariet", anchor=False)
life_view.show_export(evaluation)
show_link_form(evaluation.id)

st.header("Nästa omgång", anchor=False)
show_next_day(evaluation)
life_view.show_next_round(dossier, data.library())
life_view.show_changes(dossier)

st.header("Ta bort", anchor=False)
life_view.show_deletion(evaluation, seen)
