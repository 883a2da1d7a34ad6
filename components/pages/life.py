"""Livscykel: the evaluation made final, exported, repeated and deleted."""

import streamlit as st

from components import data, life_view, migration_view
from components.page_head import page_head

dossier = data.dossier()
evaluation = dossier.evaluation
now, seen = life_view.shown_version(evaluation)
page_head(
    "Livscykel",
    "Här färdigställer du utvärderingen, hämtar den till diariet och startar nästa omgång.",
    evaluation,
)
migration_view.show_migration(dossier, seen)
migration_view.show_way_back(dossier, seen)

st.header("Färdigställ", anchor=False)
life_view.show_status(dossier, now, seen)

st.header("Exportera till diariet", anchor=False)
life_view.show_export(evaluation)

st.header("Nästa omgång", anchor=False)
life_view.show_next_round(dossier, data.library())
life_view.show_changes(dossier)

st.header("Ta bort", anchor=False)
life_view.show_deletion(evaluation, seen)
