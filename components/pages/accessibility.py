"""Tillgänglighet: the statement the law asks for: what falls short, and whom to tell."""

import streamlit as st

from components.shell import accessibility_view
from components.shell.page_head import page_head

page_head("Tillgänglighet", "Här ser du vad som inte fungerar för alla, och hur du säger till.")
standing = st.container()

st.header("Kända brister", anchor=False)
accessibility_view.show_shortcomings()

st.header("Säg till om något inte fungerar", anchor=False)
contact = accessibility_view.show_contact()
with standing:
    accessibility_view.show_standing(contact)

st.header("Tillsyn", anchor=False)
accessibility_view.show_supervision()

st.header("Så är det prövat", anchor=False)
accessibility_view.show_review(contact)
accessibility_view.show_criteria()
