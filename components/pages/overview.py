"""Översikt: what the result says, what is left to do, and the case with its forms."""

import streamlit as st

from components.answers.history_view import show_broken
from components.evaluation import calendar_view, case_view, findings_view, left_view, migration_view
from components.evaluation.fee_grounds_form import show_fee_grounds
from components.evaluation.imported_view import show_imported
from components.evaluation.membership_form import show_memberships
from components.memberships.days_view import show_in_short
from components.papers.committee_view import show_committee_link
from components.shell import data, html, read_beside
from components.shell.page_head import page_head
from components.shell.problems import show_problems
from natverkskollen.decisions.left import left
from natverkskollen.output.webpage.summary_table import summary_table
from natverkskollen.output.webpage.verdicts import verdict_cards

result = data.result()
evaluation = result.evaluation

page_head("Översikt", "Här ser du vad resultatet säger och vad som återstår.", evaluation)
show_broken(data.dossier())
show_imported(evaluation.id)
migration_view.show_notice(data.dossier())
show_in_short(data.register_beside(data.dossier()))
st.header("Vad resultatet säger", anchor=False)
html.show(verdict_cards(data.robustness()), summary_table(result))
show_committee_link(evaluation.id)

st.header("Kvar att göra", anchor=False)
left_view.show_left(evaluation.id, left(result, data.findings()))

st.header("Att kontrollera i underlaget", anchor=False)
findings_view.show_top(evaluation, data.findings())

st.header("Viktiga dagar", anchor=False)
calendar_view.show_key_dates(data.dossier())

st.header("Ärendet", anchor=False)
case_view.show_case(result)

st.header("Medlemskapen", anchor=False)
show_memberships(data.dossier(), data.library())
show_fee_grounds(data.dossier())
show_problems(*read_beside.problems())
