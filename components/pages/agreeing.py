"""Enas: where the assessors differ, the largest difference first, and one answer for all."""

import streamlit as st

from components.answers.agree_view import show_agreeing
from components.answers.assessor_form import may_add
from components.shell import data, storage
from components.shell.page_head import page_head
from natverkskollen.analysis.assessors import several

dossier = data.dossier_now()
page_head(
    "Enas",
    "Här ser du bara det som ni svarar olika på, och väljer ett gemensamt svar.",
    dossier.evaluation,
)
shut = storage.show_closed(dossier.evaluation, "De gemensamma svaren")
fewer = "Utvärderingen har en enda bedömare, så det finns inget att enas om."
more = "Längst ner på sidan Bedömning går det att lägga till fler."
if several(dossier.evaluation):
    show_agreeing(dossier, not shut)
else:
    st.info(f"{fewer} {more}" if may_add(dossier.evaluation) else fewer)
