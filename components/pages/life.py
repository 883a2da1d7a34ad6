"""Ärendet: the evaluation made final, exported, repeated and deleted."""

import streamlit as st

from components.evaluation import life_view, migration_view
from components.evaluation.case_form import show_case_form, show_next_day
from components.evaluation.case_states_form import show_case_states
from components.evaluation.fee_grounds_form import show_fee_grounds
from components.evaluation.membership_form import show_memberships
from components.seen import base_version
from components.shell import data
from components.shell.page_head import page_head

now, seen = base_version.on_screen(data.dossier().evaluation.id)
dossier = data.dossier_now()
evaluation = dossier.evaluation
page_head(
    "Ärendet",
    "Här rättar du ärendet, färdigställer utvärderingen och startar nästa omgång.",
    evaluation,
)
migration_view.show_migration(dossier, seen)
migration_view.show_way_back(dossier, seen)

st.header("Ärendet", anchor=False)
show_case_form(evaluation)
show_case_states(evaluation)

st.header("Medlemskapen", anchor=False)
show_memberships(dossier, data.library())
show_fee_grounds(dossier)

st.header("Färdigställ", anchor=False)
life_view.show_status(dossier, now, seen)

st.header("Exportera till diariet", anchor=False)
life_view.show_export(evaluation)

st.header("Nästa utvärdering", anchor=False)
show_next_day(evaluation)

st.header("Nästa omgång", anchor=False)
life_view.show_next_round(dossier, data.library())
life_view.show_changes(dossier)

st.header("Ta bort", anchor=False)
life_view.show_deletion(evaluation, seen)
